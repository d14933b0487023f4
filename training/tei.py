"""Converts the public TEI volumes of *Foreign Relations of the United States* to prose with spans.

usage: python -m training.tei VOLUME.xml... > frus.jsonl

The publisher tags most persons but not all; untagged names would teach the model to ignore them.
So names tagged in a document are marked wherever they occur in it, and a paragraph that seems to
contain an untagged name is dropped. The file this project trained on was made with more rules of
the same kind over all volumes together; a file made with this module is larger and less clean.
"""

from __future__ import annotations

import itertools
import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator
from pathlib import Path

from redact.persons.lexicon import fold, load_lexicon
from training.passage import Passage

_TEI = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_PARAGRAPHS = frozenset(f"{_TEI}{name}" for name in ("p", "head", "item", "signed", "note"))
_PASSED_OVER = frozenset(f"{_TEI}{name}" for name in ("note", "pb", "table", "figure", "list"))
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_LEAST_WORDS = 4
_LEAST_NAME = 3

Spans = tuple[tuple[int, int], ...]


def documents(volume: Path) -> Iterator[tuple[str, list[Passage]]]:
    """The documents of a volume: identifier and paragraphs, with only tagged persons marked.

    Raises `ElementTree.ParseError` for invalid XML. Only intended for the publisher's files.
    """
    events = ElementTree.iterparse(volume, events=("end",))  # noqa: S314 -- files the user chose
    for _, element in events:
        if element.tag == f"{_TEI}div" and element.get("type") == "document":
            paragraphs = [
                _flat(part, volume.stem) for part in element.iter() if part.tag in _PARAGRAPHS
            ]
            yield element.get(_ID, ""), [p for p in paragraphs if p.text]
            element.clear()


def _flat(element: ElementTree.Element, origin: str) -> Passage:
    """The element's text with white space collapsed, without the footnotes inside it."""
    text = ""
    persons: list[tuple[int, int]] = []

    def add(piece: str | None) -> None:
        nonlocal text
        joined = re.sub(r"\s+", " ", piece or "")
        text += joined.lstrip() if not text or text.endswith(" ") else joined

    def walk(node: ElementTree.Element) -> None:
        add(node.text)
        for child in node:
            if child.tag not in _PASSED_OVER:
                start = len(text)
                walk(child)
                if child.tag == f"{_TEI}persName":
                    persons.extend(_name_in(text, start, len(text)))
            add(child.tail)

    walk(element)
    return Passage(text.rstrip(), tuple(persons), origin)


def _name_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The name inside a tagged span, without a title before or a possessive after it."""
    titles = load_lexicon().titles
    words = list(_WORD.finditer(text, start, end))
    while words and fold(words[0][0].rstrip(".")) in titles:
        words.pop(0)
    if words:
        name = text[words[0].start() : words[-1].end()]
        name = re.sub(r"['’]s?$", "", name)
        if name[:1].isupper() or " " in name:
            yield words[0].start(), words[0].start() + len(name)


def complete(paragraphs: Iterable[Passage]) -> Iterator[Passage]:
    """The paragraphs of a document with all its names marked; doubtful paragraphs are dropped."""
    paragraphs = list(paragraphs)
    lexicon = load_lexicon()
    names = {
        fold(_WORD.findall(p.text[start:end])[-1])
        for p in paragraphs
        for start, end in p.persons
        if _WORD.search(p.text[start:end])
    }
    sure = {n for n in names if len(n) >= _LEAST_NAME and n not in lexicon.ordinary}
    for paragraph in paragraphs:
        marked = _marked(paragraph, sure)
        if len(marked.text.split()) >= _LEAST_WORDS and not _is_doubtful(marked):
            yield marked


def _marked(paragraph: Passage, names: set[str]) -> Passage:
    taken = {i for start, end in paragraph.persons for i in range(start, end)}
    added: list[tuple[int, int]] = []
    for word in _WORD.finditer(paragraph.text):
        written = re.sub(r"(?:['’]s?|\.)$", "", word[0])
        if written[:1].isupper() and word.start() not in taken and fold(written) in names:
            added.append((word.start(), word.start() + len(written)))
    return Passage(paragraph.text, tuple(sorted((*paragraph.persons, *added))), paragraph.origin)


def _is_doubtful(paragraph: Passage) -> bool:
    """Whether a form of address is followed by a capitalized word that is not marked."""
    addresses = load_lexicon().addresses
    starts = {start for start, _ in paragraph.persons}
    words = list(_WORD.finditer(paragraph.text))
    for word, following in itertools.pairwise(words):
        adjacent = paragraph.text[word.end() : following.start()].strip(". ") == ""
        named = following[0][0].isupper() and following.start() not in starts
        if adjacent and named and fold(word[0].rstrip(".")) in addresses:
            return True
    return False


def main() -> None:
    """Write the paragraphs of the volumes named on the command line to standard output."""
    if len(sys.argv) < 2:
        sys.exit("error: name the TEI files of the volumes")
    for name in sys.argv[1:]:
        for identifier, paragraphs in documents(Path(name)):
            for paragraph in complete(paragraphs):
                spans = [[start, end, "tagged"] for start, end in paragraph.persons]
                row = {
                    "volume": paragraph.origin,
                    "doc": identifier,
                    "text": paragraph.text,
                    "spans": spans,
                }
                print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
