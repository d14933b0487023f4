"""A withheld name is withheld however it is written, and its proof reads the same disguises."""

from __future__ import annotations

import pytest
from redaction_documents import FOIA, Copy, lay_out, make_copy, mention

from redact.redaction.letters import read_letters
from redact.redaction.plan import make_plan
from redact.sources.lookalikes import LOOKALIKES, SPELT_OUT

NAME = "Brannigov"


def frame(first: int, name: str = NAME) -> str:
    """The letters of a name in frames that begin at a code point."""
    return "".join(chr(first + ord(c) - ord("A")) for c in name.upper())


DISGUISES = {
    "capitals": "BRANNIGOV",
    "fullwidth": "".join(chr(ord(c) + 0xFEE0) for c in NAME),
    "bold letters of mathematics": frame(0x1D400),
    "letters in circles": frame(0x24B6),
    "letters in brackets": "".join(chr(0x249C + ord(c) - ord("a")) for c in NAME.lower()),
    "letters in black circles": frame(0x1F150),
    "letters in black squares": frame(0x1F170),
    "letters of flags": frame(0x1F1E6),
    "small capitals": "B\u0280\u1d00\u0274\u0274\u026a\u0262\u1d0f\u1d20",
    "raised": "\u1d2e\u02b3\u1d43\u207f\u207f\u2071\u1d4d\u1d52\u1d5b",
    "letters with hooks": "\u0181ran\u0272ig\u00f8v",
    "Cyrillic": "\u0412r\u0430nnig\u043ev",
    "Greek": "\u0392rann\u03b9g\u03bf\u03bd",
    "fillers": "Bran\u3164nigov",
    "soft hyphen": "Bran\u00adnigov",
    "grapheme joiner": "Bran\u034fnigov",
    "tag characters": "Bran\U000e0061nigov",
    "variation selector": "Bran\ufe0fnigov",
    "private use": "Bran\ue000nigov",
    "NUL": "Bran\0nigov",
    "blank of Braille": "Bran\u2800nigov",
    "middle dot": "Bran\u00b7nigov",
    "slash": "Bran/nigov",
    "slash at a line end": "Bran/\nnigov",
    "underscore": "Bran_nigov",
    "brackets": "Bran[n]igov",
    "blank": "Bran nigov",
    "blank that does not break": "Bran\u00a0nigov",
    "tab": "BRAN\tNIGOV",
    "ellipsis": "Bran\u2026nigov",
    "blank line": "Bran-\n\nnigov",
    "quoted line": "Bran-\n> nigov",
    "deep indent": "Bran-\n" + " " * 30 + "nigov",
    "slashes": "/".join(NAME),
    "commas": ", ".join(NAME),
    "quotation marks": " ".join(f"'{c}'" for c in NAME),
    "letters over a line end": "B R A N\nN I G O V",
    "letters one under another": "\n".join(NAME),
    "pairs": "Br an ni go v",
    "underlined by a line printer": "".join(f"_\b{c}" for c in NAME),
    "printed twice": "".join(f"{c}\b{c}" for c in NAME),
    "colours": "Bran\x1b[1mnigov\x1b[0m",
    "mark-up": "Bran<b>nigov</b>",
    "comment": "Bran<!-- x -->nigov",
    "bold": "**Bran**nigov",
    "entity": "&#66;rannigov",
    "named entity": "Br&auml;nnigov",
    "entities": "".join(f"&#x{ord(c):x};" for c in NAME),
    "quoted printable": "Br=E4nnigov",
    "quoted printable in UTF-8": "Br=C3=A4nnigov",
    "web address": "Bran%6Eigov",
    "escape": "Bran\\u006eigov",
    "UTF-8 read as Windows-1252": "BrÃ¤nnigov",
    "quoted printable from the first letter": "".join(f"={ord(c):02X}" for c in NAME),
    "web address from the first letter": "".join(f"%{ord(c):02x}" for c in NAME),
    "entity with noughts": "Bra&#0000110;nigov",
    "entity without its end": "&#66rannigov",
    "Lisu": "\ua4d0\ua4e3\ua4ee\ua4e0\ua4e0\ua4f2\ua4d6\ua4f3\ua4e6",
    "Cherokee": "\u13f4\u13a1\u13aannig\u03bf\u03bd",
    "Coptic": "B\u2c85annig\u2c9fv",
    "joined": "ZoltanBrannigov",
    "plural": "the Brannigovs",
}
WRITER_ONLY = {
    "word": "#FreeBrannigov",
    "prefix": "antiBrannigov",
    "file": "PumpsBrannigov.doc",
    "two surnames": "BrannigovSmith",
    "drafter": "PZBRANNIGOV",
    "handle": "zbrannigov",
}
LABEL = "[(b)(6) name]"
LEFT = {
    "quotation marks": f"Lunch with '{LABEL}' was.",
    "colours": f"Lunch with {LABEL}\x1b[0m was.",
    "mark-up": f"Lunch with {LABEL}</b> was.",
    "bold": f"Lunch with **{LABEL} was.",
    "plural": f"Lunch with the {LABEL} was.",
    "word": f"Lunch with #{LABEL} was.",
    "file": f"Lunch with {LABEL}.doc was.",
}
"""What may stay about the name; nothing does where nothing is told."""


def copy_of(text: str) -> Copy:
    """The copy of a document in which the name is found once and ``text`` stands below."""
    document = lay_out(
        f"CONFIDENTIAL\n1. (U) Zoltan Brannigov liked the lake.\n2. (U) Lunch with {text} was.\n"
    )
    found = [mention(document, "Zoltan Brannigov")]
    return make_copy(document, make_plan(document, found, (), FOIA))


@pytest.mark.parametrize("how", [*DISGUISES, *WRITER_ONLY])
def test_a_disguised_name_is_withheld(how: str) -> None:
    written = {**DISGUISES, **WRITER_ONLY}[how]
    copy = copy_of(written)
    expected = LEFT.get(how, f"Lunch with {LABEL} was.")
    assert copy.text.split("2. (U) ")[1].rstrip("\n") == expected
    assert copy.verify().result == "proved"


@pytest.mark.parametrize("how", DISGUISES)
def test_the_proof_finds_a_disguised_name(how: str) -> None:
    copy = copy_of("nobody")
    assert copy.verify().result == "proved"
    planted = copy.verify_text(copy.text.replace("nobody", DISGUISES[how]))
    assert (planted.result, planted.exit_code) == ("leak", 4)


@pytest.mark.parametrize(
    "text",
    ["the Brannigovka river", "Bran 2 nigov", "R A N N I G O", "the brand new gov", "Topaz"],
)
def test_the_proof_leaves_other_words_alone(text: str) -> None:
    copy = copy_of("nobody")
    assert not copy.verify_text(copy.text.replace("nobody", text)).survivors


def test_ordinary_words_that_read_like_a_name_together_stay() -> None:
    document = lay_out(
        "CONFIDENTIAL\n1. (U) Zoltan Goodall liked it.\n2. (U) It was a good all night long.\n"
    )
    plan = make_plan(document, [mention(document, "Zoltan Goodall")], (), FOIA)
    copy = make_copy(document, plan)
    assert "a good all night" in copy.text
    assert {kept.reason for kept in plan.kept} == {"ordinary words"}
    assert copy.verify().result == "proved"


def test_a_longer_word_of_the_language_stays() -> None:
    document = lay_out(
        "CONFIDENTIAL\n1. (U) Zoltan Bolivar liked it.\n2. (U) The Bolivarian anthem was sung.\n"
    )
    copy = make_copy(document, make_plan(document, [mention(document, "Zoltan Bolivar")], (), FOIA))
    assert "The Bolivarian anthem" in copy.text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_name_broken_over_a_page_is_withheld_on_both(end: str) -> None:
    document = lay_out(
        end.join(
            (
                "CONFIDENTIAL",
                "1. (U) Zoltan Brannigov liked the lake.",
                "2. (U) Lunch with BRANNI-",
                "CONFIDENTIAL",
                "",
                "PAGE 02 TESTVILLE",
                "",
                "GOV was good.",
            )
        )
    )
    plan = make_plan(document, [mention(document, "Zoltan Brannigov")], (), FOIA)
    copy = make_copy(document, plan)
    assert f"Lunch with [(b)(6) name]{end}" in copy.text
    assert f"PAGE 02 TESTVILLE{end}{end}[(b)(6) name] was good." in copy.text
    assert copy.verify().result == "proved"


@pytest.mark.parametrize(
    ("written", "left"),
    [("Brannigov, Z.", "with [(b)(6) name] was"), ("Brannigov, Z. Smith", ", Z. Smith was")],
)
def test_initials_behind_the_comma_go_with_their_surname(written: str, left: str) -> None:
    assert left in copy_of(written).text


def test_the_proof_knows_every_look_alike_that_the_writer_knows() -> None:
    """Each was written down twice, for they share no code."""
    other = {
        strange: (latin, read_letters(strange).row)
        for strange, latin in {**LOOKALIKES, **SPELT_OUT}.items()
        if read_letters(strange).row != latin
    }
    assert other == {}
