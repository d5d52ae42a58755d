"""What CONTRIBUTING tells people to type works, in its order, in a copy of the small book."""

import json
import re
import shlex
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.cli.conftest import book, small
from tests.test_setup.test_make import OFFERED, ROOT

from resilience.cli import main
from resilience.evidence.yaml_reader import parse
from resilience.records.amends import Correction

__all__ = ["book", "small"]
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
BLOCKS = re.findall(r"^```bash\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
COMMANDS = [line.partition("#")[0].strip() for block in BLOCKS for line in block.splitlines() if line.strip()]
OURS = ".venv/bin/resilience "
FILES = {
    "work.ris": "TY  - JOUR\nAU  - Cay, A.\nTI  - Trees\nPY  - 2019\nT2  - Soil\nER  - \n",
    "list.ris": "TY  - JOUR\nAU  - Bee, B.\nTI  - Ponds\nPY  - 2020\nT2  - Water\nER  - \n",
}
STAND_IN = {
    "NAME": "claremont",
    "TYPE": "food-security",
    "REVISION": "main",
    '"Your name"': '"A. Reader"',
}
"""What stands for a word in capitals."""
PROBLEMS_FOUND = 1


@pytest.fixture
def repository(book: Path) -> Path:
    for name, text in FILES.items():
        (book / name).write_text(text, "utf-8")
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for words in (["init", "-qb", "main"], ["add", "evidence"], [*who, "commit", "-qm", "before"]):
        subprocess.run(["git", "-C", str(book), *words], check=True)
    return book


@pytest.mark.slow
def test_all_commands_are_understood_in_their_order(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RESILIENCE_EVIDENCE", str(repository / "evidence"))
    for command in COMMANDS:
        if not command.startswith(OURS):
            continue
        if command == f"{OURS}review":
            is_written(repository)
            put_away(repository)
        said = words_of(command)
        # At a prompt it is left at once.
        result = CliRunner().invoke(main, said, input="q\n" * 3, prog_name="resilience")
        told = f"{command}: {result.output}"
        assert result.exception is None or isinstance(result.exception, SystemExit), told
        # What was begun and not filled in is told as a problem, and any other word would end with 2.
        assert result.exit_code in (0, PROBLEMS_FOUND), told


def words_of(command: str) -> list[str]:
    for word, meant in STAND_IN.items():
        command = command.replace(word, meant)
    return shlex.split(command.removeprefix(OURS).partition(" > ")[0])


def is_written(repository: Path) -> None:
    for path in ("policies/leeds-warm-homes-2024.yml", "studies/cay-2019-trees.yml"):
        assert (repository / "evidence" / path).is_file()
    assert "bee-2020-ponds" in (repository / "evidence/leads.yml").read_text("utf-8")


def put_away(repository: Path) -> None:
    """Be somebody else, who has nothing begun."""
    for words in (["clean", "-fdq", "evidence"], ["checkout", "-q", "--", "evidence"]):
        subprocess.run(["git", "-C", str(repository), *words], check=True)


def test_targets_of_make_are_there() -> None:
    named = {words[1] for command in COMMANDS if (words := command.split())[0] == "make"}
    assert named | set(re.findall(r"`make (\w+)`", TEXT)) <= OFFERED
    assert all(command.startswith((OURS, "make ")) for command in COMMANDS)


def test_the_correction_that_is_shown_is_one() -> None:
    (block,) = re.findall(r"^```yaml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    (one,) = parse(block)["corrections"]
    assert Correction.model_validate_json(json.dumps(one)).record == "studies/smith-2024-warm-homes"


def test_every_file_and_part_that_is_linked_is_there() -> None:
    for link in re.findall(r"\]\(([^)]+)\)", TEXT):
        path, _, part = link.partition("#")
        assert not path or (ROOT / path).exists(), link
        headings = {
            re.sub(r"[^\w -]", "", line[3:].lower()).replace(" ", "-")
            for line in TEXT.splitlines()
            if line.startswith("## ")
        }
        assert not part or part in headings, link
