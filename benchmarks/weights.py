"""Weigh the pages that `make budget` weighs, and keep the heaviest without a chart and with one."""

import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

from results import Result, record

ROOT = Path(__file__).parents[1]
SITE = ROOT / "_build" / "html"
sys.path.insert(0, str(ROOT / "tools"))

from compressed import compressed  # noqa: E402
from page_weights import Weight, pages_to_weigh, weigh  # noqa: E402


def heaviest(weights: Sequence[Weight], limits: dict[str, float]) -> list[Result]:
    """Give the heaviest page of each kind beside its limit."""
    results = []
    for kind in ("without_chart", "with_chart"):
        ours = [weight for weight in weights if weight.has_chart is (kind == "with_chart")]
        most = max(ours, key=lambda weight: weight.kilobytes)
        results.append(
            Result(
                "weight",
                f"Heaviest page {kind.replace('_', ' a ')}",
                f"{most.kilobytes:.1f} KB",
                f"limit: {limits[kind]:g} KB",
                f"{most.kilobytes / limits[kind]:.2f} of the limit",
                "make bench BENCH=weight",
                note=f"{most.page}, of {len(ours)} pages weighed",
            )
        )
    return results


def main() -> None:
    """Print and keep the heaviest pages."""
    if not (SITE / "index.html").is_file():
        sys.exit("There is no built site. Run `make site` first.")
    limits = tomllib.loads((ROOT / "tools/budget.toml").read_text("utf-8"))["weight"]
    with compressed(SITE) as server:
        results = heaviest(list(weigh(server, pages_to_weigh(SITE))), limits)
    for one in results:
        print(f"{one.what}: {one.figure} ({one.peer}), {one.note}")
    record(results)


if __name__ == "__main__":
    main()
