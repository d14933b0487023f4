"""Running Presidio's AnalyzerEngine over a reading."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry
from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
from presidio_analyzer.predefined_recognizers import (
    CreditCardRecognizer,
    IbanRecognizer,
    IpRecognizer,
    PhoneRecognizer,
    SpacyRecognizer,
    UsSsnRecognizer,
)

from redact.persons.candidate import Candidate
from redact.persons.presidio.email_address import OfflineEmailRecognizer
from redact.persons.presidio.nlp_engine import TelegramNlpEngine
from redact.persons.presidio.recognizer import DetectorRecognizer
from redact.persons.presidio.second_model_recognizer import SecondModelRecognizer
from redact.persons.recognizers import DETECTORS, Detector
from redact.persons.recognizers.identifiers import IDENTIFIERS
from redact.persons.second_models import RAMPART, SECOND_DETECTORS, SecondModel
from redact.persons.views.reading import Reading
from redact.persons.views.zones import without
from redact.sources import Span

_PIECE = 20_000
"""Characters given to the analyzer at once; it compares all results with one another."""

_MODEL_ENTITIES = ["PERSON", "LOCATION", "NRP", "ORGANIZATION"]
_SHARED_ENTITIES = (
    *_MODEL_ENTITIES,
    "EMAIL_ADDRESS",
    "PHONE_NUMBER",
    "US_SSN",
    "IBAN_CODE",
    "CREDIT_CARD",
    "IP_ADDRESS",
)


class _NoContext(ContextAwareEnhancer):  # type: ignore[misc]  # Presidio is untyped
    """Leaves scores alone: the stock enhancer needs lemmas, which the name recognizer lacks."""

    def __init__(self) -> None:
        super().__init__(
            context_similarity_factor=0.0,
            min_score_with_context_similarity=0.0,
            context_prefix_count=0,
            context_suffix_count=0,
        )

    def enhance_using_context(
        self,
        text: str,
        raw_results: list[Any],
        nlp_artifacts: Any,
        recognizers: list[Any],
        context: list[str] | None = None,
    ) -> list[Any]:
        """The results as they are."""
        return raw_results


@functools.cache
def load_analyzer(folder: Path) -> AnalyzerEngine:
    """The analyzer with the model in ``folder``, loaded once per process.

    Of Presidio's own recognizers only those run that find identifiers in telegrams; the license,
    bank, date and web address recognizers mistake serial numbers and page lines for theirs.
    """
    engine = TelegramNlpEngine(folder)
    engine.load()
    registry = RecognizerRegistry(supported_languages=["en"])
    for recognizer in (
        SpacyRecognizer(supported_language="en", supported_entities=_MODEL_ENTITIES),
        OfflineEmailRecognizer(),
        PhoneRecognizer(supported_regions=("US",), leniency=2),
        UsSsnRecognizer(),
        IbanRecognizer(),
        CreditCardRecognizer(),
        IpRecognizer(),
    ):
        registry.add_recognizer(recognizer)
    return AnalyzerEngine(
        registry=registry,
        nlp_engine=engine,
        context_aware_enhancer=_NoContext(),
        supported_languages=["en"],
    )


def analyze(
    reading: Reading, folder: Path, second: Sequence[SecondModel] = ()
) -> tuple[Candidate, ...]:
    """Everything that Presidio, the models and our detectors find, in text order."""
    analyzer = load_analyzer(folder)
    detectors = (*DETECTORS, *IDENTIFIERS)
    found = {d.name: d.candidates(reading) for d in detectors}
    candidates: list[Candidate] = []
    for piece, inside in _pieces(reading):
        recognizers = [*_recognizers(detectors, found, piece), *_opinions(second, piece, inside)]
        results = analyzer.analyze(
            text=piece.of(reading.view),
            language="en",
            entities=[*_SHARED_ENTITIES, *(r.supported_entities[0] for r in recognizers)],
            nlp_artifacts=analyzer.nlp_engine.read_paragraphs(reading.view, inside, piece.start),
            ad_hoc_recognizers=recognizers,
        )
        for result in results:
            candidates += _candidates(result, piece.start, reading)
    return tuple(sorted(candidates, key=lambda c: (c.span, c.detector)))


def _recognizers(
    detectors: tuple[Detector, ...], found: dict[str, tuple[Candidate, ...]], piece: Span
) -> list[DetectorRecognizer]:
    return [
        DetectorRecognizer(d, inside, piece.start)
        for d in detectors
        if (inside := tuple(c for c in found[d.name] if piece.covers(c.span)))
    ]


def _opinions(
    second: Sequence[SecondModel], piece: Span, inside: Sequence[Span]
) -> Iterator[EntityRecognizer]:
    """The second models as recognizers for one piece, whose paragraphs are ``inside``."""
    paragraphs = [Span(p.start - piece.start, p.end - piece.start) for p in inside]
    for model in second:
        if model.detector == RAMPART:
            # Needs the libraries of the extra "accurate".
            from redact.persons.presidio.rampart_recognizer import RampartRecognizer

            yield RampartRecognizer(model.folder, paragraphs)
        else:
            yield SecondModelRecognizer(model.folder, paragraphs)


def _candidates(result: Any, start: int, reading: Reading) -> Iterator[Candidate]:
    """A result as candidates: two where a page heading splits the name."""
    kind, _, detector = result.entity_type.partition(":")
    whole = reading.joined.widened(Span(result.start + start, result.end + start))
    if reading.view[whole.start] == "(" and ")" not in whole.of(reading.view):
        whole = Span(whole.start + 1, whole.end)  # (202-555-0177)
    # Our detectors may read routing lines (drafters); what a model finds there is accidental.
    ours = detector and detector not in SECOND_DETECTORS
    parts = (whole,) if ours else without(reading.text, whole, reading.masked)
    for span in parts:
        yield Candidate(
            span=span,
            detector=detector or ("model" if kind in _MODEL_ENTITIES else "presidio"),
            score=round(result.score, 2),
            kind=kind,
            is_part=len(parts) > 1,
        )


def _pieces(reading: Reading) -> Iterator[tuple[Span, tuple[Span, ...]]]:
    """Pieces of about `_PIECE` characters that cover the text without splitting a paragraph."""
    start = 0
    inside: list[Span] = []
    for paragraph in reading.paragraphs:
        if inside and paragraph.end - start > _PIECE:
            yield Span(start, paragraph.start), tuple(inside)
            start, inside = paragraph.start, []
        inside.append(paragraph)
    yield Span(start, len(reading.view)), tuple(inside)
