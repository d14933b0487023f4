"""Rampart as a Presidio recognizer: a small network for names that ignores case."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from presidio_analyzer import AnalysisExplanation, EntityRecognizer, RecognizerResult
from tokenizers import Tokenizer

from redact.persons.presidio.compacting import compacted
from redact.persons.presidio.windows import windows
from redact.persons.second_models import RAMPART
from redact.sources import Span
from redact.values import dataclass

ENTITY = f"PERSON:{RAMPART}"
LEAST = 0.1
"""Minimum probability of a name; low, since the network proved cautious on telegrams."""

_NAMES = slice(1, 5)
"""Given name and surname, first and further pieces, among the network's labels."""

_MOST_PIECES = 512
"""Maximum word pieces the network accepts; windows in Latin letters always have fewer."""

_BATCH = 16
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BETWEEN = re.compile(r"[ .'’-]{1,3}")


@dataclass(frozen=True, slots=True)
class _Network:
    tokenizer: Tokenizer
    session: onnxruntime.InferenceSession

    def chances(self, texts: Sequence[str]) -> list[list[tuple[int, int, float]]]:
        """The word pieces of each text: their spans and their probability of being in a name."""
        read = self.tokenizer.encode_batch(list(texts))
        ids = np.zeros((len(read), max(len(r.ids) for r in read)), np.int64)
        mask = np.zeros_like(ids)
        for row, one in enumerate(read):
            ids[row, : len(one.ids)] = one.ids
            mask[row, : len(one.ids)] = 1
        (answers,) = self.session.run(
            None,
            {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)},
        )
        shares = np.exp(answers - answers.max(axis=-1, keepdims=True))
        names = shares[..., _NAMES].sum(axis=-1) / shares.sum(axis=-1)
        return [
            [(*o, float(p)) for o, p in zip(one.offsets, row, strict=False) if o[1] > o[0]]
            for one, row in zip(read, names, strict=True)
        ]


@functools.cache
def load_network(folder: Path) -> _Network:
    """The network in ``folder``, loaded once per process, using one processor core."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        str(folder / "onnx" / "model_q4.onnx"), options, providers=["CPUExecutionProvider"]
    )
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(_MOST_PIECES)
    tokenizer.no_padding()
    return _Network(tokenizer, session)


class RampartRecognizer(EntityRecognizer):  # type: ignore[misc]  # Presidio is untyped
    """Reports what Rampart takes for names in the paragraphs of a piece of a document."""

    def __init__(self, folder: Path, paragraphs: Sequence[Span]) -> None:
        self._folder = folder
        self._paragraphs = paragraphs
        super().__init__(supported_entities=[ENTITY], name=RAMPART, supported_language="en")

    def load(self) -> None:
        """Load the network, on the first piece in a process."""
        self._network = load_network(self._folder)

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: Any = None
    ) -> list[RecognizerResult]:
        """Every word or run of words whose probability is at least `LEAST`."""
        cut: list[tuple[str, list[int]]] = []
        for paragraph, offsets in compacted(text, self._paragraphs, 0):
            cut += [(paragraph[s:e], offsets[s:e]) for s, e in windows(paragraph)]
        cut.sort(key=lambda window: len(window[0]))  # a batch is padded to its longest window
        found: dict[Span, float] = {}
        for first in range(0, len(cut), _BATCH):
            batch = cut[first : first + _BATCH]
            answers = self._network.chances([window for window, _ in batch])
            for (window, offsets), pieces in zip(batch, answers, strict=True):
                for start, end, chance in _names(window, pieces):
                    span = Span(offsets[start], offsets[end - 1] + 1)
                    found[span] = max(chance, found.get(span, 0.0))
        return [_result(span, chance) for span, chance in sorted(found.items())]


def _names(text: str, pieces: list[tuple[int, int, float]]) -> Iterator[tuple[int, int, float]]:
    """Words, each as likely as its likeliest piece, joined to names as likely as the least word."""
    name: tuple[int, int, float] | None = None
    at = 0
    for word in _WORD.finditer(text):
        while at < len(pieces) and pieces[at][1] <= word.start():
            at += 1
        chance, here = 0.0, at
        while here < len(pieces) and pieces[here][0] < word.end():
            chance, here = max(chance, pieces[here][2]), here + 1
        if chance < LEAST:
            continue
        if name and _BETWEEN.fullmatch(text, name[1], word.start()):
            name = (name[0], word.end(), min(name[2], chance))
            continue
        if name:
            yield name
        name = (word.start(), word.end(), chance)
    if name:
        yield name


def _result(span: Span, chance: float) -> RecognizerResult:
    return RecognizerResult(
        entity_type=ENTITY,
        start=span.start,
        end=span.end,
        score=round(chance, 2),
        analysis_explanation=AnalysisExplanation(
            recognizer=RAMPART,
            original_score=round(chance, 2),
            textual_explanation="the model Rampart reads it as a name",
        ),
    )
