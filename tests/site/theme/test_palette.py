"""The palette: readable, told apart without full colour vision, and the same in the style sheet."""

import re
from itertools import combinations

import pytest
from tests.frozen import book
from tests.site.theme.colour import CONTRAST_OF_GRAPHICS, CONTRAST_OF_TEXT, VISION, contrast, difference
from tests.site.theme.conftest import Book

from resilience.figures import palette
from resilience.figures.palette import DIRECTION_COLOURS, DOMAIN_COLOURS, Shade, custom_properties
from resilience.records.vocabulary import Direction, Level

THEMES = ("light", "dark")
PAGES = ("paper", "surface", "sunk")
TEXT = ["ink", "ink-soft", "accent", *(f"domain-{slug}" for slug in DOMAIN_COLOURS), "direction-harm"]
GRAPHICS = ["edge", *(f"direction-{slug}" for slug in DIRECTION_COLOURS), "sequential-4", "sequential-5"]
# Just told apart is about 2 on this scale.
CLEARLY_APART = 8


def shade(name: str, theme: str) -> str:
    return str(getattr(custom_properties()[name], theme))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("name", "least"),
    [(name, CONTRAST_OF_TEXT) for name in TEXT] + [(name, CONTRAST_OF_GRAPHICS) for name in GRAPHICS],
)
def test_each_colour_stands_out_from_the_page(name: str, least: float, page: str, theme: str) -> None:
    assert contrast(shade(name, theme), shade(page, theme)) >= least


@pytest.mark.parametrize("theme", THEMES)
def test_the_footer_is_readable(theme: str) -> None:
    assert contrast(shade("band-ink", theme), shade("band", theme)) >= CONTRAST_OF_TEXT


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("pair", list(combinations(DOMAIN_COLOURS, 2)), ids="~".join)
def test_domains_are_told_apart_whatever_the_eye(pair: tuple[str, str], vision: str, theme: str) -> None:
    one, other = (shade(f"domain-{slug}", theme) for slug in pair)
    assert difference(one, other, vision) >= CLEARLY_APART


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("vision", VISION)
def test_benefit_and_harm_are_told_apart_whatever_the_eye(vision: str, theme: str) -> None:
    one, other = (shade(f"direction-{slug}", theme) for slug in ("benefit", "harm"))
    assert difference(one, other, vision) >= CLEARLY_APART


@pytest.mark.parametrize("theme", THEMES)
def test_the_ramp_only_ever_moves_away_from_the_page(theme: str) -> None:
    steps = [contrast(getattr(step, theme), shade("paper", theme)) for step in palette.SEQUENTIAL]
    assert steps == sorted(steps)


def test_a_light_shade_has_one_dark_shade() -> None:
    pairs = set(custom_properties().values())
    assert len({pair.light for pair in pairs}) == len(pairs)


def test_every_colour_is_a_plain_hex_code() -> None:
    for pair in custom_properties().values():
        assert isinstance(pair, Shade)
        assert all(re.fullmatch("#[0-9a-f]{6}", value) for value in pair)


def test_the_style_sheet_has_the_same_colours(book: Book) -> None:
    style = (book.site / "_static/book.css").read_text("utf-8")
    for theme, selector in (("light", ":root {"), ("dark", ':root[data-theme="dark"] {')):
        block = style.partition(selector)[2].partition("}")[0]
        found = dict(re.findall(r"--([\w-]+):(#\w+);", block))
        assert found == {name: getattr(pair, theme) for name, pair in custom_properties().items()}


def test_the_style_sheet_uses_no_colour_of_its_own(book: Book) -> None:
    style = (book.site / "_static/book.css").read_text("utf-8")
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", style)) <= {
        value for pair in custom_properties().values() for value in pair
    }
    assert re.findall(r"\b(?:rgb|hsl|oklch)a?\(", style) == []


def test_the_style_sheet_uses_only_names_that_exist(book: Book) -> None:
    style = (book.site / "_static/book.css").read_text("utf-8")
    assert set(re.findall(r"var\(--([\w-]+)", style)) <= set(re.findall(r"--([\w-]+):", style))


@pytest.mark.parametrize("slug", [*DOMAIN_COLOURS, *DIRECTION_COLOURS])
def test_each_domain_and_direction_has_a_class(book: Book, slug: str) -> None:
    style = (book.site / "_static/book.css").read_text("utf-8")
    assert re.search(rf"\.(domain|direction)-{slug}\b.*{{ --(domain|direction): var\(--\1-{slug}\) }}", style)


def test_each_level_has_a_sign(book: Book) -> None:
    style = (book.site / "_static/book.css").read_text("utf-8")
    for level in Level:
        assert f'.badge.rating-{level.value}::before {{ content: "{level.sign}"' in style


def test_each_direction_has_the_sign_of_the_vocabulary(book: Book) -> None:
    style = (book.site / "_static/book.css").read_text("utf-8")
    for direction in Direction:
        assert f'.badge.direction-{direction.value}::before {{ content: "{direction.sign}"' in style


def test_the_domains_with_a_colour_are_those_of_the_code_frame() -> None:
    assert list(DOMAIN_COLOURS) == list(book().domains)
