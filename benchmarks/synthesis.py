"""Compare pooling with R metafor, statsmodels and PyMARE: the same answers, and the time of a fit."""

import csv
import math
import random
import shutil
import subprocess
import time
from collections.abc import Callable, Iterable
from io import StringIO
from itertools import product

import numpy as np
from pymare import Dataset
from pymare.estimators import DerSimonianLaird, VarianceBasedLikelihoodEstimator, WeightedLeastSquares
from results import Result, record
from statsmodels.stats.meta_analysis import combine_effects

from resilience.synthesis import Effects, IntervalMethod, Method, leave_one_out, pool

Answer = dict[str, float]
Key = tuple[int, str, str]

NUMBERS = ("estimate", "se", "tau2")
METHODS = ("FE", "DL", "PM", "REML", "ML")
STUDIES, SETS, REPEATS = 40, 20, 50
# Nothing is left to a rival's defaults: they differ, and some change from release to release.
R = """
suppressMessages(library(metafor))
d <- read.csv(file("stdin"))
for (set in unique(d$set)) for (m in c("FE", "DL", "PM", "REML", "ML")) for (t in c("z", "knha")) {
  if (m == "FE" && t == "knha") next
  f <- rma(yi, vi, data = d[d$set == set, ], method = m, test = t)
  cat(sprintf("%d,%s,%s,%.17g,%.17g,%.17g\\n", set, m, t, f$beta, f$se, f$tau2))
}
s <- d[d$set == 0, ]
time <- system.time(for (i in 1:REPEATS) rma(yi, vi, data = s, method = "REML", test = "z"))[["elapsed"]]
cat(sprintf("time,,,%.17g,,\\n", time / REPEATS))
"""


def main() -> None:
    """Print both tables, and the time of leaving studies out."""
    sets = {number: drawn(number, STUDIES) for number in range(SETS)}
    print(f"{SETS} sets of {STUDIES} studies: largest difference from our answer\n")
    print(f"{'':12} {'method':6} {'test':5} {'sets':>4}" + "".join(f"{name:>10}" for name in NUMBERS))
    answers, seconds_of_r = metafor(sets)
    apart = show("metafor", answers, sets, exact=False)
    if answers:
        record([difference(apart)])
    show("statsmodels", statsmodels(sets), sets, exact=True)
    show("PyMARE", pymare(sets), sets, exact=True)
    print(f"\nOne REML fit of {STUDIES} studies, as a ratio of ours\n")
    effects = sets[0]
    ours = seconds(lambda: pool(effects, Method.REML))
    print(f"{'ours':12} {ours * 1000:7.2f} ms")
    for name, taken in {"PyMARE": seconds(lambda: reml_of_pymare(effects)), "metafor": seconds_of_r}.items():
        print(f"{name:12} {'no Rscript' if taken is None else f'{taken / ours:7.1f} times as long'}")
        if taken is not None:
            record([fit_beside(name, ours, taken)])
    many = drawn(0, 200)
    taken = seconds(lambda: leave_one_out(many, Method.REML), 5) * 5
    print(f"\n1,000 leave-one-out REML fits of 200 studies: {taken:.2f} s")


def fit_beside(name: str, ours: float, theirs: float) -> Result:
    """Set the time of a fit beside that of another program."""
    return Result(
        "synthesis",
        f"One REML fit of {STUDIES} effects, beside {name}",
        f"{ours * 1000:.2f} ms",
        f"{name}: {theirs * 1000:.2f} ms",
        f"{theirs / ours:.1f} times as fast",
        "make bench BENCH=synthesis",
    )


def drawn(seed: int, k: int) -> Effects:
    """Draw effects with heterogeneity that differs from set to set; a set may have none."""
    source = random.Random(seed)
    tau = source.choice([0, 0.1, 0.3, 1])
    variances = [math.exp(source.gauss(-3, 0.7)) for _ in range(k)]
    return Effects.of([source.gauss(0.2, math.sqrt(v + tau * tau)) for v in variances], variances)


def difference(apart: float) -> Result:
    """Give how far an answer is off that of metafor at most."""
    return Result(
        "synthesis",
        "Greatest difference of an answer from R metafor",
        f"{apart:.0e}",
        "R metafor",
        command="make bench BENCH=synthesis",
    )


def show(rival: str, answers: dict[Key, Answer], sets: dict[int, Effects], exact: bool) -> float:
    """Print how far a rival's answers are from ours, and give the most."""
    most = 0.0
    if not answers:
        print(f"{rival:12} no Rscript: apt-get install --no-install-recommends r-base-core r-cran-metafor")
    for method, test in product(METHODS, ("z", "knha")):
        apart = [
            distances(answer, sets[number], method, test, exact)
            for (number, *what), answer in answers.items()
            if what == [method, test]
        ]
        if apart:
            largest = "".join(f"{max(row):10.1e}" for row in zip(*apart, strict=True))
            print(f"{rival:12} {method:6} {test:5} {len(apart):4}{largest}")
            most = max(most, *(max(row) for row in apart))
    return most


def distances(answer: Answer, effects: Effects, method: str, test: str, exact: bool) -> list[float]:
    """Give the differences between a rival's answer and ours."""
    result = pool(effects, Method(method), IntervalMethod(test), exact)
    return [abs(getattr(result, name) - answer[name]) for name in NUMBERS]


def metafor(sets: dict[int, Effects]) -> tuple[dict[Key, Answer], float | None]:
    """Ask R with its default settings, and time it; nothing where there is no R."""
    if not shutil.which("Rscript"):
        return {}, None
    rows = [f"{n},{y!r},{v!r}" for n, e in sets.items() for y, v in zip(e.yi, e.vi, strict=True)]
    script = R.replace("REPEATS", str(REPEATS))
    text = "\n".join(["set,yi,vi", *rows, ""])
    output = subprocess.run(["Rscript", "-e", script], input=text, capture_output=True, text=True, check=True)
    *answers, timing = csv.reader(StringIO(output.stdout))
    return {(int(n), m, t): answer(map(float, rest)) for n, m, t, *rest in answers}, float(timing[3])


def statsmodels(sets: dict[int, Effects]) -> dict[Key, Answer]:
    """Ask statsmodels, which does not cut tau2 off at zero for DL, so only where it is above."""
    found: dict[Key, Answer] = {}
    for number, effects in sets.items():
        y, v = np.array(effects.yi), np.array(effects.vi)
        for method, name in {"DL": "dl", "PM": "iterated"}.items():
            fit = combine_effects(y, v, method_re=name, use_t=False, alpha=0.05)
            if fit.tau2 > 0:
                found[number, method, "z"] = answer([fit.mean_effect_re, fit.sd_eff_w_re, fit.tau2])
                found[number, method, "knha"] = answer([fit.mean_effect_re, fit.sd_eff_w_re_hksj, fit.tau2])
        found[number, "FE", "z"] = answer([fit.mean_effect_fe, fit.sd_eff_w_fe, 0])
    return found


def pymare(sets: dict[int, Effects]) -> dict[Key, Answer]:
    """Ask PyMARE."""
    found: dict[Key, Answer] = {}
    for number, effects in sets.items():
        for test, correction in {"z": "wald", "knha": "knapp-hartung"}.items():
            likelihoods = {
                method: VarianceBasedLikelihoodEstimator(
                    method=method, small_sample_correction=correction, weight_scheme="individual"
                )
                for method in ("REML", "ML")
            }
            moments = DerSimonianLaird(small_sample_correction=correction, weight_scheme="individual")
            for method, estimator in {"DL": moments, **likelihoods}.items():
                found[number, method, test] = fitted(estimator, effects)
        common = WeightedLeastSquares(tau2=0, small_sample_correction="wald")
        found[number, "FE", "z"] = fitted(common, effects)
    return found


def reml_of_pymare(effects: Effects) -> Answer:
    """Fit once."""
    estimator = VarianceBasedLikelihoodEstimator(
        method="REML", small_sample_correction="wald", weight_scheme="individual"
    )
    return fitted(estimator, effects)


def fitted(estimator: object, effects: Effects) -> Answer:
    """Fit an estimator of PyMARE."""
    data = Dataset(np.array(effects.yi), np.array(effects.vi))
    result = estimator.fit_dataset(data).summary()  # type: ignore[attr-defined]
    return answer([np.ravel(part)[0] for part in (result.fe_params, result.fe_se, result.tau2)])


def answer(numbers: Iterable[float]) -> Answer:
    """Name the numbers of an answer."""
    return dict(zip(NUMBERS, numbers, strict=True))


def seconds(call: Callable[[], object], repeats: int = REPEATS) -> float:
    """Time a call, after one that warms up."""
    call()
    started = time.perf_counter()
    for _ in range(repeats):
        call()
    return (time.perf_counter() - started) / repeats


if __name__ == "__main__":
    main()
