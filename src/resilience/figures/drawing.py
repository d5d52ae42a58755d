"""From a Vega-Lite chart to an SVG on a page, and the script that makes it interactive."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import vl_convert

from resilience.figures.style import CONFIG, Size

Spec = dict[str, Any]

SVG = "http://www.w3.org/2000/svg"
# Vega fits a chart to a width by its guess at the length of labels, and comes out some pixels wider.
SLACK = 8

# The whole chart is one image to a screen reader, and type is the page's own.
NOT_NEEDED = (
    "aria-hidden",
    "aria-roledescription",
    "class",
    "font-family",
    "pointer-events",
    "role",
    "version",
)

ElementTree.register_namespace("", SVG)


def fitted(spec: Spec, size: Size) -> Spec:
    """Give a chart the house's look, and a width where it has none.

    Raises ValueError where it loads data from an address.
    """
    if _loads_from_address(spec):
        raise ValueError("A chart must hold its own data: a page may not load any from an address.")
    dressed = {**spec, "config": _dressed(spec.get("config", {}))}
    if "width" in spec or any(key in spec for key in ("hconcat", "vconcat", "concat", "facet", "repeat")):
        return dressed
    return {**dressed, "width": size.width - SLACK, "autosize": {"type": "fit-x", "contains": "padding"}}


def draw(spec: Spec, size: Size, label: str) -> str:
    """Draw a chart as SVG markup, named for screen readers.

    Raises ValueError where it is too wide for its size.
    """
    svg = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])
    root = ElementTree.fromstring(svg)
    width = float(root.get("width", "0"))
    if width > size.width:
        raise ValueError(
            f"The {size.name} chart is {width:.0f} px wide, and {size.width} px are there. "
            "Give the figure a chart that fits (`narrow=` for the narrow one)."
        )
    _tidy(root)
    root.attrib |= {"class": f"figure-{size.name}", "role": "img", "aria-label": label}
    return ElementTree.tostring(root, encoding="unicode")


@cache
def drawn_by() -> str:
    """Name all that a drawing depends on besides its chart: the version that draws it, and this code."""
    code = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()
    return f"vl-convert {version('vl-convert-python')}, {code}"


def script_name() -> str:
    """Name the script that draws interactive charts in the browser after the versions in it."""
    return f"vega-{vl_convert.get_vega_version()}-{vl_convert.get_vegalite_versions()[-1]}.js"


@cache
def script() -> str:
    """Write that script, with all that it needs; takes some seconds."""
    bundle = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;")
    # Its many short names must not become names of the page.
    return f"(() => {{{bundle}}})();\n"


def _dressed(config: Spec) -> Spec:
    house = {
        key: value | config.get(key, {}) if isinstance(value, dict) else value
        for key, value in CONFIG.items()
    }
    return config | house


def _tidy(element: ElementTree.Element) -> None:
    for name in NOT_NEEDED:
        element.attrib.pop(name, None)
    if element.get("opacity") == "1":
        del element.attrib["opacity"]
    for child in list(element):
        if _draws_nothing(child):
            element.remove(child)
        else:
            _tidy(child)


def _draws_nothing(element: ElementTree.Element) -> bool:
    is_backdrop = element.tag == f"{{{SVG}}}path" and element.get("class") in ("background", "foreground")
    return is_backdrop and not element.get("fill") and not element.get("stroke")


def _loads_from_address(part: object) -> bool:
    if isinstance(part, list):
        return any(_loads_from_address(item) for item in part)
    if not isinstance(part, dict):
        return False
    # Rows of data are the reader's business: a column may well be called `url`.
    nested = (value for key, value in part.items() if key not in ("values", "datasets"))
    return "url" in part or any(_loads_from_address(value) for value in nested)
