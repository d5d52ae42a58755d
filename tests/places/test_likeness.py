"""Distances agree with R and SciPy, and a covariance without an inverse is refused.

The values are those of R 4.2.2 for eight places and three figures:
`x <- matrix(c(24.6, 19.0, 27.9, ...), ncol = 3, byrow = TRUE); s <- cov(x) * 7 / 8;
sqrt(mahalanobis(x, x[1, ], s)); chol(s); 1 / diag(solve(cor(x)))`.
SciPy 1.17.1 gives the same distances
(`scipy.spatial.distance.mahalanobis`, with NumPy's covariance
of `bias=True`).
"""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.places.likeness import (
    LEAST_TOLERANCE,
    Singular,
    cholesky,
    correlation_of,
    covariance_of,
    mahalanobis,
    straight,
)

ROWS = (
    (24.6, 19.0, 27.9),
    (31.2, 24.8, 38.5),
    (12.4, 9.7, 10.1),
    (18.3, 15.5, 22.2),
    (27.7, 18.1, 31.0),
    (9.9, 8.8, 13.7),
    (21.0, 17.2, 19.4),
    (35.5, 26.1, 40.3),
)
DISTANCES = (
    0.0,
    1.54872867991687,
    1.99465798701467,
    1.14398581162048,
    2.46499995791221,
    2.28185367171986,
    1.98601347708477,
    1.34550194314087,
)
COVARIANCE = covariance_of(list(zip(*ROWS, strict=True)))


def off(row: tuple[float, ...]) -> list[float]:
    return [value - own for value, own in zip(row, ROWS[0], strict=True)]


def test_mahalanobis_distances_are_those_of_r() -> None:
    length = mahalanobis(COVARIANCE)
    assert [length(off(row)) for row in ROWS] == pytest.approx(DISTANCES, rel=1e-12)


def test_the_covariance_and_its_triangle_are_those_of_r() -> None:
    assert COVARIANCE[0] == pytest.approx([69.594375, 47.36125, 83.3046875])
    assert COVARIANCE[2] == pytest.approx([83.3046875, 57.525, 106.05609375])
    assert cholesky(COVARIANCE)[2] == pytest.approx([9.985788653197325, 0.665339080951779, 2.428465077169895])
    assert correlation_of(COVARIANCE)[0][1] == pytest.approx(0.976512341744158)


def test_the_order_of_figures_changes_nothing() -> None:
    for order in permutations(range(3)):
        columns = [[row[place] for row in ROWS] for place in order]
        length = mahalanobis(covariance_of(columns))
        lengths = [length([off(row)[place] for place in order]) for row in ROWS]
        assert lengths == pytest.approx(DISTANCES, rel=1e-12)


def test_the_straight_distance_is_that_of_pythagoras() -> None:
    assert straight((3.0, 4.0, 12.0)) == 13.0


@pytest.mark.parametrize(
    "last",
    [
        [5.0] * 8,
        [row[0] for row in ROWS],
        [row[0] + 2 * row[1] for row in ROWS],
        [row[0] + 0.01 * (-1) ** place for place, row in enumerate(ROWS)],
    ],
    ids=["constant", "the same", "a sum of others", "nearly the same"],
)
def test_a_figure_that_follows_from_others_is_found(last: list[float]) -> None:
    columns = [[row[0] for row in ROWS], [row[1] for row in ROWS], last]
    with pytest.raises(Singular):
        mahalanobis(covariance_of(columns))


@given(r=st.floats(-0.999999, 0.999999))
def test_what_others_leave_open_decides(r: float) -> None:
    covariance = [[1.0, r], [r, 1.0]]
    if 1 - r * r < LEAST_TOLERANCE * 0.999:
        with pytest.raises(Singular):
            mahalanobis(covariance)
    elif 1 - r * r > LEAST_TOLERANCE * 1.001:
        # By hand: (x, y) has the square (x x - 2 r x y + y y) / (1 - r r).
        assert mahalanobis(covariance)((3.0, 1.0)) == pytest.approx(((10 - 6 * r) / (1 - r * r)) ** 0.5)
