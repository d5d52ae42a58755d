"""The reference page says all that the code has, and the code says what each thing is for."""

import re
from dataclasses import fields
from pathlib import Path

import click
import pytest
from docutils import nodes
from tests.site.reading import piece, rows, text
from tests.site.recorder import Recorder

import resilience
from resilience.findings import load
from resilience.site import parts, prose
from resilience.site.pages.common import Pages
from resilience.site.prose.reference import COMMAND, PARTS_OF_PAGE, commands_of, from_code, main
from resilience.site.settings import SiteSettings
from resilience.site.wording.values import Passage

SOURCE = Path(resilience.__file__).parent
ROOT = Path(__file__).parents[3]
COMMANDS = dict(commands_of(main(), COMMAND))


@pytest.fixture(scope="module")
def app() -> Recorder:
    """Let the site add to a stand-in what it would add to Sphinx."""
    app = Recorder()
    prose.setup(app)
    parts.setup(app)
    return app


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(load(ROOT).base)


def cells(passage: Passage) -> dict[str, str]:
    """Give the first two columns of a table."""
    return {row[0]: row[1] for row in rows(piece(passage))}


def test_every_role_and_directive_is_listed_and_says_what_it_does(app: Recorder, pages: Pages) -> None:
    roles, directives = cells(from_code(pages, "roles")), cells(from_code(pages, "directives"))
    assert set(roles) == {f"{{{name}}}" for name in app.added["role"]}
    assert set(directives) == {f"{{{name}}}" for name in app.added["directive"]}
    assert [name for name, about in (roles | directives).items() if not about.endswith(".")] == []


def test_roles_and_directives_are_added_in_no_other_place() -> None:
    adding = {
        path.parent.name
        for path in SOURCE.rglob("*.py")
        if re.search(r"\.add_(role|directive)\(", path.read_text("utf-8"))
    }
    assert adding == {"prose", "parts"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_says_what_it_does(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    options = [param for param in command.params if isinstance(param, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_commands_stand_with_all_their_options(pages: Pages) -> None:
    boxes = list(piece(from_code(pages, "commands")).findall(nodes.container))
    heads = [text(next(box.findall(nodes.paragraph))) for box in boxes]
    assert [head.split(" [")[0].split(" FILE")[0] for head in heads] == list(COMMANDS)
    check = boxes[[head.startswith("resilience check") for head in heads].index(True)]
    assert {"--fix", "--json", "--explain CODE"} <= {text(term) for term in check.findall(nodes.term)}


def test_every_setting_and_make_target_is_listed(pages: Pages) -> None:
    assert set(cells(from_code(pages, "settings"))) == {
        f"resilience_{one.name}" for one in fields(SiteSettings)
    }
    assert "make check" in cells(from_code(pages, "make"))


def test_the_page_shows_all_parts_of_the_reference() -> None:
    page = (ROOT / "book/methods/reference.md").read_text("utf-8")
    assert re.findall(r"^```\{from-code\} (\w+)$", page, re.MULTILINE) == list(PARTS_OF_PAGE)
