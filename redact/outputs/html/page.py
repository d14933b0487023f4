"""The page around the blocks: banner lines, style, script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from redact.outputs.audit.characters import unshown
from redact.outputs.audit.compose import all_blocks
from redact.outputs.audit.context import Context
from redact.outputs.html.draw import draw
from redact.outputs.html.inline import escaped
from redact.resources import folder

# Nothing is loaded from elsewhere, and nothing in the text can be executed.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"


def render(context: Context) -> str:
    """The report as an HTML file with embedded style and script, complete without either."""
    return "".join(_parts(replace(context, missing=unshown(context.report))))


def _parts(context: Context) -> Iterator[str]:
    layout, label = context.layout, context.layout.label
    title = escaped(f"{layout.title}, {', '.join(context.report.as_of)}")
    banner = _banner(context)
    yield (
        '<!DOCTYPE html>\n<html lang="en-US">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{title}</title>\n<style>\n{_shipped('report.css')}</style>\n</head>\n<body>\n"
        f'<div class="banner" role="note">{banner}</div>\n<main>\n'
    )
    yield from draw(all_blocks(context))
    yield (
        f'</main>\n<div class="banner end" role="note">{banner}</div>\n'
        f'<script data-filter="{escaped(label("filter"))}"'
        f"{_severities(context)}>\n{_shipped('report.js')}</script>\n</body>\n</html>\n"
    )


def _banner(context: Context) -> str:
    shown = f"<strong>{escaped(context.marking.banner)}</strong>"
    if context.marking.control:
        shown += f"<br>{escaped(context.marking.control)}"
    return shown


def _severities(context: Context) -> str:
    names = {key: context.layout.label(f"severity_{key}") for key in ("error", "warning", "note")}
    return "".join(f' data-{key}="{escaped(name)}"' for key, name in names.items())


def _shipped(name: str) -> str:
    return (folder("reports") / "html" / name).read_text("utf-8")
