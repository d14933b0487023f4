"""Presidio's NLP engine, reduced to name recognition on paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from presidio_analyzer.nlp_engine import NerModelConfiguration, NlpArtifacts, SpacyNlpEngine

from redact.persons.presidio.compacting import compacted
from redact.persons.presidio.paragraph_memory import ParagraphMemory, Seen
from redact.persons.presidio.usable_model import PERSON_LABELS, load_usable
from redact.sources import Span
from redact.values import dataclass

# What the model calls a place or an organization is evidence against a name; dates, amounts and
# the like are of no use.
_KINDS = {
    **dict.fromkeys(PERSON_LABELS, "PERSON"),
    "GPE": "LOCATION",
    "LOC": "LOCATION",
    "FAC": "LOCATION",
    "NORP": "NRP",
    "ORG": "ORGANIZATION",
}
_IGNORED_LABELS = [
    "DATE", "TIME", "CARDINAL", "ORDINAL", "EVENT", "LANGUAGE", "LAW", "MONEY", "PERCENT",
    "PRODUCT", "QUANTITY", "WORK_OF_ART",
]  # fmt: skip
_BATCH = 32


@dataclass(frozen=True, slots=True)
class ModelEntity:
    """An entity of the model with offsets into the whole text, as Presidio's recognizer expects."""

    start_char: int
    end_char: int
    label_: str


class TelegramNlpEngine(SpacyNlpEngine):  # type: ignore[misc]  # Presidio is untyped
    """A spaCy model with only its name recognition running.

    The stock engine downloads a model it cannot find; this one loads the folder it is given.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(
            models=[{"lang_code": "en", "model_name": str(folder)}],
            ner_model_configuration=NerModelConfiguration(
                model_to_presidio_entity_mapping=_KINDS,
                labels_to_ignore=_IGNORED_LABELS,
                default_score=0.85,
            ),
        )

    def load(self) -> None:
        """Load the model."""
        self.nlp = {}
        for model in self.models:
            nlp = load_usable(Path(model["model_name"]))
            nlp.max_length = 10_000_000  # paragraphs are far shorter
            self.nlp[model["lang_code"]] = nlp
        self._memory = ParagraphMemory(self._read)

    def read_paragraphs(self, text: str, spans: Sequence[Span], start: int = 0) -> NlpArtifacts:
        """The entities of those paragraphs of ``text``, with offsets relative to ``start``.

        Paragraphs are read in batches, which is several times faster than one long text; one that
        was read recently is not read again.
        """
        pieces = list(compacted(text, spans, start))
        read = self._memory.read([paragraph for paragraph, _ in pieces])
        entities = [
            ModelEntity(offsets[first], offsets[end - 1] + 1, kind)
            for (_, offsets), seen in zip(pieces, read, strict=True)
            for first, end, kind in seen
        ]
        return NlpArtifacts(
            entities=entities,
            tokens=[],
            tokens_indices=[],
            lemmas=[],
            nlp_engine=None,
            language="en",
            scores=[self.ner_model_configuration.default_score] * len(entities),
        )

    def _read(self, paragraphs: Sequence[str]) -> Iterator[Seen]:
        """The entities of each paragraph, computed by the model."""
        for doc in self.nlp["en"].pipe(paragraphs, batch_size=_BATCH):
            yield tuple(
                (e.start_char, e.end_char, kind) for e in doc.ents if (kind := _KINDS.get(e.label_))
            )
