"""Every command and option says what it does."""

from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from resilience.cli import main


def commands(command: click.Command, *names: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield names, command
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from commands(inner, *names, name)


COMMANDS = dict(commands(main))
OPTIONS = [
    (names, option)
    for names, command in COMMANDS.items()
    for option in command.params
    if isinstance(option, click.Option)
]


@pytest.mark.parametrize("names", COMMANDS, ids=" ".join)
def test_every_command_has_a_help_text(names: tuple[str, ...]) -> None:
    result = CliRunner().invoke(main, [*names, "--help"])
    assert result.exit_code == 0
    assert (COMMANDS[names].help or "").partition("\n")[0].endswith(".")


@pytest.mark.parametrize(("names", "option"), OPTIONS, ids=str)
def test_every_option_has_a_help_text(names: tuple[str, ...], option: click.Option) -> None:
    assert (option.help or "").endswith(".")
    assert " ".join((option.help or "").split()[:3]) in CliRunner().invoke(main, [*names, "-h"]).stdout


def test_without_a_command_the_help_is_shown() -> None:
    assert "Commands:" in CliRunner().invoke(main, []).output
