"""Edit distance between words, for rules that suggest the word that was meant."""

from __future__ import annotations


def edit_distance(one: str, other: str) -> int:
    """Letters to insert, delete, replace or swap with a neighbor to turn one into the other."""
    return distances_from_beginnings(one, other)[-1]


def distances_from_beginnings(one: str, other: str) -> list[int]:
    """The edit distances of ``one`` from the prefixes of ``other``, from empty to complete."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b)))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[j] = min(row[j], before[j - 2] + 1)
        before, above = above, row
    return above


def is_within(one: str, other: str, most: int) -> bool:
    """Whether `edit_distance` is at most ``most``; too different lengths are not compared."""
    return abs(len(one) - len(other)) <= most and edit_distance(one, other) <= most
