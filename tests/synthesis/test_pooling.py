"""Hard sets: an exact result or a refusal, never a silent wrong number."""

import math
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from resilience.synthesis import CannotPool, Effects, IntervalMethod, Method, Pooled, leave_one_out, pool
from resilience.synthesis.heterogeneity import equation
from resilience.synthesis.likelihood import highest_tau2, log_likelihood

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "pooling.yml").read_text(encoding="utf-8"))
METHODS = st.sampled_from(Method)
ITERATED = st.sampled_from([Method.PM, Method.REML, Method.ML, Method.EB])
STUDIES = st.lists(st.tuples(st.floats(-3, 3), st.floats(0.001, 4)), min_size=2, max_size=12)


def effects_of(studies: list[tuple[float, float]]) -> Effects:
    return Effects.of(*zip(*studies, strict=True))


def pooled(case: dict[str, Any]) -> Pooled:
    given_ = case["input"]
    effects = Effects.of(given_["yi"], given_["vi"])
    interval = IntervalMethod(given_.get("interval", "z"))
    return pool(effects, Method(given_["method"]), interval, given_.get("exact", False))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_hard_sets(case: dict[str, Any]) -> None:
    expect = dict(case["expect"])
    if "refused" in expect:
        with pytest.raises(CannotPool) as refusal:
            pooled(case)
        assert expect["refused"] in refusal.value.reason
        assert refusal.value.reason.endswith(".")
        return
    result = pooled(case)
    note = expect.pop("note", None)
    assert ([text.startswith(note) for text in result.notes] == [True]) if note else result.notes == ()
    for name, value in expect.items():
        assert getattr(result, name) == (value if value is None else pytest.approx(value, abs=1e-12)), name


@given(STUDIES, METHODS, st.randoms())
def test_the_order_of_studies_makes_no_difference(studies: Any, method: Method, random: Any) -> None:
    shuffled = random.sample(studies, len(studies))
    one, other = (pool(effects_of(item), method, exact=True) for item in (studies, shuffled))
    assert other.estimate == pytest.approx(one.estimate, abs=1e-6)
    assert other.tau2 == pytest.approx(one.tau2, abs=1e-6)


@given(STUDIES, METHODS, st.sampled_from([1e-4, 0.1, 7, 1e5]), st.floats(-10, 10))
def test_units_and_zero_make_no_difference(studies: Any, method: Method, unit: float, shift: float) -> None:
    one = pool(effects_of(studies), method, exact=True)
    changed = [(shift + effect) * unit for effect, _ in studies], [v * unit**2 for _, v in studies]
    other = pool(Effects.of(*changed), method, exact=True)
    assert other.estimate / unit - shift == pytest.approx(one.estimate, abs=1e-6)
    assert other.se / unit == pytest.approx(one.se, rel=1e-6)
    assert other.i2 == pytest.approx(one.i2, abs=1e-4)


@given(STUDIES, METHODS)
def test_a_turned_sign_turns_the_result(studies: Any, method: Method) -> None:
    one = pool(effects_of(studies), method)
    other = pool(effects_of([(-effect, variance) for effect, variance in studies]), method)
    assert (other.estimate, other.ci_low) == (pytest.approx(-one.estimate), pytest.approx(-one.ci_high))
    assert other.tau2 == pytest.approx(one.tau2, abs=1e-9)


@given(STUDIES, METHODS)
def test_a_pooled_effect_lies_among_its_effects(studies: Any, method: Method) -> None:
    result = pool(effects_of(studies), method)
    among = [effect for effect, _ in studies]
    assert min(among) - 1e-9 <= result.estimate <= max(among) + 1e-9
    assert result.tau2 is not None
    assert result.tau2 >= 0
    assert result.ci_low < result.estimate < result.ci_high
    assert 0 <= result.q_p <= 1
    assert result.i2 is not None
    assert 0 <= result.i2 < 100


@given(STUDIES)
def test_each_study_twice_halves_the_variance(studies: Any) -> None:
    once, twice = (pool(effects_of(item), Method.FE) for item in (studies, studies * 2))
    assert twice.estimate == pytest.approx(once.estimate, abs=1e-12)
    assert twice.se == pytest.approx(once.se / math.sqrt(2))
    assert twice.q == pytest.approx(2 * once.q, rel=1e-9, abs=1e-9)


@given(STUDIES, ITERATED)
def test_an_exact_estimate_solves_its_equation(studies: Any, method: Method) -> None:
    effects = effects_of(studies)
    tau2 = pool(effects, method, exact=True).tau2
    assert tau2 is not None
    falls = equation(effects, method)
    step = 1e-9 * (tau2 + min(effects.vi))
    assert falls(tau2 + step) <= 1e-6
    assert tau2 == 0 or falls(tau2 - step) >= -1e-6 or tau2 < step


@given(STUDIES, st.booleans())
def test_no_tau2_is_likelier_than_the_exact_one(studies: Any, restricted: bool) -> None:
    effects = effects_of(studies)
    tau2 = pool(effects, Method.REML if restricted else Method.ML, exact=True).tau2
    assert tau2 is not None
    best = log_likelihood(effects, tau2, restricted)
    highest = highest_tau2(effects)
    for share in range(101):
        assert log_likelihood(effects, highest * (share / 100) ** 3, restricted) <= best + 1e-9


@given(STUDIES, ITERATED)
def test_the_end_of_r_is_near_the_exact_estimate(studies: Any, method: Method) -> None:
    effects = effects_of(studies)
    ended, exact = (pool(effects, method, exact=exact) for exact in (False, True))
    assert ended.i2 == pytest.approx(exact.i2, abs=1.01)
    if ended.notes:
        assert ended.tau2 == exact.tau2


@given(STUDIES, METHODS)
def test_leaving_one_out_is_pooling_the_rest(studies: Any, method: Method) -> None:
    assume(len(studies) > 2)
    left = leave_one_out(effects_of(studies), method)
    assert len(left) == len(studies)
    assert left[0] == pool(effects_of(studies[1:]), method)
