"""From a document and a policy to findings."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Any

from redact.documents.model import Document
from redact.findings import Examined, Finding, Hit, Publication, Severity, Waiver
from redact.findings.fingerprint import with_fingerprints
from redact.markings.register import Register
from redact.policy.model import Binding, Policy
from redact.rules import RULES, Rule
from redact.sources import Source


def check(
    document: Document,
    policy: Policy,
    register: Register,
    *,
    as_of: datetime.date,
    stage: str = "record",
    waivers: Iterable[Waiver] = (),
    siblings: tuple[Document, ...] = (),
    publication: Publication | None = None,
) -> tuple[Finding, ...]:
    """Findings of every rule the policy binds in this stage, ordered by position and rule.

    ``as_of`` is the date that date rules check against; it also decides whether a waiver is in
    force.
    """
    in_force = tuple(waiver for waiver in waivers if as_of <= waiver.expires)
    seen = partial(
        Examined,
        document=document,
        register=register,
        stage=stage,
        as_of=as_of,
        siblings=siblings,
        publication=publication,
    )
    plain = seen()
    findings = [
        _finding(hit, rule, binding, policy, document, in_force)
        for rule, binding, params in _bound(policy, stage)
        for hit in rule.check(seen(params=params) if params else plain)
    ]
    return with_fingerprints(sorted(findings, key=lambda f: (f.span, f.rule, f.message)))


def rules_of(policy: Policy, stage: str) -> Iterator[str]:
    """Ids of the rules the policy applies in a stage, in catalogue order."""
    return (rule.id for rule, _, _ in _bound(policy, stage))


@lru_cache(maxsize=16)  # the same for every document of a run
def _bound(policy: Policy, stage: str) -> tuple[tuple[Rule, Binding, Mapping[str, Any]], ...]:
    """The rules of a stage with their bindings and settings, in catalogue order."""
    bound = ((name, policy.rules.get(name)) for name in RULES)
    in_force = (
        (RULES[name], binding)
        for name, binding in bound
        if binding is not None and stage in binding.stages
    )
    return tuple(
        (rule, binding, MappingProxyType({**rule.params, **_as_written(rule, binding)}))
        for rule, binding in in_force
    )


def _as_written(rule: Rule, binding: Binding) -> dict[str, Any]:
    """The settings of a binding, as dates where the rule's default is a date."""
    return {
        key: datetime.date.fromisoformat(value)
        if isinstance(rule.params[key], datetime.date)
        else value
        for key, value in binding.params.items()
    }


def _finding(
    hit: Hit,
    rule: Rule,
    binding: Binding,
    policy: Policy,
    document: Document,
    waivers: tuple[Waiver, ...],
) -> Finding:
    source = document.source
    severity = binding.severity.get(hit.case, binding.severity["default"])
    if rule.era and document.date is None:
        # Without a date the era is a guess, so it supports no more than a note.
        severity = Severity.NOTE
    return Finding(
        rule=rule.id,
        severity=severity,
        path=source.path,
        span=hit.span,
        start=source.line_col(hit.span.start),
        end=source.line_col(hit.span.end),
        message=hit.message,
        fix=hit.fix,
        expected=hit.expected,
        found=hit.found,
        authority=tuple(policy.authorities[name] for name in binding.authority),
        related=tuple(
            (label, source.line_col(label.span.start), source.line_col(label.span.end))
            for label in hit.related
        ),
        waiver=next((w for w in waivers if _applies(w, rule, source)), None),
        edits=hit.edits,
    )


def _applies(waiver: Waiver, rule: Rule, source: Source) -> bool:
    """A waiver names its document by the given path or SHA-256, and may also name its content."""
    return (
        waiver.rule in (rule.id, *rule.former)
        and waiver.document in (source.path, source.sha256)
        and waiver.sha256 in (None, source.sha256)
    )
