"""Laws of the views: every one keeps the length of the text, so that offsets are its offsets."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from person_documents import prose

from redact.persons.identity.numbers import identify
from redact.persons.lexicon import load_lexicon
from redact.persons.recognizers import DETECTORS
from redact.persons.span_index import SpanIndex
from redact.persons.views.casing import in_capitals, prose_case
from redact.persons.views.line_join import join_lines
from redact.persons.views.paragraphs import LONGEST, paragraphs
from redact.persons.views.reading import read_document
from redact.persons.weighing.accept import weigh
from redact.persons.weighing.garbles import garbled_by
from redact.persons.weighing.merging import merge
from redact.sources import Span

LEXICON = load_lexicon()
PIECES = st.sampled_from(
    [
        *("PRESIDENT", "GENERAL", "BANSTER", "Hollenbeck", "hollenbeck", "THE", "and", "DE", "LA"),
        *("PAZ", "MR.", "B.K.", "A.", "(UMSA)", "SAID", "HALF-", "WORD", "DİYAR", "STRASSE"),
        *("straße", "ǅ", "O'BRIEN", "d'Este", "'S", "1)", "2.", ",", ".", ":", ";", "/", "-", "--"),
        *("FOR", "PASSPORT", "NO.", "A1234567", "DOB:", "@", "ñ", "É"),
    ]
)
GAPS = st.sampled_from([" ", "  ", "\n", "\r\n", "-\n", "\n\n", "\t", "", "\f"])
TEXTS = st.lists(st.tuples(PIECES, GAPS), max_size=60).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)
SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 9)).map(lambda p: Span(p[0], p[0] + p[1]))
)


@given(TEXTS | st.text(max_size=200))
def test_the_view_is_as_long_as_the_text(text: str) -> None:
    reading = read_document(prose(text))
    assert len(reading.view) == len(text)


@given(TEXTS)
def test_prose_case_changes_nothing_but_case(text: str) -> None:
    rewritten = prose_case(text, [Span(0, len(text))], LEXICON, frozenset())
    assert len(rewritten) == len(text)
    assert rewritten.casefold() == text.casefold()
    if not in_capitals(text):
        assert rewritten == text


@given(TEXTS)
def test_joining_lines_loses_no_letter(text: str) -> None:
    joined = join_lines(text, [Span(0, len(text))] if text else [], LEXICON)
    assert len(joined.text) == len(text)
    letters = [c for c in text if c.isalnum()]
    assert [c for c in joined.text if c.isalnum()] == letters


@given(TEXTS)
def test_paragraphs_are_in_order_and_hold_every_word(text: str) -> None:
    found = list(paragraphs(text, Span(0, len(text))))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(len(p) <= LONGEST for p in found)
    assert "".join("".join(p.of(text).split()) for p in found) == "".join(text.split())


@given(SPANS, st.integers(0, 60), st.integers(1, 9))
def test_the_index_answers_like_a_plain_search(spans: list[Span], start: int, size: int) -> None:
    index, asked = SpanIndex.of(spans), Span(start, start + size)
    assert index.touches(asked) == any(s.overlaps(asked) for s in spans)


@given(TEXTS)
def test_merged_sightings_are_sorted_apart_and_lose_nothing(text: str) -> None:
    reading = read_document(prose(text))
    candidates = weigh(reading, [c for d in DETECTORS for c in d.candidates(reading)])
    merged = merge(reading, candidates)
    assert all(a.span.end <= b.span.start for a, b in pairwise(merged))
    covered = {i for s in merged for i in range(s.span.start, s.span.end)}
    assert covered >= {i for c in candidates for i in range(c.span.start, c.span.end)}


@given(st.lists(st.sampled_from(["Ada Vane", "Vane", "VANE, ADA", "A. Vane", "Karl Oster"])))
def test_persons_are_numbered_in_order_of_first_mention(names: list[str]) -> None:
    numbers = [int(p[1:]) for p in identify(names, LEXICON)]
    firsts = list(dict.fromkeys(numbers))
    assert firsts == list(range(1, len(firsts) + 1))


def test_misspelt_words_are_no_names() -> None:
    misspelt = {"bureauracy": 2, "coincidedwith": 2, "resoltuion": 1, "agreeement": 1, "pumpps": 1}
    for word, wrong in {**misspelt, "conversstation": 2}.items():
        assert garbled_by(word, LEXICON) == wrong, word
    for name in ("hollenbeck", "shaimagambetov", "akpanbayeva", "ormachea"):
        assert not garbled_by(name, LEXICON), name
