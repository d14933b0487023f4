"""Letters of other alphabets that readers mistake for Latin ones."""

from __future__ import annotations

SPELT_OUT = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th",
    "ı": "i", "ħ": "h", "ŋ": "n",
}  # fmt: skip
"""Letters that Unicode does not decompose into an ASCII letter and a mark."""

_ALPHABETS = (
    ("авекмнорстухіјѕһԁԛԝӏүԍ", "abekmhopctyxijshdqwlyg"),  # Cyrillic
    ("αβεικνορτυχγωη", "abeikvoptuxywn"),  # Greek
    ("օսհցյզոք", "ouhgjqnp"),  # Armenian
    ("ᎪᏴᏟᏣᎠᎬᏀᎻᎫᏦᏞᎷᏢᎡᏒᏚᎢᏙᎳᏔᎩᎽᏃ", "abccdeghjklmprrstvwwyyz"),  # Cherokee
    ("ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ", "abcdefghijklmnoprstuvwxyz"),  # Lisu
    ("ɑɡɩⲅⲟⲣⲥⲕⲏ", "agiropckh"),  # phonetic signs, Coptic
)

LOOKALIKES = {
    strange: latin
    for alphabet, letters in _ALPHABETS
    for strange, latin in zip(alphabet, letters, strict=True)
}
"""Letters of other alphabets that look like Latin ones, small or capital."""
