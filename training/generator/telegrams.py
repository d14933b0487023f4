"""Passages of synthetic telegrams: deterministic for a seed."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator

from training.generator.fill import Cast, Pieces, fill
from training.generator.noise import wrapped
from training.generator.person import draw_culture
from training.generator.tables import Template, templates
from training.passage import Passage

_DEVELOPMENT_SHARE = 10
_JOINED = ("prose", "negatives")
"""Zones in which several sentences form a paragraph."""

_GARBLED, _GARBLED_WORDS = 0.12, 0.04
_WRAPPED, _BROKEN = 0.12, 0.5
_WIDTHS = (58, 64, 69, 72, 80)


def is_development(template: Template) -> bool:
    """Whether a template is held out for development."""
    digest = hashlib.sha256(f"template:{template.text}".encode()).digest()
    return digest[0] % _DEVELOPMENT_SHARE == 0


def generate(seed: str, count: int, among: tuple[Template, ...] | None = None) -> Iterator[Passage]:
    """``count`` passages from the given templates, by default all.

    The templates are used in shuffled rounds, so that each is used equally often.
    """
    chosen = among if among is not None else templates()
    random_ = random.Random(seed)
    order: list[Template] = []
    for _ in range(count):
        if not order:
            order = random_.sample(chosen, len(chosen))
        yield _passage(order.pop(), chosen, random_)


def _passage(template: Template, chosen: tuple[Template, ...], random_: random.Random) -> Passage:
    cast = Cast(draw_culture(random_))
    garbles = _GARBLED_WORDS if random_.random() < _GARBLED else 0.0
    pieces = Pieces()
    parts = [template]
    if template.zone in _JOINED:
        others = [t for t in chosen if t.zone in _JOINED]
        parts += random_.choices(others, k=random_.choice((0, 0, 1, 1, 2, 3)))
        if random_.random() < 0.4:
            pieces.add(f"{random_.randint(1, 19)}. ")
    for part in parts:
        if pieces.text and not pieces.text.endswith(" "):
            pieces.add(" ")
        fill(part, cast, random_, pieces, garbles)
    passage = Passage(pieces.text, tuple(pieces.persons), template.id)
    if random_.random() < _WRAPPED:
        passage = wrapped(passage, random_.choice(_WIDTHS), random_.random() < _BROKEN)
    return passage
