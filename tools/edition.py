"""Give an edition its name, the date of its day: in the changelog, the citation, the package and for Zenodo.

`python tools/edition.py [YYYY-MM-DD]` writes all four or none; `--check` asks whether they name one edition.
"""

import json
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from citation import zenodo

ROOT = Path(__file__).parents[1]
CHANGES, CITATION, PACKAGE, ZENODO = "CHANGELOG.md", "CITATION.cff", "pyproject.toml", ".zenodo.json"
UNRELEASED = "## Unreleased\n"
NAME = re.compile(r"20\d\d\.\d\d\.\d\d")
HEADING = re.compile(r"^## (.+)\n", re.MULTILINE)
VERSION = re.compile(r"^version: .*\n(?:date-released: .*\n)?", re.MULTILINE)
PACKAGE_VERSION = re.compile(r'^version = ".*"$', re.MULTILINE)


class EditionError(Exception):
    """An edition that can't be, with the reason and the mend."""


def name_of(day: date) -> str:
    """Name the edition of a day."""
    return f"{day:%Y.%m.%d}"


def with_edition(changes: str, name: str) -> str:
    """Move what is unreleased to an edition, and leave an empty heading for what comes next.

    Raises EditionError where nothing is unreleased, or where the edition is not newer than the last.
    """
    if UNRELEASED not in changes:
        raise EditionError(f"{CHANGES} has no heading `{UNRELEASED.strip()}`. Put it above what is new.")
    before, _, after = changes.partition(UNRELEASED)
    new, older = _until_heading(after)
    if not new.strip():
        raise EditionError(
            f"Nothing is under `{UNRELEASED.strip()}` in {CHANGES}, so there is nothing to publish."
        )
    last = HEADING.match(older)
    if last and last[1] >= name:
        raise EditionError(f"{CHANGES} already has the edition {last[1]}, and {name} is not newer.")
    return f"{before}{UNRELEASED}\n## {name}\n{new}{older}"


def notes_of(changes: str, name: str) -> str:
    """Give what the changelog says of an edition; raises EditionError where it says nothing."""
    _, found, after = changes.partition(f"## {name}\n")
    if not found:
        raise EditionError(
            f"{CHANGES} says nothing of {name}. Run `make edition` first, and merge what it writes."
        )
    return _until_heading(after)[0].strip() + "\n"


def _until_heading(text: str) -> tuple[str, str]:
    following = HEADING.search(text)
    end = following.start() if following else len(text)
    return text[:end], text[end:]


def cited(citation: str, day: date) -> str:
    """Put version and date into the text of CITATION.cff, whose form and comments stay."""
    return VERSION.sub(f"version: {name_of(day)}\ndate-released: {day}\n", citation, count=1)


def zenodo_text(citation: str) -> str:
    """Write `.zenodo.json` for the text of a CITATION.cff."""
    # The names of an edition can be checked before anything is installed.
    import yaml

    return json.dumps(zenodo(yaml.safe_load(citation)), indent=2, ensure_ascii=False) + "\n"


def make(root: Path, day: date) -> str:
    """Write an edition into all files that name it, and give its name.

    Raises EditionError, and then writes none of them.
    """
    name = name_of(day)
    old = {file: (root / file).read_text("utf-8") for file in (CHANGES, CITATION, PACKAGE)}
    citation = cited(old[CITATION], day)
    new = {
        CHANGES: with_edition(old[CHANGES], name),
        CITATION: citation,
        PACKAGE: PACKAGE_VERSION.sub(f'version = "{name}"', old[PACKAGE], count=1),
        ZENODO: zenodo_text(citation),
    }
    for file, text in new.items():
        (root / file).write_text(text, "utf-8")
    return name


def named(root: Path) -> str:
    """Give the edition that all files name; raises EditionError where they differ or name none."""
    citation = (root / CITATION).read_text("utf-8")
    found = re.search(r"^version: (.*)$", citation, re.MULTILINE)
    name = found[1].strip("\"' ") if found else ""
    if not NAME.fullmatch(name):
        raise EditionError(
            f"{CITATION} has the version {name or 'none'}, which is no edition. Run `make edition` first."
        )
    date_line = f"date-released: {name.replace('.', '-')}\n"
    if date_line not in citation:
        raise EditionError(f"{CITATION} has another date than {name}. Run `make edition` anew.")
    if f'version = "{name}"' not in (root / PACKAGE).read_text("utf-8"):
        raise EditionError(f"{PACKAGE} has another version than {name}. Run `make edition` anew.")
    notes_of((root / CHANGES).read_text("utf-8"), name)
    return name


def main(arguments: Sequence[str]) -> None:
    """Make an edition of the day that is given, else of today, or check the one that is named."""
    try:
        if "--check" in arguments:
            print(f"All files name the edition {named(ROOT)}.")
            return
        name = make(ROOT, date.fromisoformat(arguments[0]) if arguments else date.today())
    except ValueError:
        sys.exit(f"{arguments[0]} is no date. Write it as 2026-12-01.")
    except EditionError as error:
        sys.exit(str(error))
    print(f"This is now the edition {name}. Next: commit, have it merged, then start the workflow Release.")


if __name__ == "__main__":
    main(sys.argv[1:])
