"""The reference of the code, as the code itself says it: commands, settings, roles, directives, warnings."""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import click
from docutils import nodes

from resilience.execution.settings import PREFIX
from resilience.execution.warnings_ import NotebookWarning
from resilience.site.pages.common import Pages
from resilience.site.parts.part import PARTS
from resilience.site.prose.directives import EvidenceDirective
from resilience.site.prose.roles import ROLES
from resilience.site.settings import SiteSettings
from resilience.site.shown import PIECES
from resilience.site.site_warnings import SiteWarning
from resilience.site.wording.values import Passage

COMMAND = "resilience"
NAME = "from-code"
MAKEFILE = "Makefile"
TEMPLATE = "prose/reference"
Rows = tuple[tuple[str, ...], ...]
Usage = tuple[str, str, tuple[tuple[str, str], ...]]
"""How a command is written, what it does, and its options."""
_TARGET = re.compile(r"^([a-z]+):.*?## (.*)$", re.MULTILINE)


def from_code(pages: Pages, what: str) -> Passage:
    """Show what the code says of its commands, settings, roles, directives or warnings.

    Raises KeyError where it is none of these.
    """
    return Passage(TEMPLATE, PARTS_OF_PAGE[what](pages), what)


class FromCode(EvidenceDirective):
    """Show a part of the reference; the page is read again when the code of a command has changed."""

    hangs_on_evidence = False

    def run(self) -> list[nodes.Node]:
        """Build the nodes."""
        commands = Path(sys.modules[main().callback.__module__].__file__ or "").parent.glob("*.py")
        for path in (*commands, Path(self.env.srcdir, MAKEFILE)):
            self.env.note_dependency(str(path))
        return super().run()


def main() -> Any:
    """Give the command line as it is installed; its room lies above this one, and cannot be imported."""
    (found,) = entry_points(group="console_scripts", name=COMMAND)
    return found.load()


def commands_of(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """List a command and all below it, each with its whole name; groups stand for what is below them."""
    if isinstance(command, click.Group):
        for below, inner in sorted(command.commands.items()):
            yield from commands_of(inner, f"{name} {below}")
    else:
        yield name, command


def _commands(_: Pages) -> tuple[Usage, ...]:
    return tuple(_command(name, command) for name, command in commands_of(main(), COMMAND))


def _command(name: str, command: click.Command) -> Usage:
    context = click.Context(command, info_name=name)
    usage = " ".join([name, *command.collect_usage_pieces(context)])
    records = (option.get_help_record(context) for option in command.params)
    return usage, command.get_short_help_str(limit=1_000), tuple(record for record in records if record)


def _targets(pages: Pages) -> Rows:
    text = (pages.base.folder.parent / MAKEFILE).read_text("utf-8")
    return tuple((f"make {name}", f"{about}.") for name, about in _TARGET.findall(text))


def _settings(_: Pages) -> Rows:
    return tuple(
        (PREFIX + one.name, one.metadata["help"], _value(one.default))
        for one in fields(SiteSettings)
        if one.default is not MISSING
    )


def _value(default: Any) -> str:
    if isinstance(default, (tuple, list)):
        return ", ".join(default)
    if isinstance(default, bool):
        return "true" if default else "false"
    # A number follows from the machine, and the page must not.
    return "" if isinstance(default, int) else default or "empty"


def _roles(_: Pages) -> Rows:
    return tuple((f"{{{name}}}", first_line(show)) for name, show in sorted(ROLES.items()))


def _directives(_: Pages) -> Rows:
    return tuple((f"{{{name}}}", about) for name, about in sorted(directives().items()))


def directives() -> dict[str, str]:
    """Give each directive of the book with what it does."""
    shown = {name: first_line(show) for name, show in PIECES.items() if name not in ROLES}
    # A part is told of where it is declared: "`gap-map`: a table whose cells ..."
    parts = {name: first_line(sys.modules[part.context.__module__]) for name, part in PARTS.items()}
    parts = {name: about.removeprefix(f"`{name}`: ") for name, about in parts.items()}
    return shown | {name: about[:1].upper() + about[1:] for name, about in parts.items()}


def _warnings(_: Pages) -> Rows:
    return tuple(
        (f"{one.kind}.{one.subtype}", " ".join(one.words.replace("%s", "…").split()))
        for one in (*NotebookWarning, *SiteWarning)
    )


def first_line(thing: Any) -> str:
    """Give the first line of what something says of itself."""
    return (thing.__doc__ or "").partition("\n")[0]


PARTS_OF_PAGE: dict[str, Callable[[Pages], Rows | tuple[Usage, ...]]] = {
    "make": _targets,
    "commands": _commands,
    "settings": _settings,
    "roles": _roles,
    "directives": _directives,
    "warnings": _warnings,
}
