"""How far one word is from another, for rules that name the word that was meant."""

from __future__ import annotations


def edit_distance(one: str, other: str) -> int:
    """Letters to insert, delete or replace to turn one word into the other."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]
