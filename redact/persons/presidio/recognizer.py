"""One of our detectors as a Presidio recognizer."""

from __future__ import annotations

from typing import Any

from presidio_analyzer import AnalysisExplanation, EntityRecognizer, RecognizerResult

from redact.persons.candidate import Candidate
from redact.persons.recognizers import Detector


def entity_of(detector: Detector) -> str:
    """The entity name under which Presidio sees a detector.

    The analyzer keeps only the best of overlapping results with the same entity name; a reviewer
    wants to see everything that found a name, so each detector has an entity name of its own.
    """
    return f"{detector.kind}:{detector.name}"


class DetectorRecognizer(EntityRecognizer):  # type: ignore[misc]  # Presidio is untyped
    """Reports the candidates a detector found in one piece of a document."""

    def __init__(self, detector: Detector, candidates: tuple[Candidate, ...], start: int) -> None:
        self._detector = detector
        self._candidates = candidates
        self._start = start
        super().__init__(
            supported_entities=[entity_of(detector)], name=detector.name, supported_language="en"
        )

    def load(self) -> None:
        """Does nothing: the detector works on text."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: Any = None
    ) -> list[RecognizerResult]:
        """The candidates inside ``text``, with score and reason."""
        end = self._start + len(text)
        return [
            RecognizerResult(
                entity_type=entity_of(self._detector),
                start=c.span.start - self._start,
                end=c.span.end - self._start,
                score=c.score,
                analysis_explanation=AnalysisExplanation(
                    recognizer=self.name,
                    original_score=c.score,
                    textual_explanation=self._detector.reason,
                ),
            )
            for c in self._candidates
            if c.span.start >= self._start and c.span.end <= end
        ]
