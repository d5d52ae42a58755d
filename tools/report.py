"""Run a command and keep how it ended, for the issue that a weekly job keeps up to date.

`python3 tools/report.py links make links` writes `_build/reports/links.json` and ends as the command does.
"""

import json
import subprocess
import sys
from collections import deque
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "_build/reports"
LAST = 300
"""Lines that are kept; all are in the log of the job."""


def run(name: str, command: Sequence[str], folder: Path = FOLDER) -> int:
    """Run the command, show what it says as it says it, write the report, and give its exit code."""
    kept: deque[str] = deque(maxlen=LAST)
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            kept.append(line)
    folder.mkdir(parents=True, exist_ok=True)
    report = {"fine": process.returncode == 0, "said": "".join(kept)}
    (folder / f"{name}.json").write_text(json.dumps(report), "utf-8")
    return process.returncode


if __name__ == "__main__":
    sys.exit(run(sys.argv[1], sys.argv[2:]))
