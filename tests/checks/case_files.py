"""Cases for the rules: each changes one file of a small good evidence folder and says what must be found.

`python -m tests.checks.case_files` writes the golden file of all messages anew; read its diff with care.
"""

import gzip
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from resilience.checks import Problem, check, overdue
from resilience.evidence.country import packed

HERE = Path(__file__).parent
GOLDEN = HERE / "golden" / "messages.txt"
GOOD = HERE / "good" / "evidence"
TODAY = date(2026, 12, 1)


@dataclass(frozen=True)
class Case:
    """One change to the good folder, with the codes, files and fields that it must bring up."""

    id: str
    note: str
    file: str
    change: dict[str, Any]
    expect: list[str]
    near: str = ""
    """The code that this case almost fires."""

    @property
    def expected(self) -> list[tuple[str, str, str]]:
        """What must be found: code, file and field."""
        return sorted(self._expected(line) for line in self.expect)

    def _expected(self, line: str) -> tuple[str, str, str]:
        code, _, rest = line.partition(" ")
        if rest.startswith("@"):
            file, _, field = rest[1:].partition(" ")
            return code, file, field
        return code, self.change.get("rename", self.file), rest


def all_cases() -> list[Case]:
    """Read all case files."""
    cases = []
    for path in sorted((HERE / "cases").glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            known = {key: case.pop(key) for key in ("id", "note", "file", "expect")}
            near = case.pop("near", "")
            cases.append(Case(**{**known, "id": f"{path.stem}: {known['id']}"}, near=near, change=case))
    return cases


def found(case: Case, folder: Path) -> list[Problem]:
    """Check a copy of the good folder with the change made, also for reviews that are due."""
    evidence = folder / "evidence"
    shutil.copytree(GOOD, evidence)
    make(case.change, evidence / case.file)
    return sorted([*check(evidence, TODAY), *overdue(evidence, TODAY)])


CONTENT: dict[str, Callable[[Path, Any], bytes]] = {
    "replace": lambda path, pairs: replaced(path.read_text(encoding="utf-8"), pairs).encode(),
    "write": lambda _, text: text.encode(),
    "pack": lambda _, text: packed(text),
    "repack": lambda path, pairs: packed(replaced(gzip.decompress(path.read_bytes()).decode(), pairs)),
    "hex": lambda _, digits: bytes.fromhex(digits),
    "fill": lambda _, size: b"#" * size,
}
"""What a change makes of the content of a file."""


def make(change: dict[str, Any], path: Path) -> None:
    """Make the one change of a case."""
    ((kind, value),) = change.items()
    path.parent.mkdir(exist_ok=True)
    if kind in CONTENT:
        path.write_bytes(CONTENT[kind](path, value))
    elif kind == "link":
        path.symlink_to(value)
    elif kind == "across":
        for name, pairs in value.items():
            other = path.parents[1] / name
            other.write_bytes(replaced(other.read_text(encoding="utf-8"), pairs).encode())
    elif kind == "rename":
        path.rename(path.parents[1] / value if "/" in value else path.with_name(value))
    elif kind == "copy":
        shutil.copyfile(path, path.parents[1] / value)
    elif kind == "delete":
        path.unlink()
    else:
        raise ValueError(f"a case can't {kind}")


def replaced(text: str, pairs: dict[str, str]) -> str:
    """Replace pieces of text, each of which must stand there just once."""
    for old, new in pairs.items():
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    return text


def golden_messages() -> dict[str, list[str]]:
    """Read the wording of all messages, by case."""
    messages: dict[str, list[str]] = {}
    for block in GOLDEN.read_text(encoding="utf-8").split("\n\n"):
        name, *lines = block.strip().split("\n")
        messages[name] = lines
    return messages


def write_golden_messages() -> None:
    """Write the wording of all messages, by case."""
    blocks = []
    for case in all_cases():
        with tempfile.TemporaryDirectory() as folder:
            lines = [str(problem) for problem in found(case, Path(folder))]
        if lines:
            blocks.append("\n".join([case.id, *lines]))
    GOLDEN.parent.mkdir(exist_ok=True)
    GOLDEN.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_golden_messages()
