"""The group of all commands: its own options on each of them, sentences for broken evidence, closed pipes."""

import os
import sys
from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from resilience.cli.reports import broken
from resilience.evidence import EvidenceError

EVIDENCE = "resilience.evidence"
"""Where a command keeps the folder that it was told to read."""
VARIABLE = "RESILIENCE_EVIDENCE"


def _keep(context: click.Context, _parameter: click.Parameter, folder: Path | None) -> None:
    if folder is not None:
        context.meta[EVIDENCE] = folder


def evidence_option(**more: Any) -> click.Option:
    """Make the option that names the folder of the evidence."""
    return click.Option(
        ["--evidence"],
        metavar="FOLDER",
        type=click.Path(path_type=Path),
        callback=_keep,
        expose_value=False,
        help="The folder with the evidence; without it, the one around the working folder.",
        **more,
    )


class _Found(MutableMapping[str, click.Command]):
    """Commands by name, each read from its file when it is first asked for."""

    def __init__(self, where: Mapping[str, str]) -> None:
        self._where = dict(where)
        self._read: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._read:
            module, _, function = self._where[name].partition(":")
            self[name] = getattr(import_module(module), function)
        return self._read[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        """Take a command in, and let it and all below it be told where the evidence is."""
        _add_option(command)
        self._where.setdefault(name, "")
        self._read[name] = command

    def __delitem__(self, name: str) -> None:
        del self._where[name]
        self._read.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._where)

    def __len__(self) -> int:
        return len(self._where)


class Commands(click.Group):
    """All commands of the project."""

    def __init__(self, *words: Any, commands: Mapping[str, str], **more: Any) -> None:
        """Take the place of each command, as `module:function`, by its name."""
        super().__init__(*words, **more)
        self.commands = _Found(commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what can't be read is told in a sentence, and a closed pipe is no error."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except EvidenceError as error:
            raise click.ClickException(broken(error)) from None
        except BrokenPipeError:
            # Whoever read has enough. What is still to be written when Python ends must go somewhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


def _add_option(command: click.Command) -> None:
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            _add_option(inner)
    elif not any("--evidence" in one.opts for one in command.params):
        command.params.append(evidence_option())
