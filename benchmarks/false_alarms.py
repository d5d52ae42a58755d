"""Count how often each method of the evaluation sees a change where there is none (`--runs`, `--seed`).

Surveys of two waves are made up with a true difference in change of 0, and those with p at or below 5 in 100
counted: five in a hundred is right. Designs with fewer than four areas in a group are refused by the package;
they are measured to show why.
"""

import argparse
import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from results import Result, record

from resilience.places.area_sums import AreaSums, Floats
from resilience.places.estimate import by_area_means
from resilience.places.households import by_households, p_value

HOUSEHOLDS = 45
"""On average, in an area and wave."""
SHARE = 0.4
TREND = 0.03
MEMORY = 0.5
"""Correlation of an area with itself at the other wave."""
LIKENESS = (0.03, 0.1)
DESIGNS = ((9, 9), (4, 4), (4, 14), (3, 9), (2, 10))
SIZES = ("equal", "unequal", "programme small")
LEVEL = 0.05
PEER_RUNS = 200
"""Surveys of each kind that statsmodels fits too."""


@dataclass(frozen=True)
class Design:
    """A kind of survey: areas in each group, intra-area correlation, and how answers are shared out."""

    programme: int
    comparison: int
    rho: float
    sizes: str


@dataclass(frozen=True)
class Counted:
    """Shares of false alarms, and how far our CR1 standard error is off that of statsmodels at most."""

    area_means: float
    households: float
    wild_bootstrap: float
    statsmodels: float | None
    apart: float | None


def designs() -> Iterator[Design]:
    """List what is measured."""
    for programme, comparison in DESIGNS:
        for rho in LIKENESS:
            for sizes in SIZES:
                yield Design(programme, comparison, rho, sizes)


def survey(design: Design, source: np.random.Generator) -> AreaSums:
    """Make up one survey without any difference in change."""
    areas = design.programme + design.comparison
    programme = np.arange(areas) < design.programme
    spread = math.sqrt(design.rho * SHARE * (1 - SHARE))
    own = source.normal(size=(areas, 1)) * math.sqrt(MEMORY)
    waves = source.normal(size=(areas, 2)) * math.sqrt(1 - MEMORY)
    chances = np.clip(SHARE + np.array([0, TREND]) + spread * (own + waves), 0.01, 0.99)
    counts = np.repeat(answers(design, programme, source)[:, None], 2, axis=1)
    totals = source.binomial(counts, chances).astype(float)
    return AreaSums(programme, counts.astype(float), totals)


def answers(design: Design, programme: np.ndarray, source: np.random.Generator) -> np.ndarray:
    """Share out answers over areas: alike, as differently as 1 to 9, or with small areas in the programme."""
    if design.sizes == "unequal":
        shares = source.choice([10, 25, 45, 90], size=len(programme), p=[0.25, 0.25, 0.25, 0.25])
        return np.maximum(1, shares * HOUSEHOLDS // 42)
    if design.sizes == "programme small":
        return np.where(programme, 20, 70)
    return np.full(len(programme), HOUSEHOLDS)


def count(design: Design, runs: int, seed: int, peer_runs: int = 0) -> Counted:
    """Make up `runs` surveys and count the alarms of each method; `peer_runs` by statsmodels too."""
    source = np.random.default_rng([seed, crc32(str(design).encode())])
    found = np.zeros(3)
    peers: list[tuple[bool, float]] = []
    for run in range(runs):
        made_up = survey(design, source)
        ours = by_households(made_up)
        ps = (by_area_means(made_up).p, ours.p, p_value(made_up))
        found += [p <= LEVEL for p in ps]
        if run < peer_runs:
            p, se = peer(made_up)
            peers.append((p <= LEVEL, abs(se - (ours.se or 0))))
    alarms, apart = zip(*peers, strict=True) if peers else ((), ())
    shares = found / runs
    return Counted(*shares, float(np.mean(alarms)) if alarms else None, max(apart, default=None))


def peer(made_up: AreaSums) -> tuple[float, float]:
    """Give p and the standard error by statsmodels, from one row a household."""
    from statsmodels.api import OLS

    area, programme, after, outcome = households(made_up)
    design = np.column_stack([np.ones(len(area)), programme, after, programme * after])
    fit = OLS(outcome, design).fit(
        cov_type="cluster",
        cov_kwds={"groups": area, "use_correction": True, "df_correction": True},
        use_t=True,
    )
    return float(fit.pvalues[3]), float(fit.bse[3])


def households(made_up: AreaSums) -> tuple[Floats, ...]:
    """Write a row a household: number of the area, programme, after, outcome."""
    rows = [
        (area, made_up.programme[area], wave, answer)
        for area in range(made_up.areas)
        for wave in (0, 1)
        for answer in np.arange(made_up.counts[area, wave]) < made_up.totals[area, wave]
    ]
    return tuple(np.array(column, dtype=float) for column in zip(*rows, strict=True))


def worst(counted: Sequence[Counted], runs: int) -> list[Result]:
    """Give the most false alarms of each of our methods over all designs, beside those of statsmodels."""
    theirs = 100 * max(found.statsmodels or 0 for found in counted)
    methods = {
        "area_means": "area means",
        "households": "households, CR1",
        "wild_bootstrap": "wild bootstrap",
    }
    results = []
    for field, name in methods.items():
        ours = 100 * max(getattr(found, field) for found in counted)
        results.append(
            Result(
                "false alarms",
                f"Most in 100 surveys over {len(counted)} designs: {name}",
                f"{ours:.1f}",
                f"CR1 of statsmodels: {theirs:.1f}",
                f"{ours / theirs:.2f} times as many",
                "make bench BENCH=false-alarms",
                note=f"{runs:,} surveys a design, {PEER_RUNS} of them by statsmodels; 5 is right",
            )
        )
    return results


def main() -> None:
    """Print a row a design."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=2000, help="surveys of each kind")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    error = 100 * math.sqrt(LEVEL * (1 - LEVEL) / given.runs)
    print(f"False alarms in 100, {given.runs} surveys each (Monte Carlo error where 5 is right: {error:.2f})")
    print(f"{'areas':7} {'rho':5} {'sizes':16} {'area means':>10} {'CR1':>6} {'wild':>6} {'statsmodels':>12}")
    started, apart = time.perf_counter(), 0.0
    counted: list[Counted] = []
    for design in designs():
        found = count(design, given.runs, given.seed, PEER_RUNS)
        apart = max(apart, found.apart or 0)
        counted.append(found)
        areas = f"{design.programme}+{design.comparison}"
        ours = (found.area_means, found.households, found.wild_bootstrap)
        shares = " ".join(f"{100 * share:6.1f}" for share in ours)
        theirs = 100 * (found.statsmodels or 0)
        print(f"{areas:7} {design.rho:<5} {design.sizes:16}     {shares} {theirs:12.1f}", flush=True)
    print(f"statsmodels fitted the first {PEER_RUNS} of each; standard errors are at most {apart:.0e} apart.")
    print(f"{time.perf_counter() - started:.0f} s")
    record(worst(counted, given.runs))


if __name__ == "__main__":
    main()
