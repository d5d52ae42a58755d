"""Print the tests that lie nearest to what was changed: of each file the folder that mirrors its own.

Changed is what differs from the last commit; with a branch or commit as argument, what differs from where
this branch left it. Files that no test lies near are named on standard error.
"""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).parents[1]
ALWAYS = "tests/test_imports.py"
CODE = PurePosixPath("src/resilience")
SETUP = ("Makefile", "pyproject.toml", "tools", "requirements", "live", ".github", ".vscode", ".devcontainer")
"""What sets up the repository."""
ELSEWHERE = {"book": "tests/site/prose", "notebooks": "tests/execution", "index.md": "tests/site/prose"}
RECORDS = "evidence"


def changed(base: str) -> list[str]:
    """Name the files that differ from where this branch left `base`, new ones too."""
    since = _git("merge-base", base, "HEAD")[0] if base else "HEAD"
    return sorted({*_git("diff", "--name-only", since), *_git("ls-files", "--others", "--exclude-standard")})


def _git(*words: str) -> list[str]:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"git {' '.join(words)} failed: {done.stderr.strip()}")
    return done.stdout.splitlines()


def nearest(file: str) -> str | None:
    """Give the test or the folder of tests that lies nearest to a file, or None where there is none."""
    path = PurePosixPath(file)
    if path.parts[0] == "tests":
        is_test = path.name.startswith("test_") and path.suffix == ".py"
        return file if is_test and (ROOT / path).exists() else _folder(path.parent)
    if path.is_relative_to(CODE):
        return _folder("tests" / path.parent.relative_to(CODE))
    if path.parts[0] in SETUP:
        return "tests/test_setup"
    return ELSEWHERE.get(path.parts[0])


def _folder(path: PurePosixPath) -> str | None:
    """Give a folder, or the nearest around it that holds tests; never that of all tests."""
    while len(path.parts) > 1:
        if any((ROOT / path).rglob("test_*.py")):
            return str(path)
        path = path.parent
    return None


def tests_of(files: Iterable[str]) -> list[str]:
    """Give the tests nearest to some files and that of imports; what lies in a folder that is given, goes."""
    found = {ALWAYS, *(test for file in files if (test := nearest(file)))}
    return sorted(test for test in found if not any(str(up) in found for up in PurePosixPath(test).parents))


def main() -> None:
    """Print the tests on one line."""
    files = changed(sys.argv[1] if len(sys.argv) > 1 else "")
    if any(file.startswith(f"{RECORDS}/") for file in files):
        print("Records have changed: 'make check' looks at them.", file=sys.stderr)
    if others := [file for file in files if not nearest(file) and not file.startswith(f"{RECORDS}/")]:
        print(f"No test lies near {', '.join(others)}.", file=sys.stderr)
    print(*tests_of(files))


if __name__ == "__main__":
    main()
