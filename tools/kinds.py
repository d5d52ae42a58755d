"""Say what kind of change a run of GitHub Actions is about, so that it does what the kind needs and no more.

`records`: nothing but what people contribute; `all`: anything else, and whatever can't be told.
Needs Python alone, and the commits of both sides.
"""

import json
import os
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).parents[1]
RECORDS = "evidence"
MADE_BY_CODE = ("evidence/learnt", "evidence/schema")
"""What lies among the records, but is written by commands."""
OTHERS = (
    ".ci",
    ".devcontainer",
    ".editorconfig",
    ".gitattributes",
    ".github",
    ".gitignore",
    ".vscode",
    ".zenodo.json",
    "CHANGELOG.md",
    "CITATION.cff",
    "CONTRIBUTING.md",
    "LICENSE",
    "LICENSE-EVIDENCE",
    "Makefile",
    "README.md",
    "_config.yml",
    "_toc.yml",
    "benchmarks",
    "book",
    "index.md",
    "live",
    "notebooks",
    "pyproject.toml",
    "requirements",
    "setup.py",
    "src",
    "tests",
    "tools",
)
"""All else at the top; a test asks that whoever adds a folder decides to which kind it belongs."""


def kind_of(files: Iterable[str]) -> str:
    """Give the kind of a change of these files."""
    paths = [PurePosixPath(file) for file in files]
    return "records" if paths and all(map(_is_record, paths)) else "all"


def _is_record(path: PurePosixPath) -> bool:
    return path.parts[0] == RECORDS and not any(map(path.is_relative_to, MADE_BY_CODE))


def base_of(variables: Mapping[str, str]) -> str:
    """Name the commit that a run compares with; empty where there is none, as when a person starts it."""
    event = variables.get("GITHUB_EVENT_NAME", "")
    if event == "pull_request":
        # It is tried as a merge, whose first parent is the branch that it would go into.
        return "HEAD^1"
    if event == "push":
        # A push may hold many commits.
        pushed = json.loads(Path(variables["GITHUB_EVENT_PATH"]).read_text("utf-8"))
        return str(pushed["before"])
    return ""


def changed(base: str, root: Path = ROOT) -> list[str]:
    """Name the files that differ from a commit, those that were moved away too; none where it isn't there."""
    command = ["git", "diff", "--name-only", "--no-renames", "-z", base, "HEAD"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return [] if done.returncode else [name for name in done.stdout.split("\0") if name]


def main() -> None:
    """Print the kind, and hand it to the jobs that follow."""
    base = base_of(os.environ)
    kind = kind_of(changed(base)) if base else "all"
    print(f"This is a change of {'records only' if kind == 'records' else 'more than records'}.")
    if output := os.environ.get("GITHUB_OUTPUT"):
        with Path(output).open("a", encoding="utf-8") as file:
            file.write(f"kind={kind}\n")


if __name__ == "__main__":
    main()
