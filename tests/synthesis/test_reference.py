"""Our numbers are those of R metafor."""

import dataclasses
from collections import Counter

import pytest
from tests.synthesis.tables import Row, all_effects, column, compare, table

from resilience.synthesis import (
    IntervalMethod,
    Method,
    egger,
    heterogeneity_interval,
    leave_one_out,
    pool,
    pool_clusters,
    regress,
    sign_test,
    subgroups,
)
from resilience.synthesis.pooling import NARROWER

NUMBERS = "k estimate se ci_low ci_high p tau2 i2 h2 q q_p pi_low pi_high"


def name(row: Row) -> str:
    return " ".join(row[key] for key in ("id", "method", "test", "place") if key in row)


@pytest.mark.parametrize(
    ("reference", "rows"),
    [
        ("pooled", 1200),
        ("exact", 192),
        ("intervals", 48),
        ("series", 116),
        ("regression", 64),
        ("egger", 40),
        ("robust", 3),
        ("subgroups", 5),
        ("signs", 21),
        ("distributions", 277),
    ],
)
def test_the_reference_has_not_shrunk(reference: str, rows: int) -> None:
    assert len(table(reference)) >= rows


def test_the_reference_covers_all_methods_on_all_sets() -> None:
    found = Counter((row["method"], row["test"]) for row in table("pooled"))
    wanted = {(method.value, interval.value) for method in Method for interval in IntervalMethod}
    assert set(found) == wanted - {("FE", "knha"), ("FE", "adhoc")}
    assert min(found.values()) == len(all_effects()) == 48


@pytest.mark.parametrize("row", table("pooled"), ids=name)
def test_pooled(row: Row) -> None:
    effects = all_effects()[row["id"]]
    result = pool(effects, Method(row["method"]), IntervalMethod(row["test"]))
    compare(row, result, NUMBERS)
    compare(row, result, "new_low new_high", 1e-8)
    assert result.notes == ((NARROWER,) if is_narrower(row) else ())


def is_narrower(row: Row) -> bool:
    """Say whether R's Knapp-Hartung interval is narrower than its interval of a common effect."""
    common = next(one for one in table("pooled") if (one["id"], one["method"]) == (row["id"], "FE"))
    width, of_common = (float(one["ci_high"]) - float(one["ci_low"]) for one in (row, common))
    return row["test"] == "knha" and width < of_common


def test_the_modified_interval_is_never_narrower_than_that_of_a_common_effect() -> None:
    modified = [row for row in table("pooled") if row["test"] == "adhoc"]
    assert sum(is_narrower({**row, "test": "knha"}) for row in modified) == 0
    assert sum(map(is_narrower, table("pooled"))) > 0


@pytest.mark.parametrize("row", table("exact"), ids=name)
def test_exact(row: Row) -> None:
    result = pool(all_effects()[row["id"]], Method(row["method"]), exact=True)
    compare(row, result, "k estimate se ci_low ci_high p tau2")


@pytest.mark.parametrize("row", table("intervals"), ids=name)
def test_intervals_of_heterogeneity(row: Row) -> None:
    result = heterogeneity_interval(all_effects()[row["id"]])
    compare(row, result, "tau2_low tau2_high i2_low i2_high h2_low h2_high")
    assert result.is_empty == (row["is_empty"] == "TRUE")


@pytest.mark.parametrize("row", table("series"), ids=name)
def test_leave_one_out(row: Row) -> None:
    result = leave_one_out(all_effects()[row["id"]], Method(row["method"]), IntervalMethod(row["test"]))
    pooled = result[int(row["place"])]
    if pooled.k == 1:
        # R gives one study a tau2 and an I2 of zero.
        assert row["id"] == "two_apart"
        return
    compare(row, pooled, "estimate se ci_low ci_high tau2 i2 q q_p")


@pytest.mark.parametrize("row", table("regression"), ids=name)
def test_regression(row: Row) -> None:
    moderator = [float(value) for value in column("moderators", "moderator", row["id"])]
    effects, method = all_effects()[row["id"]], Method(row["method"])
    result = regress(effects, moderator, method, IntervalMethod(row["test"]))
    compare(row, result, "tau2 i2 q q_p")
    compare(row, result, "r2", 1e-7)
    flat = {f"slope_{key.removeprefix('ci_')}": value for key, value in vars_of(result.slope).items()}
    intercept = {"intercept": result.intercept.estimate, "intercept_se": result.intercept.se}
    for key, value in {**flat, **intercept, "slope": result.slope.estimate}.items():
        if key in row:
            assert value == pytest.approx(float(row[key]), rel=1e-9, abs=1e-9), key


def vars_of(record: object) -> dict[str, float]:
    return dataclasses.asdict(record)  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize("row", table("egger"), ids=name)
def test_egger(row: Row) -> None:
    compare(row, egger(all_effects()[row["id"]], fewest=3), "slope t df p limit limit_low limit_high", 1e-8)


@pytest.mark.parametrize("row", table("robust"), ids=lambda row: row["method"])
def test_clusters(row: Row) -> None:
    effects = all_effects()["konstantopoulos2011"]
    result = pool_clusters(effects, column("clusters", "cluster"), Method(row["method"]))
    compare(row, result, "k clusters estimate se ci_low ci_high t df p tau2")


@pytest.mark.parametrize("row", table("subgroups"), ids=lambda row: f"{row['method']} {row['test']}")
def test_subgroups(row: Row) -> None:
    labels = column("groups", "label")
    result = subgroups(all_effects()["bcg"], labels, Method(row["method"]), IntervalMethod(row["test"]))
    compare(row, result, "q_between p")
    assert {label: group.k for label, group in result.groups.items()} == Counter(labels)


@pytest.mark.parametrize("row", table("signs"), ids=lambda row: f"{row['benefit']} to {row['harm']}")
def test_signs(row: Row) -> None:
    compare(row, sign_test(int(row["benefit"]), int(row["harm"])), "share_low share_high p", 1e-12)
