"""Write ``docs/rules/`` and ``docs/cli.md`` from the rules and the command line themselves.

``python docs/generate.py`` writes them; ``--check`` only says whether they are up to date.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from redact.cli.main import main as redact_command
from redact.outputs.rulebook import bindings, manual_page
from redact.policy.load import load_all_shipped
from redact.policy.model import Policy
from redact.rules import FAMILIES, RULES, Rule

DOCS = Path(__file__).resolve().parent
NOTE = "<!-- Written by docs/generate.py; change the source, then run: make docs -->\n\n"


def rule_page(rule: Rule, policies: list[Policy]) -> str:
    """The page of a rule as ``redact explain`` prints it."""
    return NOTE + manual_page(rule) + "\n" + bindings(rule, policies)


def rule_index() -> str:
    """All rules by family, one line each."""
    rows = [f"{NOTE}# Rules\n"]
    for family, rules in FAMILIES.items():
        rows.append(f"\n## {'CUI' if family == 'cui' else family.capitalize()}\n")
        rows += [f"- [`{name}`]({name}.md): {RULES[name].summary}" for name in rules]
    return "\n".join(rows) + "\n"


def command_pages() -> str:
    """Every command's ``--help``, as it prints."""
    parts = [f"{NOTE}# Command line\n"]
    root = click.Context(
        redact_command,
        info_name="redact",
        terminal_width=100,
        help_option_names=redact_command.context_settings["help_option_names"],
    )
    parts.append(_help("redact", redact_command, root))
    for name in redact_command.list_commands(root):
        command = redact_command.get_command(root, name)
        assert command is not None
        context = click.Context(command, info_name=name, parent=root, terminal_width=100)
        parts.append(_help(f"redact {name}", command, context))
        if isinstance(command, click.Group):
            for child in command.list_commands(context):
                below = command.commands[child]
                inner = click.Context(below, info_name=child, parent=context, terminal_width=100)
                parts.append(_help(f"redact {name} {child}", below, inner))
    return "\n".join(parts)


def _help(name: str, command: click.Command, context: click.Context) -> str:
    return f"## `{name}`\n\n```\n{command.get_help(context)}\n```\n"


def pages() -> Iterator[tuple[Path, str]]:
    """Every generated file and what belongs in it."""
    policies = load_all_shipped()
    yield DOCS / "cli.md", command_pages()
    yield DOCS / "rules" / "README.md", rule_index()
    for rule in RULES.values():
        yield DOCS / "rules" / f"{rule.id}.md", rule_page(rule, policies)


def main(arguments: list[str]) -> int:
    """Write what is out of date, or with ``--check`` name it; 1 when something is."""
    wanted = dict(pages())
    stale = [
        path for path, text in wanted.items() if not path.is_file() or path.read_text() != text
    ]
    extra = sorted(set((DOCS / "rules").glob("*.md")) - set(wanted))
    if "--check" in arguments:
        for path in (*stale, *extra):
            print(f"{path.relative_to(DOCS.parent)} is out of date: run make docs")
        return int(bool(stale or extra))
    (DOCS / "rules").mkdir(exist_ok=True)
    for path in stale:
        path.write_text(wanted[path])
    for path in extra:
        path.unlink()
    print(f"{len(stale)} written, {len(extra)} removed, {len(wanted)} in all")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
