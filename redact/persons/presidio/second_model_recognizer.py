"""A second spaCy model as a Presidio recognizer."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from presidio_analyzer import AnalysisExplanation, EntityRecognizer, RecognizerResult

from redact.persons.presidio.nlp_engine import TelegramNlpEngine
from redact.persons.second_models import SPACY
from redact.sources import Span

ENTITY = f"PERSON:{SPACY}"
_SCORE = 0.6
"""The score of every finding, since spaCy gives no probabilities."""


@functools.cache
def load_engine(folder: Path) -> TelegramNlpEngine:
    """The model in ``folder``, loaded once per process."""
    engine = TelegramNlpEngine(folder)
    engine.load()
    return engine


class SecondModelRecognizer(EntityRecognizer):  # type: ignore[misc]  # Presidio is untyped
    """Reports what a spaCy model takes for persons in the paragraphs of a piece."""

    def __init__(self, folder: Path, paragraphs: Sequence[Span]) -> None:
        self._folder = folder
        self._paragraphs = paragraphs
        super().__init__(supported_entities=[ENTITY], name=SPACY, supported_language="en")

    def load(self) -> None:
        """Load the model, on the first piece in a process."""
        self._engine = load_engine(self._folder)

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: Any = None
    ) -> list[RecognizerResult]:
        """The persons that the model finds; its places and organizations are ignored."""
        seen = self._engine.read_paragraphs(text, self._paragraphs)
        return [
            RecognizerResult(
                entity_type=ENTITY,
                start=entity.start_char,
                end=entity.end_char,
                score=_SCORE,
                analysis_explanation=AnalysisExplanation(
                    recognizer=SPACY,
                    original_score=_SCORE,
                    textual_explanation="a second language model reads it as a name",
                ),
            )
            for entity in seen.entities
            if entity.label_ == "PERSON"
        ]
