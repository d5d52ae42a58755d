"""The estimate that leads is Student's t on the changes of areas."""

import numpy as np
import pytest

from resilience.places.area_sums import AreaSums
from resilience.places.estimate import by_area_means, is_lopsided

# Student. The probable error of a mean. Biometrika 1908;6:1-25: extra sleep with two drugs.
FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]


def survey(programme: list[float], comparison: list[float], answers: tuple[float, float]) -> AreaSums:
    """Make areas with these changes and numbers of answers."""
    own = np.array([True] * len(programme) + [False] * len(comparison))
    counts = np.where(own, *answers)[:, None] * np.ones((1, 2))
    changes = np.array([*programme, *comparison])
    return AreaSums(own, counts, counts * np.column_stack([np.full(len(own), 7.0), 7 + changes]))


@pytest.mark.parametrize("answers", [(10, 10), (4, 80)])
def test_it_is_students_t_however_many_answered(answers: tuple[float, float]) -> None:
    found = by_area_means(survey(FIRST, SECOND, answers))
    # R 4.3: t.test(extra ~ group, sleep, var.equal = TRUE)
    assert found.estimate == pytest.approx(-1.58)
    assert found.df == 18
    assert found.estimate / found.se == pytest.approx(-1.8608, abs=5e-5)
    assert found.p == pytest.approx(0.07919, abs=5e-6)
    assert (found.ci_low, found.ci_high) == pytest.approx((-3.363874, 0.203874), abs=5e-7)


@pytest.mark.parametrize(
    ("programme", "comparison", "answers", "expected"),
    [
        (4, 14, (20, 70), True),
        (14, 4, (70, 20), True),
        (4, 14, (45, 45), False),
        (4, 14, (70, 20), False),
        (9, 9, (20, 70), False),
    ],
)
def test_fewer_areas_with_fewer_answers_are_told(
    programme: int, comparison: int, answers: tuple[float, float], expected: bool
) -> None:
    changes = list(range(20))
    assert is_lopsided(survey(changes[:programme], changes[:comparison], answers)) is expected
