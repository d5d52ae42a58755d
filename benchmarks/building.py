"""Time a clean build, a build with no change, and one with a changed record, in a copy of the repository."""

import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
SOURCES = (
    "_config.yml",
    "_toc.yml",
    "index.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "book",
    "notebooks",
    "evidence",
    "live",
    "requirements",
    "src",
)
RECORD = "evidence/studies/mead-2010-befriending-depression.yml"
COMMAND = (str(Path(sys.executable).parent / "jupyter-book"), "build", ".", "-n", "-W", "--keep-going")


def build(book: Path) -> tuple[float, str]:
    """Build once; give the seconds and what was printed."""
    started = time.perf_counter()
    finished = subprocess.run(COMMAND, cwd=book, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - started
    if finished.returncode:
        sys.exit(finished.stdout + finished.stderr)
    return seconds, finished.stdout + finished.stderr


def pages(book: Path) -> int:
    """Count the pages of the built book."""
    return sum(1 for _ in (book / "_build/html").rglob("*.html"))


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder)
        for name in SOURCES:
            source = REPOSITORY / name
            copy = shutil.copytree if source.is_dir() else shutil.copy2
            copy(source, book / name)
        rows = [("clean build", *build(book)), ("no change", *build(book))]
        record = book / RECORD
        record.write_text(re.sub(r"value: -0\.27\b", "value: -0.28", record.read_text(), count=1))
        rows.append(("one record changed", *build(book)))
        for name, seconds, _ in rows:
            print(f"{name:20} {seconds:6.1f} s")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"{'peak memory':20} {peak:6.0f} MB (largest process)")
        print(f"{'pages':20} {pages(book):6}")


if __name__ == "__main__":
    main()
