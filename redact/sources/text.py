"""Plain text: detecting the encoding of a file.

UTF-8 and UTF-16 with or without byte-order mark, Windows-1252 and Latin-1. Decoding is strict, so
that encoding the text again gives the same bytes.
"""

from __future__ import annotations

import codecs

from redact.errors import UnreadableError
from redact.patterns import pattern
from redact.sources.source import TextOrigin

_MARKS = (
    (codecs.BOM_UTF32_LE, None),
    (codecs.BOM_UTF32_BE, None),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KNOWN_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP container such as DOCX"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an OLE file such as DOC or MSG"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "compressed"),
)
_CONTROL = pattern("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_NEVER_IN_TEXT = pattern("[\x05\x06\x0e-\x19]")
"""Control characters never seen in text; NUL, BEL, SUB and others occur in real telegrams."""

_MAIL_HEADER = 65_536
"""Characters searched for the MIME version line of a mail header."""


def decode(data: bytes, path: str) -> tuple[str, TextOrigin]:
    """The text in ``data`` and how to encode it again.

    Raises `UnreadableError` naming ``path`` when the bytes are not text in a supported encoding.
    """
    for magic, name in _KNOWN_FORMATS:
        if data.startswith(magic):
            raise UnreadableError(
                f"is {name}, which is not supported", path, "convert it to plain text first"
            )
    for bom, encoding in _MARKS:
        if data.startswith(bom):
            if encoding is None:
                raise UnreadableError("is UTF-32 text", path, "save it as UTF-8")
            return _checked(_strict(data[len(bom) :], encoding, path), path), TextOrigin(
                encoding, bom
            )
    encoding = _utf16_without_mark(data) or "utf-8"
    try:
        return _checked(data.decode(encoding), path), TextOrigin(encoding)
    except UnicodeDecodeError:
        pass
    # Windows-1252 leaves five bytes undefined; Latin-1 decodes any byte.
    for encoding in ("cp1252", "latin-1"):
        try:
            return _checked(data.decode(encoding), path), TextOrigin(encoding)
        except UnicodeDecodeError:
            continue
    raise AssertionError("latin-1 decodes every byte")


def _strict(data: bytes, encoding: str, path: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"is not valid {encoding.upper()} although its byte-order mark says so, "
            f"first bad byte at {error.start}",
            path,
            "save it again as UTF-8",
        ) from error


def _utf16_without_mark(data: bytes) -> str | None:
    """The codec, if it is UTF-16: ASCII text then has NUL in every other byte."""
    head = data[:4096]
    if len(head) < 4 or (len(head) % 2 and len(head) == len(data)):
        return None
    half = len(head) // 2
    if head[1::2].count(0) > 0.9 * half and not head[0::2].count(0):
        return "utf-16-le"
    if head[0::2].count(0) > 0.9 * half and not head[1::2].count(0):
        return "utf-16-be"
    return None


_OTHER_LINE_ENDS = pattern("[\v\f\x1c-\x1e\x85\u2028\u2029]")


def _checked(text: str, path: str) -> str:
    """``text``, unless it looks like binary data decoded as text, or as one line without end."""
    if "\n" not in text and "\r" not in text and len(_OTHER_LINE_ENDS.findall(text)) > 1:
        raise UnreadableError(
            "has no line feed or carriage return, other characters end its lines",
            path,
            "save it with line feeds, or with carriage returns and line feeds",
        )
    controls = len(_CONTROL.findall(text))
    if controls and (controls > len(text) * 0.02 or _NEVER_IN_TEXT.search(text)):
        raise UnreadableError("is not text", path, "name a plain-text file")
    if _is_mail(text):
        raise UnreadableError(
            "is a mail message as it was sent, which is not supported",
            path,
            "save what it shows as plain text",
        )
    return text


def _is_mail(text: str) -> bool:
    """Whether the text starts with a mail header that has a MIME version: the body may be encoded,
    and a marking cannot be read in it. A printed mail has no such line (RFC 2045 section 4).
    """
    head = f"\n{text[:_MAIL_HEADER].lower()}"
    at = head.find("\nmime-version:")
    return at >= 0 and all(line.strip() for line in head[1:at].splitlines())
