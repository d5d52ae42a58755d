"""Say whether all jobs of a check ended well: the one result that a branch has to wait for.

`RESULTS` holds what GitHub Actions knows of them (`toJSON(needs)`). A job that was not needed is fine.
"""

import json
import os
import sys

FINE = ("success", "skipped")


def failed(results: str) -> list[str]:
    """Name the jobs that did not end well, and how they ended."""
    jobs = json.loads(results)
    return [f"{name}: {job['result']}" for name, job in jobs.items() if job["result"] not in FINE]


if __name__ == "__main__":
    if found := failed(os.environ["RESULTS"]):
        sys.exit("\n".join(["Not ready. These jobs did not end well; open them to see why:", *found]))
    print("Ready: all that this change needs has passed.")
