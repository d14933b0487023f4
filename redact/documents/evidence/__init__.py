"""Evidence that a text is a marked document.

Nearly every word of the marking systems is also an ordinary word: contracts are CONFIDENTIAL, list
items are (c), 1.4 may be liters. A single such word is no evidence. Each sign has a weight, and a
text is a marked document when signs of different kinds together weigh `ENOUGH`. A line that can
only be a marking, such as SECRET//NOFORN, is enough by itself.
"""

from redact.documents.evidence.sign import DOUBTFUL, ENOUGH, Sign, is_doubtful, weigh
from redact.documents.evidence.whole import find_signs

__all__ = ["DOUBTFUL", "ENOUGH", "Sign", "find_signs", "is_doubtful", "weigh"]
