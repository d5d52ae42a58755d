"""Distances on several figures at once: straight, and Mahalanobis. Standard library only.

Mahalanobis PC. On the generalised distance in statistics. Proc Natl Inst Sci India 1936;2:49-55.
"""

from collections.abc import Callable, Sequence
from math import fsum, sqrt
from operator import mul

Vector = Sequence[float]
Matrix = list[list[float]]

LEAST_TOLERANCE = 0.01
"""The least share of a figure that the others must leave open, 1 - R squared."""


class Singular(ValueError):
    """One figure follows from the others, so that no Mahalanobis distance exists; `row` says which."""

    def __init__(self, row: int) -> None:
        super().__init__(row)
        self.row = row


def straight(difference: Vector) -> float:
    """Give the Euclidean length of a difference."""
    total = 0.0
    for one in difference:
        total += one * one
    return sqrt(total)


def mahalanobis(covariance: Matrix) -> Callable[[Vector], float]:
    """Give the function that tells the Mahalanobis length of a difference.

    The covariance is L L', and the length is that of y where L y is the difference (Cholesky).
    Raises Singular where the covariance has no inverse, or nearly none (LEAST_TOLERANCE).
    """
    lower = cholesky(covariance)
    for row, share in enumerate(_tolerances(lower, covariance)):
        if share < LEAST_TOLERANCE:
            raise Singular(row)

    def length(difference: Vector) -> float:
        return straight(_forward(lower, difference))

    return length


def covariance_of(columns: Sequence[Vector]) -> Matrix:
    """Give the covariance of columns of one length over a whole population (divided by n)."""
    count = len(columns[0])
    means = [fsum(column) / count for column in columns]
    centred = [[value - mean for value in column] for column, mean in zip(columns, means, strict=True)]
    made = [
        [fsum(map(mul, one, other)) / count for other in centred[: row + 1]]
        for row, one in enumerate(centred)
    ]
    return [
        [made[max(row, column)][min(row, column)] for column in range(len(made))] for row in range(len(made))
    ]


def correlation_of(covariance: Matrix) -> Matrix:
    """Give the correlations; 0 with what does not vary."""
    sizes = [sqrt(own[row]) for row, own in enumerate(covariance)]
    return [
        [
            value / (sizes[row] * size) if sizes[row] * size else 0.0
            for value, size in zip(own, sizes, strict=True)
        ]
        for row, own in enumerate(covariance)
    ]


def cholesky(matrix: Matrix) -> Matrix:
    """Give the lower triangle L of a symmetric matrix L L'.

    Raises Singular where the matrix is not positive definite.
    """
    lower: Matrix = []
    for row, own in enumerate(matrix):
        made: list[float] = []
        for column in range(row):
            before = fsum(map(mul, made, lower[column]))
            made.append((own[column] - before) / lower[column][column])
        pivot = own[row] - fsum(map(mul, made, made))
        if pivot <= 0:
            raise Singular(row)
        lower.append([*made, sqrt(pivot)])
    return lower


def _forward(lower: Matrix, right: Vector) -> list[float]:
    """Solve L y = right."""
    solved: list[float] = []
    for own, value in zip(lower, right, strict=True):
        solved.append((value - fsum(map(mul, own, solved))) / own[-1])
    return solved


def _tolerances(lower: Matrix, matrix: Matrix) -> list[float]:
    """Give 1 - R squared of each figure given all others: 1 over its own share of the inverse."""
    size = len(lower)
    units = [_forward(lower, [float(row == column) for row in range(size)]) for column in range(size)]
    return [1 / (fsum(map(mul, unit, unit)) * matrix[row][row]) for row, unit in enumerate(units)]
