"""Contrast as WCAG 2 has it, and how different two colours look, with or without full colour vision."""

from collections.abc import Sequence

CONTRAST_OF_TEXT = 4.5
CONTRAST_OF_GRAPHICS = 3.0

Vector = Sequence[float]

# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
VISION: dict[str, tuple[Vector, ...]] = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}

# Ottosson 2020: linear RGB to cone responses, and their cube roots to OKLab.
TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
TO_OKLAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def linear(colour: str) -> list[float]:
    """Turn `#rrggbb` into linear RGB, 0 to 1."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def times(matrix: Sequence[Vector], vector: Vector) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21."""
    dark, light = sorted(times([(0.2126, 0.7152, 0.0722)], linear(colour))[0] for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def oklab(colour: str, vision: str) -> list[float]:
    seen = [min(1.0, max(0.0, value)) for value in times(VISION[vision], linear(colour))]
    return times(TO_OKLAB, [value ** (1 / 3) for value in times(TO_CONES, seen)])


def difference(one: str, other: str, vision: str) -> float:
    """Give how far apart two colours look: 100 from black to white."""
    pairs = zip(oklab(one, vision), oklab(other, vision), strict=True)
    return 100 * sum((a - b) ** 2 for a, b in pairs) ** 0.5
