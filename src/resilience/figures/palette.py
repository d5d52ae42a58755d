"""The one palette: every colour of the pages and the charts, each with a light and a dark shade.

The style sheet is generated from here, and an inline chart drawn with the light shades turns dark with the
page, so a light shade must stand for one dark shade only.
"""

from typing import NamedTuple

from resilience.records.vocabulary import Direction


class Shade(NamedTuple):
    """One colour as `#rrggbb` on a light page and on a dark one."""

    light: str
    dark: str


PAPER = Shade("#faf8f5", "#18131f")
SURFACE = Shade("#ffffff", "#221b2c")
SUNK = Shade("#f0ecf1", "#2b2337")
LINE = Shade("#d8d1dc", "#3f364c")
EDGE = Shade("#8d8399", "#83798f")
INK = Shade("#241b2e", "#ece7f0")
INK_SOFT = Shade("#5c5268", "#b7adc3")
ACCENT = Shade("#5a2f8a", "#cdb2f5")
BAND = Shade("#2c1b42", "#0e0a13")
BAND_INK = Shade("#e6dfec", "#ded6e6")
ROOF = Shade("#38244f", "#75619a")
LAMP = Shade("#f3c14b", "#f6c95c")

DOMAIN_COLOURS: dict[str, Shade] = {
    "living-environment": Shade("#17532f", "#63d2a0"),
    "economic-systems": Shade("#a15608", "#e6a92e"),
    "social-relationships": Shade("#a3166c", "#d77fae"),
    "community-governance": Shade("#2160c4", "#74a6ff"),
}

DIRECTION_COLOURS: dict[str, Shade] = {
    Direction.BENEFIT.value: Shade("#0d7377", "#5fdcdc"),
    Direction.NULL.value: Shade("#4d4857", "#b3acbd"),
    Direction.MIXED.value: Shade("#856410", "#ecc85c"),
    Direction.HARM.value: Shade("#a12f0c", "#ff8552"),
    Direction.NOT_TOLD.value: Shade("#857c92", "#8d83a0"),
}

# Little to much: the far end stands out most from the page, light or dark.
SEQUENTIAL: tuple[Shade, ...] = (
    Shade("#ebe2f2", "#2f2540"),
    Shade("#cdb8df", "#4c3a68"),
    Shade("#a685c5", "#7355a0"),
    Shade("#7d53a8", "#a284d4"),
    Shade("#4b2575", "#d9c4fa"),
)

# From this one on, type must be pale to be read.
FIRST_DARK = 3

# Harm to benefit, with no difference in the middle.
DIVERGING: tuple[Shade, ...] = (
    DIRECTION_COLOURS[Direction.HARM],
    Shade("#d3805c", "#b95f3d"),
    Shade("#efcbbb", "#5f3a30"),
    Shade("#e9e4eb", "#352c41"),
    Shade("#b3d9d8", "#245053"),
    Shade("#5ba5a7", "#3b9698"),
    DIRECTION_COLOURS[Direction.BENEFIT],
)


def shade_of(share: float) -> Shade:
    """Give the shade of a share of the most, from 0 to 1."""
    return SEQUENTIAL[min(int(share * len(SEQUENTIAL)), len(SEQUENTIAL) - 1)]


def ink_on(shade: Shade) -> Shade:
    """Give the colour in which type can be read on one of the shades from little to much."""
    return PAPER if SEQUENTIAL.index(shade) >= FIRST_DARK else INK


def custom_properties() -> dict[str, Shade]:
    """Name each colour as the style sheet does, without the leading dashes."""
    named = {
        "paper": PAPER,
        "surface": SURFACE,
        "sunk": SUNK,
        "line": LINE,
        "edge": EDGE,
        "ink": INK,
        "ink-soft": INK_SOFT,
        "accent": ACCENT,
        "band": BAND,
        "band-ink": BAND_INK,
        "roof": ROOF,
        "lamp": LAMP,
    }
    named |= {f"domain-{slug}": shade for slug, shade in DOMAIN_COLOURS.items()}
    named |= {f"direction-{slug}": shade for slug, shade in DIRECTION_COLOURS.items()}
    named |= {f"sequential-{step}": shade for step, shade in enumerate(SEQUENTIAL, start=1)}
    named |= {f"diverging-{step}": shade for step, shade in enumerate(DIVERGING, start=1)}
    return named
