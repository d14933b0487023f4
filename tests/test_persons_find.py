"""The whole room with the language model: invented telegrams, real ones, hostile ones."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest
from conftest import ROOT
from person_documents import prose

from redact.documents import parse
from redact.outputs.mentions import document_dict
from redact.persons import Mention, find_mentions, reasons_for
from redact.sources import Source

TELEGRAM = """CONFIDENTIAL

PAGE 01  TESTVILLE 00676  010653Z

21
ACTION ARA-20

INFO  OCT-01  ISO-00  /045 W
                       ---------------------     034878
DRAFTED BY ARA/AND:TQHOLLENBECK:LEE
R 010530Z FEB 79
FM AMEMBASSY TESTVILLE
TO SECSTATE WASHDC 2277

C O N F I D E N T I A L TESTVILLE 0676

FOR: HARRIET OSTRANDER, OPR/ST/P

E.O. 12065: GDS 2/1/85 (MERRIDEW, CLARA J.) OR-M
TAGS: EAGR, OVIP (VANDERSLOOT, EMIL), MV
SUBJECT: VANDERSLOOT VISIT TO THE HATCHERY

REF: BEALE/TARRANT TELCON

1. PRESIDENT QUILLARDO TOLD ME THAT THE PUMPS ARE OLD. GENERAL
ALBERTO ZELAYANO, WHO KEEPS THEM, DID NOT AGREE. THE QUILLARDO-
VANDERSLOOT MEETING LASTED AN HOUR. ACCORDING TO DR. ZELA-
YANO THE UNIVERSITY OF TESTVILLE (UMSA) WANTS TO SEE ROLF
CONFIDENTIAL

CONFIDENTIAL

PAGE 02  TESTVILLE 00676  010653Z

SILBERKAMP BEFORE NOON. UMSA WILL PAY. QUILLARDO'S ANSWER TO
ZELAYANU WAS SHORT.
MERRIDEW


CONFIDENTIAL
"""


@pytest.fixture(scope="module")
def telegram() -> tuple[str, tuple[Mention, ...]]:
    return TELEGRAM, find_mentions(parse(Source.from_text(TELEGRAM)))


def covered(mentions: tuple[Mention, ...]) -> set[int]:
    return {i for m in mentions for i in range(m.span.start, m.span.end)}


def at(text: str, words: str, nth: int = 0) -> int:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return start


@pytest.mark.parametrize(
    ("words", "nth"),
    [
        ("TQHOLLENBECK", 0),
        ("HARRIET OSTRANDER", 0),
        ("MERRIDEW, CLARA J", 0),
        ("VANDERSLOOT, EMIL", 0),
        ("VANDERSLOOT", 1),
        ("BEALE", 0),
        ("TARRANT", 0),
        ("QUILLARDO", 0),
        ("ALBERTO ZELAYANO", 0),
        ("QUILLARDO", 1),
        ("VANDERSLOOT", 2),
        ("ZELA-\nYANO", 0),
        ("ROLF", 0),
        ("SILBERKAMP", 0),
        ("ZELAYANU", 0),
        ("MERRIDEW", 1),
    ],
)
def test_every_name_of_the_telegram_is_covered(
    telegram: tuple[str, tuple[Mention, ...]], words: str, nth: int
) -> None:
    text, mentions = telegram
    start = at(text, words, nth)
    letters = {i for i in range(start, start + len(words)) if text[i].isalpha()}
    assert letters <= covered(tuple(m for m in mentions if m.tier == "named"))


@pytest.mark.parametrize("words", ["TESTVILLE", "UMSA", "ARA", "AMEMBASSY", "GENERAL", "PRESIDENT"])
def test_offices_places_and_titles_are_no_names(
    telegram: tuple[str, tuple[Mention, ...]], words: str
) -> None:
    text, mentions = telegram
    hits = covered(mentions)
    places = [match.span() for match in re.finditer(rf"\b{words}\b", text)]
    assert places
    for place in places:
        assert not hits & set(range(*place)), place


def test_one_person_is_one_number_all_over(telegram: tuple[str, tuple[Mention, ...]]) -> None:
    text, mentions = telegram
    persons = {m.span.of(text): m.person for m in mentions}
    assert persons["ALBERTO ZELAYANO"] == persons["ZELA-\nYANO"] == persons["ZELAYANU"]
    assert persons["VANDERSLOOT, EMIL"] == persons["VANDERSLOOT"]
    assert persons["MERRIDEW, CLARA J."] == persons["MERRIDEW"]
    assert persons["QUILLARDO"] != persons["VANDERSLOOT"]


def test_roles_follow_the_place_and_the_words_beside(
    telegram: tuple[str, tuple[Mention, ...]],
) -> None:
    text, mentions = telegram
    roles = {m.span.of(text): m.role for m in mentions}
    assert roles["MERRIDEW"] == "signatory"
    assert roles["MERRIDEW, CLARA J."] == "classification-authority"
    assert roles["TQHOLLENBECK"] == "drafter"
    assert roles["QUILLARDO"] == "public-figure"
    assert roles["ALBERTO ZELAYANO"] == "foreign-official"


def test_of_several_roles_a_person_has_the_one_stated_most_often() -> None:
    text = (
        "UNCLAS TESTVILLE 000412\n\nSUBJECT: PICNIC\n\n1. (U) Businessman Emil Vandersloot paid. "
        "Foreign Minister Emil Vandersloot left. Businessman Emil Vandersloot came back.\n"
    )
    mentions = find_mentions(parse(Source.from_text(text)))
    assert [mention.role for mention in mentions] == ["foreign-private"] * 3


def test_a_page_heading_inside_a_name_is_not_covered(
    telegram: tuple[str, tuple[Mention, ...]],
) -> None:
    text, mentions = telegram
    start, end = at(text, "PAGE 02"), at(text, "SILBERKAMP")
    assert not covered(mentions) & set(range(start, end))


def test_every_mention_says_why(telegram: tuple[str, tuple[Mention, ...]]) -> None:
    for mention in telegram[1]:
        assert len(reasons_for(mention)) == len(mention.detectors)


def test_the_same_text_gives_the_same_mentions(
    telegram: tuple[str, tuple[Mention, ...]],
) -> None:
    assert find_mentions(parse(Source.from_text(TELEGRAM))) == telegram[1]


def test_mentions_fit_their_schema(telegram: tuple[str, tuple[Mention, ...]]) -> None:
    schema = json.loads((ROOT / "schemas" / "mentions.schema.json").read_text("utf-8"))
    source = Source.from_text(TELEGRAM)
    for show_text in (True, False):
        entry = document_dict(source, telegram[1], show_text=show_text)
        shape = {"format": "redact/mentions/v1", "tool": "redact", "documents": [entry]}
        jsonschema.Draft202012Validator(schema).validate(shape)


def test_capitals_find_what_mixed_case_finds() -> None:
    text = (
        "Director Beata Kornwall met Tomas Hollenbeck. Hollenbeck said that Kornwall's ponds "
        "are deep. The ambassador thanked both."
    )
    expected = {"Beata Kornwall", "Tomas Hollenbeck", "Hollenbeck", "Kornwall"}
    for written in (text, text.upper()):
        found = {m.span.of(written) for m in find_mentions(prose(written))}
        assert found == {name if written == text else name.upper() for name in expected}


@pytest.mark.parametrize(
    "text",
    ["", "\n\n\n", "\x00\x1a\ufffd", "A", "-\n-\n-", "(((((" * 50, "We met. " + "\ufdfd" * 300],
)
def test_texts_that_say_nothing_name_nobody(text: str) -> None:
    assert find_mentions(prose(text)) == ()


def test_time_grows_with_the_text_and_not_faster() -> None:
    piece = "Minister Tomas Hollenbeck said that the (UMSA) pond is old.\n" * 40 + "\n"

    def seconds(copies: int) -> float:
        document = prose(piece * copies)
        start = time.process_time()
        assert find_mentions(document)
        return time.process_time() - start

    seconds(1)
    assert seconds(16) < 16 * max(seconds(4), 0.1)


@pytest.mark.parametrize("shape", ["A", "a", "A-\n", "Mr. ", "(A) ", "A (Cuba), ", "a-", "\ufdfd"])
def test_hostile_text_takes_bounded_time(shape: str) -> None:
    start = time.process_time()
    find_mentions(prose(shape * (30_000 // len(shape))))
    assert time.process_time() - start < 8  # twice that and more where time grows with the square


def test_a_number_in_brackets_does_not_take_the_bracket() -> None:
    text = "Ask the duty officer (202-555-0143)."
    (number,) = (m for m in find_mentions(prose(text)) if m.kind == "PHONE_NUMBER")
    assert number.span.of(text) == "202-555-0143"


def test_no_connection_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    text = "Write to jane.doe@example.gov or call (202) 555-0143, said Tomas Hollenbeck."
    kinds = {m.kind for m in find_mentions(prose(text))}
    assert kinds == {"EMAIL_ADDRESS", "PHONE_NUMBER", "PERSON"}


def test_importing_the_room_loads_no_model_library() -> None:
    code = "import sys, redact.persons; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert "redact" in loaded
    assert not loaded & {"spacy", "presidio_analyzer", "numpy", "requests", "tldextract", "thinc"}


def scored(shared: Path, prefix: str) -> list[tuple[str, int, int, int]]:
    """Telegram, names, names covered and false spans of each annotated telegram."""
    rows = []
    for entry in json.loads((shared / "corpus" / "names.json").read_text("utf-8")):
        if not entry["doc"].startswith(prefix):
            continue
        text = (shared / entry["doc"]).read_bytes().decode("utf-8")
        found = [m for m in find_mentions(parse(Source.from_text(text))) if m.kind == "PERSON"]
        hits = covered(tuple(found))
        spans = [s for s in entry["spans"] if s["should_redact"]]
        whole = sum(
            all(s["start"] + i in hits for i, c in enumerate(s["text"]) if c.isalpha())
            for s in spans
        )
        inside = {i for s in spans for i in range(s["start"], s["end"])}
        false = sum(not inside & set(range(m.span.start, m.span.end)) for m in found)
        rows.append((entry["doc"], len(spans), whole, false))
    return rows


def test_every_name_of_the_seeds_is_covered(shared: Path) -> None:
    for name, names, whole, false in scored(shared, "seeds/"):
        assert whole == names, name
        assert false <= 2, name


def test_drafters_of_two_offices_on_one_line_are_two_persons() -> None:
    line = "DRAFTED BY EUR/UBI: BMCALLISTER USDA/FAS: RTHOLLOWAY"
    text = TELEGRAM.replace("DRAFTED BY ARA/AND:TQHOLLENBECK:LEE", line)
    drafters = [
        m.span.of(text) for m in find_mentions(parse(Source.from_text(text))) if m.role == "drafter"
    ]
    assert drafters == ["BMCALLISTER", "RTHOLLOWAY"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("FOR: JENDAYI FROST-MILLER", ["JENDAYI FROST-MILLER"]),
        ("FOR: EAP/CM-HARTIGAN", ["HARTIGAN"]),
        ("AGREMENT CHANNEL", []),
    ],
)
def test_an_attention_line_names_whole_names_only(line: str, names: list[str]) -> None:
    text = TELEGRAM.replace("FOR: HARRIET OSTRANDER, OPR/ST/P", line)
    found = find_mentions(parse(Source.from_text(text)))
    place = at(text, line)
    inside = [m for m in found if place <= m.span.start < place + len(line)]
    assert [m.span.of(text) for m in inside] == names
