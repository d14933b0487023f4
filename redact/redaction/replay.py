"""Reproducing the public copy from the original and the record alone."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from redact.redaction.claim import Claim

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def readings(data: bytes) -> Iterator[tuple[str, str, bytes]]:
    """Every lossless decoding of the bytes: text, codec, byte-order mark."""
    for mark, codec in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            yield from _read(data[len(mark) :], codec, mark)
            return
    codecs_tried = ["utf-8", "cp1252", "latin-1"]
    if b"\0" in data and len(data) % 2 == 0:
        codecs_tried[:0] = ["utf-16-le", "utf-16-be"]
    for codec in codecs_tried:
        yield from _read(data, codec, b"")


def _read(data: bytes, codec: str, mark: bytes) -> Iterator[tuple[str, str, bytes]]:
    try:
        yield data.decode(codec), codec, mark
    except UnicodeDecodeError:
        return


def replay(original: bytes, claim: Claim, public: bytes) -> tuple[str, str] | None:
    """The texts of original and public copy, if the record turns one into the other exactly.

    The record does not name the encoding: only under the right one do the bytes agree.
    """
    for text, codec, mark in readings(original):
        made = rewrite(text, claim)
        if made is None:
            continue
        try:
            data = mark + made.encode(codec)
        except UnicodeEncodeError:
            continue
        if data == public:
            return text, made
    return None


def rewrite(text: str, claim: Claim) -> str | None:
    """``text`` with every change of the record applied; ``None`` when the changes do not fit it."""
    pieces: list[str] = []
    done = 0
    for change in claim.changes:
        if change.start < done or change.end > len(text):
            return None
        pieces += (text[done : change.start], change.text)
        done = change.end
    pieces.append(text[done:])
    return "".join(pieces)
