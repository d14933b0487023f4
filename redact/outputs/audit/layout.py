"""The layout of a report, read from YAML: its sections and all wording besides the facts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from redact.errors import PolicyError, UsageError, quoted
from redact.policy.nearest import did_you_mean
from redact.policy.validate import validate
from redact.resources import file_bytes, folder
from redact.strict_yaml import read_yaml
from redact.strict_yaml.lines import error_lines
from redact.values import dataclass

SCHEMA = "report-layout.schema.json"
# Every layout is merged over this one, which is complete.
BASE = "audit"


@dataclass(frozen=True, slots=True)
class OwnBanner:
    """The report's own marking: the lowest level it may have, and its control line."""

    level: str
    control: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The names of an outcome: short for a tile, in full, and as a FOIA disposition code."""

    short: str
    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Basis:
    """The standard text for an exemption: statute and harm."""

    title: str
    statute: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The sections in order, and all wording of the report that is not a fact from a record."""

    name: str
    title: str
    subtitle: str
    agency: str
    office: str
    page: str
    banner: Mapping[str, OwnBanner]
    sections: tuple[str, ...]
    section_titles: Mapping[str, str]
    signatures: tuple[str, ...]
    outcomes: Mapping[str, Outcome]
    decisions: Mapping[str, str]
    verification: Mapping[str, str]
    harm: Mapping[str, str]
    exemptions: Mapping[str, Basis]
    categories: Mapping[str, str]
    row_checks: Mapping[str, str]
    statements: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, str]

    def label(self, key: str, **values: object) -> str:
        """The label for a key with its ``{placeholders}`` filled in."""
        return self.labels[key].format(**values) if values else self.labels[key]

    def statement(self, key: str, **values: object) -> str:
        """The statement for a key as one paragraph, with its ``{placeholders}`` filled in."""
        text = " ".join(self.statements[key])
        return text.format(**values) if values else text


def shipped_layouts() -> tuple[str, ...]:
    """Names of the layouts shipped with the tool, sorted."""
    return tuple(sorted(path.stem for path in (folder("reports") / "layout").glob("*.yaml")))


def load_layout(name: str | Path = BASE) -> Layout:
    """The shipped layout with this name, or the one in this file, merged over the shipped base.

    Raises `RedactError` with the file and the path of the error inside it.
    """
    base, _ = _read(folder("reports") / "layout" / f"{BASE}.yaml")
    if str(name) == BASE:
        return _build(base)
    if str(name) in shipped_layouts():
        path = folder("reports") / "layout" / f"{name}.yaml"
    else:
        path = Path(name)
    over, data = _read(path)
    with error_lines({str(name): data}):
        validate(over, SCHEMA, str(name))
        return _build(_lay_over(base, over, str(name)))


def _read(path: Path) -> tuple[dict[str, Any], bytes]:
    """The parsed content of a layout file, and its bytes."""
    hint = f"name a file or one of: {', '.join(shipped_layouts())}"
    data = file_bytes(path, str(path), hint=hint)
    content = read_yaml(data, str(path))
    if not isinstance(content, dict):
        raise UsageError("a layout is a mapping of keys to values", str(path))
    return content, data


def _lay_over(base: dict[str, Any], over: dict[str, Any], where: str) -> dict[str, Any]:
    """The base updated with the keys of ``over``; mappings are merged one level deep."""
    joined = dict(base)
    for key, value in over.items():
        if not isinstance(value, dict):
            joined[key] = value
            continue
        # A label nobody prints is a misspelled one; exemptions and levels may be added freely.
        for inner in value if key in ("labels", "statements", "section_titles") else ():
            if inner not in base[key]:
                raise PolicyError(
                    f"unknown key {quoted(inner)}",
                    f"{where}: $.{key}",
                    did_you_mean(inner, base[key], f"known here: {', '.join(base[key])}"),
                    inner,
                )
        joined[key] = {**base[key], **value}
    return joined


def _build(content: dict[str, Any]) -> Layout:
    values = {k: v for k, v in content.items() if k not in ("format", "extends")}
    values["banner"] = {k: OwnBanner(**v) for k, v in content["banner"].items()}
    values["outcomes"] = {k: Outcome(**v) for k, v in content["outcomes"].items()}
    values["exemptions"] = {k: Basis(**v) for k, v in content["exemptions"].items()}
    values["statements"] = {
        k: (v,) if isinstance(v, str) else tuple(v) for k, v in content["statements"].items()
    }
    values["sections"] = tuple(content["sections"])
    values["signatures"] = tuple(content["signatures"])
    return Layout(**values)
