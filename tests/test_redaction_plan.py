"""What is withheld, what stays, and how the public copy reads."""

from __future__ import annotations

import dataclasses
import re

import pytest
from redaction_documents import FOIA, NAMES, lay_out, make_copy, mention

from redact.documents import parse
from redact.documents.field import Field
from redact.documents.model import Metadata
from redact.documents.portion_model import Portion
from redact.errors import UsageError
from redact.policy.model import Withholding
from redact.redaction.amount import amount_of
from redact.redaction.apply import apply_plan
from redact.redaction.label import label_for
from redact.redaction.model import Declassification, Redaction
from redact.redaction.plan import make_plan
from redact.sources import Source, Span, TextOrigin

CANCELLED = "RELEASED IN PART; classification markings below are cancelled for this copy\n"


def body(text: str) -> str:
    """A public copy without its header."""
    return text.split("\n\n", 1)[1]


def released(text: str, *names: str, policy=FOIA, **options) -> str:
    document = lay_out(text, **options)
    mentions = [mention(document, name, person=f"P{n}") for n, name in enumerate(names, start=1)]
    return apply_plan(document.source, make_plan(document, mentions, (), policy))


def test_portions_above_unclassified_keep_number_and_mark() -> None:
    text = "CONFIDENTIAL\n1. (U) The pump works.\n2. (C) The pump is\nto be sold.\n"
    assert body(released(text)) == (
        "[CONFIDENTIAL - cancelled for this copy]\n1. (U) The pump works.\n"
        "2. (C) [(b)(1) 1.4(b),(d) 2 lines]\n"
    )


def test_a_stop_behind_a_mark_for_the_entire_text_is_no_text() -> None:
    text = "CONFIDENTIAL\n1. (C) .\n2. (C) The pump is\nto be sold.\n"
    assert body(released(text)) == (
        "[CONFIDENTIAL - cancelled for this copy]\n1. (C) .\n2. (C) [(b)(1) 1.4(b),(d) 2 lines]\n"
    )


def test_page_furniture_stays_where_a_withheld_portion_runs_over_a_page() -> None:
    text = (
        "SECRET\n1. (S) One line of a plan\nand another\nSECRET\n\nPAGE 02 SECRET\n\n"
        "goes on here.\n2. (U) Lunch.\n"
    )
    assert body(released(text)) == (
        "[SECRET - cancelled for this copy]\n1. (S) [(b)(1) 1.4(b),(d) 2 lines]\n"
        "[SECRET - cancelled for this copy]\n\nPAGE 02 [SECRET - cancelled for this copy]\n\n"
        "[(b)(1) 1.4(b),(d) ~2 words]\n2. (U) Lunch.\n"
    )


def test_the_header_of_a_further_section_stays_inside_a_withheld_portion() -> None:
    header = """S E C R E T SECTION 0{} OF 02 TESTVILLE 000012

E.O. 12958: DECL: 04/20/2019
SUBJECT: PUMPS

REF: TESTVILLE 37

Classified By: Ambassador, Reasons 1.4 (b) and (d)
{}"""
    begun, ended = "\n1. (S) The pump\n\n", "is blue and 20 years old.\n"
    text = header.format(1, begun) + header.format(2, ended)
    document = parse(Source.from_text(text))
    copy = apply_plan(document.source, make_plan(document, (), (), FOIA))
    for kept in ("SUBJECT: [(b)(1)", "REF: TESTVILLE 37\n", "Reasons 1.4 (b) and (d)\n"):
        assert copy.count(kept) == 2
    assert "blue" not in copy and "PUMPS" not in copy


def test_blank_lines_inside_a_portion_do_not_tell_its_shape() -> None:
    text = "SECRET\n1. (S) First.\n\nSecond.\n\nThird.\n2. (U) Lunch.\n"
    assert "1. (S) [(b)(1) 1.4(b),(d) 5 lines]\n2. (U) Lunch." in released(text)


@pytest.mark.parametrize("banner", ["CONFIDENTIAL", "UNCLASSIFIED"])
@pytest.mark.parametrize("mark", ["", "(X) "])
def test_a_portion_without_readable_mark_is_handled_as_the_highest_level(
    mark: str, banner: str
) -> None:
    text = f"{banner}\n1. {mark}The pump is to be sold.\n2. (S) Sold to whom.\n"
    public = released(text)
    assert "pump" not in public
    assert "(X)" not in public, "a mark that cannot be read may be text"


def test_an_unmarked_sub_paragraph_follows_the_lead_in_unless_another_is_marked() -> None:
    text = "SECRET\n1. (U) List:\na. plums\nb. pears\n2. (S) No.\n"
    document = lay_out(text)
    parent = document.portions[0]

    def sub(words: str, mark: str | None) -> Portion:
        start = text.index(words)
        span = Span(start, start + len(words))
        return Portion(
            number=words[0],
            span=span,
            text_span=Span(start + 3, span.end),
            kind="sub-paragraph",
            mark=mark,
            marking=dataclasses.replace(parent.marking, level="SECRET") if mark else None,
        )

    def public(first: str | None) -> str:
        portions = (*document.portions, sub("a. plums", first), sub("b. pears", None))
        changed = dataclasses.replace(document, portions=portions)
        return apply_plan(changed.source, make_plan(changed, (), (), FOIA))

    assert "a. plums\nb. pears" in public(None)
    mixed = public("S")
    assert "plums" not in mixed and "pears" not in mixed
    assert "1. (U) List:\na. [(b)(1)" in mixed


def test_text_that_no_portion_holds_is_withheld_as_the_highest_level() -> None:
    public = released("SECRET\nStray line about the pump.\n1. (U) Lunch.\n")
    assert "Stray" not in public and "1. (U) Lunch." in public


def test_the_subject_of_a_classified_document_is_withheld_wherever_it_is_repeated() -> None:
    text = (
        "SECRET\nSUBJECT: SALE OF THE OLD PUMP\n1. (U) This reports the Sale of\nthe old pump "
        "today.\nREF: SALE OF THE OLD PUMP\n2. (S) No.\n"
    )
    public = released(text)
    assert "sale" not in public.lower()
    assert "1. (U) This reports the [(b)(1) 1.4(b),(d) 2 lines] today." in public


def test_a_title_that_the_wrapper_repeats_is_withheld_too() -> None:
    text = "SALE OF PUMP\nSECRET\n1. (S) No.\n"
    document = lay_out(text)
    title = Metadata(title=Field(Span(0, 12), "SALE OF PUMP"))
    segments = (dataclasses.replace(document.segments[0], kind="wrapper"), *document.segments[1:])
    document = dataclasses.replace(document, metadata=title, segments=segments)
    assert "PUMP" not in apply_plan(document.source, make_plan(document, (), (), FOIA))


def test_six_words_of_a_withheld_portion_are_withheld_between_the_portions() -> None:
    text = (
        "SECRET\nREF: TO SELL THE OLD RED PUMP NEXT WEEK\n"
        "1. (S) They want to sell the old red pump next week.\n2. (U) Lunch.\n"
    )
    assert "RED PUMP" not in released(text)


def test_words_that_a_released_portion_says_too_are_not_withheld_again() -> None:
    line = "to sell the old red pump next week"
    text = f"SECRET\nREF: {line}\n1. (S) They want {line}.\n2. (U) All know {line}.\n"
    public = released(text)
    assert f"REF: {line}\n" in public and f"2. (U) All know {line}.\n" in public


def test_without_a_reason_line_the_category_is_not_stated() -> None:
    public = released("SECRET\n1. (S) No.\n", reasons=False)
    assert "[(b)(1) category not stated 1 word]" in public


def test_names_are_withheld_at_every_place_the_finder_missed() -> None:
    text = (
        "UNCLASSIFIED\n1. (U) Zoltan Quimbly met us. QUIMBLY smiled. Q U I M B L Y too.\n"
        "Quim-\nbly's dog. Quimbl\u00fd and Z. Quimbly left.\nSIGNED: QUIMBLY\n"
    )
    document = lay_out(text)
    plan = make_plan(document, [mention(document, "Zoltan Quimbly")], (), FOIA)
    public = apply_plan(document.source, plan)
    assert "uimbl" not in public.lower() and "Z." not in public
    assert public.count("[(b)(6) name]") == 7
    assert "[(b)(6) name]'s dog" in public, "a possessive ending stays"
    causes = {cause for r in plan.redactions for cause in r.causes}
    assert causes == {"mention P1", "same name as mention P1"}


@pytest.mark.parametrize(
    ("text", "name", "stays", "reason"),
    [
        ("1. (U) Jorge Paz came. LA PAZ is high.", "Jorge Paz", "LA PAZ", "part of a place name"),
        ("1. (U) Ada Long came. It was a long day.", "Ada Long", "long day", "ordinary word"),
        ("1. (U) ADA YOUNG CAME. A YOUNG DOG TOO.", "ADA YOUNG", "YOUNG DOG", "ordinary word"),
        ("1. (U) Ada So came. So it was so.", "Ada So", "So it was so", "ordinary word"),
    ],
)
def test_places_and_ordinary_words_are_kept_and_the_record_says_why(
    text: str, name: str, stays: str, reason: str
) -> None:
    document = lay_out(f"UNCLASSIFIED\n{text}\n")
    plan = make_plan(document, [mention(document, name)], (), FOIA)
    assert stays in apply_plan(document.source, plan)
    assert {kept.reason for kept in plan.kept} == {reason}
    assert make_copy(document, plan).verify().result == "proved"


@pytest.mark.parametrize("again", ["Later Mr. Long left.", "They met Long again."])
def test_an_ordinary_word_written_as_a_name_is_withheld(again: str) -> None:
    public = released(f"UNCLASSIFIED\n1. (U) Ada Long came. {again}\n", "Ada Long")
    assert "Long" not in public


def test_excepted_roles_stay_and_are_recorded() -> None:
    policy = dataclasses.replace(
        FOIA,
        withhold=(Withholding(reason="(b)(6)", mention="PERSON", except_roles=("signatory",)),),
    )
    document = lay_out("UNCLASSIFIED\n1. (U) Ada Roe met Bo Quimbly.\nSIGNED: ROE\n")
    mentions = [
        mention(document, "Bo Quimbly"),
        mention(document, "ROE", role="signatory", person="P2"),
    ]
    plan = make_plan(document, mentions, (), policy)
    assert [(k.reason, k.span.of(document.source.text)) for k in plan.kept] == [
        ("role signatory", "ROE")
    ]
    assert "SIGNED: ROE" in apply_plan(document.source, plan)


@pytest.mark.parametrize(
    ("possible", "shown", "asked"), [("withhold", False, 0), ("ask", True, 1), ("leave", True, 0)]
)
def test_possible_names_follow_the_policy(possible: str, shown: bool, asked: int) -> None:
    line = Withholding(reason="(b)(6)", mention="PERSON", possible=possible)
    document = lay_out("UNCLASSIFIED\n1. (U) Perhaps Quimbly came.\n")
    plan = make_plan(
        document,
        [mention(document, "Quimbly", tier="possible")],
        (),
        dataclasses.replace(FOIA, withhold=(line,)),
    )
    assert ("Quimbly" in apply_plan(document.source, plan)) is shown
    assert len(plan.asked) == asked
    assert len(plan.kept) == (possible == "leave")


def test_overlapping_mentions_are_joined_and_keep_every_reason() -> None:
    document = lay_out("SECRET\n1. (S) Ada Roe\n2. (U) Bo Ada Quimbly-Roe.\n")
    mentions = [
        mention(document, "Ada Roe", person="P1"),
        mention(document, "Bo Ada", person="P2"),
        mention(document, "Ada Quimbly", person="P3"),
    ]
    plan = make_plan(document, mentions, (), FOIA)
    first, second = plan.redactions[:2]
    assert first.reasons == ("(b)(1) 1.4(b),(d)", "(b)(6)")
    assert first.label == "[(b)(1) 1.4(b),(d); (b)(6) 2 words]"
    assert set(second.causes) >= {"mention P2", "mention P3"} and second.is_name


@pytest.mark.parametrize(
    ("count", "amount"),
    [(1, "1 word"), (2, "2 words"), (3, "~2 words"), (4, "~5 words"), (7, "~5 words"),
     (8, "~10 words"), (15, "~20 words"), (34, "~20 words"), (35, "~50 words"), (76, "~100 words")],
)  # fmt: skip
def test_amounts_are_steps(count: int, amount: str) -> None:
    assert amount_of("word " * count) == amount


def test_amounts_over_a_line_end_are_lines() -> None:
    assert amount_of("a\r\nb") == "2 lines"
    assert amount_of("a\rb\rc\rd") == "~5 lines"


def test_a_place_of_birth_is_withheld_and_looked_for_nowhere_else() -> None:
    text = "UNCLASSIFIED\n1. (U) Ruritania sent a pump. POB: Ruritania.\n"
    document = lay_out(text)
    place = mention(document, "Ruritania", 1, kind="PLACE_OF_BIRTH")
    plan = make_plan(document, (place,), (), FOIA)
    assert [r.kind for r in plan.parts] == ["PLACE_OF_BIRTH"]
    assert plan.sought == ()


def test_names_of_any_length_have_the_same_label() -> None:
    short = released("UNCLASSIFIED\n1. (U) Bo Ng came.\n", "Bo Ng")
    long = released(
        "UNCLASSIFIED\n1. (U) Wilhelmina Quimblythorpe came.\n", "Wilhelmina Quimblythorpe"
    )
    assert short == long


def test_the_state_form_of_a_label_is_an_option() -> None:
    settings = dataclasses.replace(FOIA.release, placeholder="[{codes} – {amount}]")
    redaction = Redaction(
        span=Span(0, 1), reasons=("(b)(1) 1.4(b),(d)", "(b)(7)(C)"), causes=(), amount="2 lines"
    )
    assert label_for(redaction, settings, "utf-8") == "[1.4(B),1.4(D),B1,B7(C) – 2 lines]"
    assert label_for(redaction, settings, "latin-1") == "[1.4(B),1.4(D),B1,B7(C) - 2 lines]"


def test_the_header_of_a_classified_copy() -> None:
    public = released("SECRET\n1. (S) No.\n")
    assert public.startswith(CANCELLED)
    assert public.splitlines()[1:3] == [
        "Withheld: (b)(1) 1.4(b),(d). Each deletion is labelled at its place.",
        f"Policy: foia-release {FOIA.version}",
    ]


def test_the_header_of_a_classified_record_of_which_nothing_classified_is_withheld() -> None:
    for names, what in (((), "Nothing was withheld."), (("Ada Roe",), "Withheld: (b)(6).")):
        public = released("SECRET\n1. (U) Ada Roe ate.\n", *names)
        assert public.startswith(f"{CANCELLED}{what}")


def test_the_header_of_unclassified_copies() -> None:
    assert released("UNCLASSIFIED\n1. (U) Yes.\n").startswith(
        "RELEASED IN FULL\nNothing was withheld.\n"
    )
    in_part = released("UNCLASSIFIED\n1. (U) Ada Roe.\n", "Ada Roe")
    assert in_part.startswith("RELEASED IN PART\nWithheld: (b)(6).")
    assert "cancelled" not in in_part


@pytest.mark.parametrize("withheld", [True, False])
def test_a_copy_says_declassified_only_with_evidence_and_nothing_classified_withheld(
    withheld: bool,
) -> None:
    document = lay_out("SECRET\n1. (S) No.\n")
    evidence = Declassification("the Office of Pumps", "2020-01-02", "E.O. 13526")
    plan = make_plan(document, (), (), FOIA if withheld else NAMES, evidence=evidence)
    public = apply_plan(document.source, plan)
    if withheld:
        assert public.startswith(CANCELLED) and "eclassified" not in public
    else:
        assert public.splitlines()[:2] == [
            "RELEASED IN FULL",
            "Declassified by the Office of Pumps on 2020-01-02 under E.O. 13526; "
            "classification markings below are cancelled",
        ]


def test_evidence_that_names_a_withheld_person_is_refused() -> None:
    document = lay_out("SECRET\n1. (S) Ada Roe said no.\n")
    with pytest.raises(UsageError, match="names a person"):
        make_plan(
            document,
            [mention(document, "Ada Roe")],
            (),
            NAMES,
            evidence=Declassification("A. ROE", "2020-01-02"),
        )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
@pytest.mark.parametrize(
    "origin",
    [
        TextOrigin("utf-8", b"\xef\xbb\xbf"),
        TextOrigin("utf-16-le", b"\xff\xfe"),
        TextOrigin("utf-16-be", b"\xfe\xff"),
        TextOrigin("utf-16-le"),
        TextOrigin("cp1252"),
        TextOrigin("latin-1"),
    ],
)
def test_encoding_and_line_ends_are_those_of_the_source(end: str, origin: TextOrigin) -> None:
    text = end.join(("SECRET", "1. (S) Th\u00e9 plan.", "2. (U) Ada R\u00f6e ate.", "3. (U) Fin"))
    document = lay_out(text, origin)
    copy = make_copy(document, make_plan(document, [mention(document, "Ada R\u00f6e")], (), FOIA))
    assert copy.data.startswith(origin.bom)
    assert copy.text.endswith(f"ate.{end}3. (U) Fin"), "no final line end was added"
    assert set(re.findall(r"\r*\n|\r", copy.text)) == {end}
    assert copy.verify().result == "proved"


def test_text_that_looks_like_our_labels_is_ordinary_text() -> None:
    text = (
        "UNCLASSIFIED\n1. (U) [(b)(6) name] met Ada Roe and [(b)(1) 1.4(b) ~10 lines].\n"
        "RELEASED IN FULL\n"
    )
    document = lay_out(text)
    copy = make_copy(document, make_plan(document, [mention(document, "Ada Roe")], (), FOIA))
    assert "1. (U) [(b)(6) name] met [(b)(6) name] and [(b)(1) 1.4(b) ~10 lines]." in copy.text
    assert copy.verify().result == "proved"


def test_a_plan_for_another_state_of_the_document_is_refused() -> None:
    document = lay_out("UNCLASSIFIED\n1. (U) Ada Roe.\n")
    plan = make_plan(document, [mention(document, "Ada Roe")], (), FOIA)
    with pytest.raises(UsageError, match="not the one"):
        apply_plan(Source.from_text("UNCLASSIFIED\n1. (U) Ada Roe!\n"), plan)


def test_identifiers_are_withheld_as_text() -> None:
    text = "UNCLASSIFIED\n1. (U) Write to ada.roe@example.test now.\n"
    document = lay_out(text)
    found = mention(document, "ada.roe@example.test", kind="EMAIL_ADDRESS", person=None)
    assert "Write to [(b)(6) 1 word] now." in apply_plan(
        document.source, make_plan(document, [found], (), FOIA)
    )


def test_names_of_withheld_portions_stay_where_the_author_released_them() -> None:
    policy = dataclasses.replace(FOIA, withhold=(FOIA.withhold[0],))
    document = lay_out(
        "SECRET\nREF: QUIMBLY PAPER\n1. (S) Bo Quimbly will buy.\n2. (U) Quimbly dined.\n"
    )
    plan = make_plan(document, [mention(document, "Bo Quimbly")], (), policy)
    public = apply_plan(document.source, plan)
    assert "REF: [(b)(1) 1.4(b),(d) name] PAPER" in public
    assert "2. (U) Quimbly dined." in public
    assert make_copy(document, plan, policy).verify().result == "proved"


@pytest.mark.parametrize(
    ("label", "stays"),
    [
        ("[(b)(1) 1.4(b),(d) ~10 lines]", True),
        ("[1.4(D),B1 \u2013 2 lines]", True),
        ("[(b)(6) name]", True),
        ("[(b)(3) 50 U.S.C. 3507 1 line]", True),
        ("[redacted]", True),
        ("\u2588\u2588\u2588\u2588", True),
        ("[(b)(1) the old red pump]", False),
        ("[(b)(6) Quimbly]", False),
        ("[1.4(D) \u043f\u043e\u043c\u043f\u0430]", False),
        ("[(b)(1) 555-0142-77]", False),
    ],
)
def test_a_label_of_an_earlier_review_stays_but_no_text_in_its_dress(
    label: str, stays: bool
) -> None:
    document = lay_out(f"CONFIDENTIAL\n1. (C) The pump {label} is sold.\n2. (U) Lunch.\n")
    copy = make_copy(document, make_plan(document, (), (), FOIA))
    assert (label in copy.text) is stays
    assert copy.verify().result == "proved"


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        ("{} met him.", "[(b)(6) name] met him."),
        ("1  {}      MINISTER     12", "1  [(b)(6) name]  MINISTER     12"),
        ("12        {}      MINISTER", "12  [(b)(6) name]  MINISTER"),
        ("|{}      |", "|[(b)(6) name]  |"),
        ("      {}", "      [(b)(6) name]"),
        ("{}      ", "[(b)(6) name]      "),
        ("A    {}    {}    C", "A  [(b)(6) name]  [(b)(6) name]  C"),
    ],
)
def test_the_width_of_a_column_does_not_tell_the_length_of_a_name(row: str, shown: str) -> None:
    document = lay_out(f"CONFIDENTIAL\n1. (U) A list:\n{row.format(*['Quimbly'] * 2)}\n")
    count = row.count("{}")
    found = [mention(document, "Quimbly", n) for n in range(count)]
    copy = make_copy(document, make_plan(document, found, (), FOIA))
    assert copy.text.splitlines()[-1] == shown
    assert copy.verify().result == "proved"
