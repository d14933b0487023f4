"""Precedences of a message by prosign and by word, as the register lists them."""

from __future__ import annotations

from redact.markings.register import PrecedenceWord, Register


def of_prosign(prosign: str, register: Register) -> PrecedenceWord | None:
    """The precedence a prosign of FL5 stands for, ``None`` when it stands for none."""
    return next((p for p in register.precedences if p.prosign == prosign), None)


def of_word(word: str, register: Register) -> PrecedenceWord | None:
    """The precedence an addressee's word names; NIACT IMMEDIATE is IMMEDIATE by night."""
    return next((p for p in register.precedences if word == p.word or word in p.also), None)
