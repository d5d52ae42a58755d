"""Hold the built site to its budget (budget.toml): what pages weigh, and what Lighthouse says of them.

    python tools/budget.py                        every page that stands for itself, the heaviest of the rest
    python tools/budget.py index.html             these pages, by both measures
    python tools/budget.py --weight               what they weigh alone, which takes some two minutes

Ends with 1 where a page is over; each line then names the page, what, how much, and the limit.
"""

import argparse
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from compressed import Server, compressed
from lighthouse_runs import Median, NotMeasured, ask, medians, scores
from page_weights import Weight, heaviest_records, pages_to_weigh, weigh

SITE = Path(__file__).parents[1] / "_build" / "html"
LIMITS = Path(__file__).with_name("budget.toml")


def too_heavy(weights: Iterable[Weight], limits: dict[str, float]) -> Iterator[str]:
    """Write a line for each page over its weight."""
    for weight in weights:
        kind = "with_chart" if weight.has_chart else "without_chart"
        if weight.kilobytes > limits[kind]:
            parts = ", ".join(f"{name} {size:.1f}" for name, size in weight.heaviest())
            yield (
                f"{weight.page}: its first view weighs {weight.kilobytes:.1f} KB compressed; "
                f"the limit {kind.replace('_', ' a ')} is {limits[kind]:g} KB. Most of it: {parts}."
            )


def too_low(page: str, found: dict[str, Median], limits: dict[str, float]) -> Iterator[str]:
    """Write a line for each score of a page under its limit."""
    for name, score in found.items():
        if score.of_100 < limits[name]:
            runs = ", ".join(map(str, score.runs))
            yield (
                f"{page}: {name} {score.of_100} of 100 by Lighthouse (median of {runs}); "
                f"the limit is {limits[name]:g}. Points went for: {'; '.join(score.lost) or 'nothing named'}."
            )


def measure(server: Server, page: str, runs: int) -> dict[str, Median]:
    """Ask Lighthouse about a page so many times."""
    return medians([scores(ask(f"{server.address}/{page}")) for _ in range(runs)])


def all_weights(server: Server, pages: list[str], limits: dict[str, float]) -> list[str]:
    """Weigh pages, print a row each, and give what is over."""
    weights = []
    for weight in weigh(server, pages):
        print(f"{weight.page:56} {weight.kilobytes:6.1f} KB in {len(weight.sent)} requests", flush=True)
        weights.append(weight)
    return list(too_heavy(weights, limits))


def all_scores(server: Server, pages: list[str], limits: dict[str, Any]) -> list[str]:
    """Measure pages, print a row each, and give what is under."""
    under = []
    for page in pages:
        try:
            found = measure(server, page, limits["runs"])
        except NotMeasured as error:
            under.append(f"{page}: Lighthouse could not measure it ({error}).")
            continue
        row = ", ".join(f"{name} {score.of_100}" for name, score in found.items())
        print(f"{page:56} {row}", flush=True)
        under.extend(too_low(page, found, limits))
    return under


def main() -> None:
    """Measure what was asked for; ends with 1 where a page is over its budget."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    asked.add_argument("pages", nargs="*", help="such as activities/fuel-poverty.html")
    asked.add_argument("--weight", action="store_true", help="leave Lighthouse out")
    options = asked.parse_args()
    if not (SITE / "index.html").is_file():
        sys.exit("There is no built site. Run `make site` first.")
    limits = tomllib.loads(LIMITS.read_text("utf-8"))
    named = limits["lighthouse"]["pages"]
    if missing := [page for page in (*named, *options.pages) if not (SITE / page).is_file()]:
        sys.exit(f"The site has no page {', '.join(missing)}.")
    with compressed(SITE) as server:
        over = all_weights(server, options.pages or pages_to_weigh(SITE), limits["weight"])
        if not options.weight:
            pages = options.pages or sorted({*named, *heaviest_records(SITE)})
            over += all_scores(server, pages, limits["lighthouse"])
    print("\n".join(["", *over] if over else ["", "All pages keep to their budget."]))
    sys.exit(1 if over else 0)


if __name__ == "__main__":
    main()
