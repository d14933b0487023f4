"""The content of a policy as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from redact.findings import Authority, Severity
from redact.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """How a policy applies one rule.

    ``severity`` maps a hit's case to its severity; ``default`` is always present. ``stages`` are
    the stages in which the rule runs. ``params`` are settings of the rule, already checked against
    those the rule declares.
    """

    rule: str
    severity: Mapping[str, Severity]
    authority: tuple[str, ...]
    stages: tuple[str, ...]
    params: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Exemption:
    """A reason to withhold, such as ``(b)(6)``, and the statute that gives it.

    ``categories`` are finer grounds that may be cited with it, such as ``1.4(b)`` for ``(b)(1)``,
    each with its title.
    """

    code: str
    title: str
    cite: str
    categories: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withholding:
    """One line of ``withhold``: which text, for which reason.

    Either ``portions_above`` (a level: portions handled above it) or ``mention`` (an entity kind)
    is set. ``except_roles`` are roles whose names are kept. ``possible`` says what to do with
    mentions of the tier *possible*: ``withhold``, ``ask`` or ``leave``.
    """

    reason: str
    portions_above: str | None = None
    mention: str | None = None
    except_roles: tuple[str, ...] = ()
    possible: str = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseSettings:
    """How the public copy is written.

    ``placeholder`` and ``name_placeholder`` are formats with ``{reasons}`` (``(b)(1) 1.4(d)``) or
    ``{codes}`` (the State Department's ``1.4(D),B1``), and ``{amount}``.
    ``cancel_banners``: banner lines above UNCLASSIFIED are replaced. ``needs_declassification``:
    a classified document gets no copy without evidence that it was declassified.
    """

    placeholder: str = "[{reasons} {amount}]"
    name_placeholder: str = "[{reasons} name]"
    cancel_banners: bool = True
    needs_declassification: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Policy:
    """A policy with everything it extends merged in; equal only to itself.

    A rule that is not in ``rules`` does not run. ``description`` is one sentence.
    ``chain`` names the files in the order they were read; ``sha256`` is over their bytes in that
    order; ``provenance`` gives for each dotted key the file that set it last.
    """

    name: str
    version: str
    chain: tuple[str, ...]
    sha256: str
    registers: tuple[str, ...]
    authorities: Mapping[str, Authority]
    rules: Mapping[str, Binding]
    exemptions: Mapping[str, Exemption]
    withhold: tuple[Withholding, ...]
    release: ReleaseSettings
    provenance: Mapping[str, str]
    description: str = ""
