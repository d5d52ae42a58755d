"""Two-wave difference-in-differences with intervals that know of areas."""

from dataclasses import dataclass

import pandas as pd

from .microdata import check_microdata

FEW_AREAS = 40
"""Below this number of areas intervals tend to be too narrow (Cameron and Miller, cited below)."""
NOT_INSTALLED = "The estimate needs statsmodels, which is not installed. Next: pip install statsmodels"


@dataclass(frozen=True)
class Difference:
    """How much more the outcome changed in programme areas than in comparison areas."""

    estimate: float
    """In the unit of the outcome; for a yes or no answer a share, so times 100 it is percentage points."""
    se: float
    ci_low: float
    ci_high: float
    p: float
    areas: int
    people: int
    means: pd.DataFrame
    """Mean outcome and number of answers by group and wave: `group`, `wave`, `mean`, `n`."""
    notes: tuple[str, ...]


def difference_in_differences(frame: pd.DataFrame) -> Difference:
    """Estimate by least squares, with standard errors clustered by area (CR1) and t with areas less one.

    Bertrand M and others. How much should we trust differences-in-differences estimates? Q J Econ
    2004;119:249-275; Cameron AC, Miller DL. A practitioner's guide to cluster-robust inference. J Hum Resour
    2015;50:317-372. Raises MicrodataError for a table that can't be analysed, and RuntimeError without
    statsmodels (extra `evaluate`).
    """
    check_microdata(frame)
    answered = frame.assign(outcome=pd.to_numeric(frame["outcome"], errors="coerce")).dropna(
        subset=["outcome"]
    )
    fit = _fit(answered)
    areas = int(answered["area"].nunique())
    low, high = fit.conf_int().loc["both"]
    few = f"{areas} areas: with fewer than {FEW_AREAS} the interval tends to be too narrow."
    return Difference(
        estimate=float(fit.params["both"]),
        se=float(fit.bse["both"]),
        ci_low=float(low),
        ci_high=float(high),
        p=float(fit.pvalues["both"]),
        areas=areas,
        people=len(answered),
        means=_means(answered),
        notes=(few,) if areas < FEW_AREAS else (),
    )


def _fit(answered: pd.DataFrame):  # type: ignore[no-untyped-def]
    try:
        from statsmodels.api import OLS
    except ModuleNotFoundError:
        raise RuntimeError(NOT_INSTALLED) from None
    programme = (answered["group"] == "programme").astype(float)
    after = (answered["wave"] == 2).astype(float)
    design = pd.DataFrame({"one": 1.0, "programme": programme, "after": after, "both": programme * after})
    codes = answered["area"].astype("category").cat.codes
    return OLS(answered["outcome"].astype(float), design).fit(
        cov_type="cluster",
        cov_kwds={"groups": codes, "use_correction": True, "df_correction": True},
        use_t=True,
    )


def _means(answered: pd.DataFrame) -> pd.DataFrame:
    grouped = answered.groupby(["group", "wave"])["outcome"]
    return grouped.agg(mean="mean", n="size").reset_index()
