"""Evidence that a text is a marked document.

Nearly every word of the marking systems is an ordinary word too: contracts are CONFIDENTIAL, list
items are (c), reasons are 1.4 litres. One such word is no evidence. Each sign has a weight, and a
text is a marked document when signs of different kinds together weigh `ENOUGH`. A line such as
SECRET//NOFORN, which is nothing but a marking, is enough by itself.
"""

from redact.documents.evidence.sign import DOUBTFUL, ENOUGH, Sign, is_doubtful, weigh
from redact.documents.evidence.whole import find_signs

__all__ = ["DOUBTFUL", "ENOUGH", "Sign", "find_signs", "is_doubtful", "weigh"]
