"""The overall marking: banner lines and the classification line of a telegram."""
