"""A git repository of the small book's evidence, in which commits have fixed days."""

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.frozen import BOOK

STUDY = "studies/howden-chapman-2007-insulation"
ANSWER = "answers/food-security.yml"
WHO = {
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
}


@dataclass(frozen=True)
class Repository:
    """A folder with a book, committed step by step."""

    folder: Path

    @property
    def evidence(self) -> Path:
        """The evidence in it."""
        return self.folder / "evidence"

    def git(self, *words: str, **variables: str) -> None:
        """Run a git command."""
        environment = {**os.environ, **WHO, **variables}
        subprocess.run(["git", "-C", str(self.folder), *words], check=True, env=environment)

    def commit(self, at: str) -> None:
        """Commit all that is there at a time, such as `2026-01-02T10:00:00+00:00`."""
        self.git("add", "--all", ".")
        self.git("commit", "--quiet", "-m", "a step", GIT_AUTHOR_DATE=at, GIT_COMMITTER_DATE=at)

    def change(self, name: str, change: Callable[[str], str]) -> None:
        """Change the text of a file of the evidence, which must then be another one."""
        path = self.evidence / name
        text = path.read_text("utf-8")
        changed = change(text)
        assert changed != text
        path.write_text(changed, "utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """Replace the first place of a piece of a file of the evidence."""
        self.change(name, lambda text: text.replace(old, new, 1))


def repository(folder: Path, first: str = "2026-01-01T10:00:00+00:00") -> Repository:
    """Begin a repository with the small book's evidence."""
    made = Repository(folder)
    shutil.copytree(BOOK / "evidence", made.evidence, dirs_exist_ok=True)
    made.git("init", "--quiet", "--initial-branch", "main")
    made.commit(first)
    return made


def warmer_no_more(book: Repository) -> None:
    """Let winters be colder after insulation, so that a level moves."""

    def turned(text: str) -> str:
        place = text.index("winter bedroom temperature")
        rest = (
            text[place:]
            .replace("direction: benefit", "direction: harm", 1)
            .replace("value: 0.5", "value: -0.4")
        )
        return text[:place] + rest

    book.change(f"{STUDY}.yml", turned)
