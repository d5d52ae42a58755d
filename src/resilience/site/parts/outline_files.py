"""The files of outlines that maps fetch: one for each council with its places, and one of all councils."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from resilience.execution.notebook import state_of
from resilience.places import outlines as outlines_of_places
from resilience.places.outlines import (
    Sheet,
    dissolved,
    follow,
    in_council,
    laid_out,
    path,
    points_of,
    ring_points,
    sheet_of,
)
from resilience.records.outlines import ArcRing, Outlines
from resilience.site.evidence_of import pages_of
from resilience.site.pages.common import Pages
from resilience.site.parts.council_map_part import FILE, councils_shown
from resilience.site.states import made_from, note_made_from, state_of_build

FOLDER = "_static/places/outlines"
ALL = "all"
"""The name of the file of all councils."""
LONGEST = 1000
"""Steps of the grid along the longer side of a council's map."""
LONGEST_OF_ALL = 2400
LONGEST_OF_LONDON = 400
LONDON = "E09"
"""How the codes of London boroughs begin."""
TOLERANCE = 4
"""In the map of all councils, a point goes whose triangle has less than so many squares of the grid.

A step is half a kilometre, so that is a square kilometre; islands smaller than that go too.
"""


def write_outline_files(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Write the files where outlines, places or this code changed since they were written."""
    folder = Path(app.outdir) / FOLDER
    if app.builder.format == "html":
        state = _state(pages_of(env))
        if not folder.exists() or made_from(app, FOLDER) != state:
            write_outlines(pages_of(env), folder)
            note_made_from(app, FOLDER, state)
        shown, evidence = folder / FILE, state_of_build(app)
        if not shown.exists() or made_from(app, f"{FOLDER}/{FILE}") != evidence:
            _write(shown, councils_shown(pages_of(env)))
            note_made_from(app, f"{FOLDER}/{FILE}", evidence)
    return []


def _state(pages: Pages) -> str:
    """Digest the tables of places, and the code that lays outlines out."""
    files = [pages.base.folder / "places", Path(__file__), Path(outlines_of_places.__file__)]
    return state_of(files, [])


def write_outlines(pages: Pages, folder: Path) -> None:
    """Write the outlines of each council that has a place with an outline, and those of all councils."""
    folder.mkdir(parents=True, exist_ok=True)
    outlines = pages.base.outlines
    places = pages.base.country.places
    for council, codes in in_council(outlines).items():
        if any(code in places for code in codes):
            _write(folder / f"{council}.json", council_outlines(outlines, codes, places))
    _write(folder / f"{ALL}.json", all_outlines(outlines))


def council_outlines(outlines: Outlines, codes: list[str], known: Mapping[str, object]) -> dict[str, Any]:
    """Give the paths of a council's places, and in one those of its wards that are not among them."""
    sheet = sheet_of(points_of(outlines, codes), LONGEST)
    paths = {code: _path(outlines, sheet, code) for code in codes}
    return {
        "width": sheet.width,
        "height": sheet.height,
        "places": {code: one for code, one in paths.items() if code in known},
        "blank": "".join(one for code, one in paths.items() if code not in known),
    }


def _path(outlines: Outlines, sheet: Sheet, code: str) -> str:
    return path([sheet.at(point) for point in ring_points(outlines, ring)] for ring in outlines.rings[code])


def all_outlines(outlines: Outlines) -> dict[str, Any]:
    """Give the paths of all councils, their wards melted together, and those of London once more, larger."""
    found = {council: dissolved(outlines, codes) for council, codes in in_council(outlines).items()}
    london = {code: rings for code, rings in found.items() if code.startswith(LONDON)}
    return _melted(outlines, found, LONGEST_OF_ALL) | {
        "inset": _melted(outlines, london, LONGEST_OF_LONDON) if london else None
    }


def _melted(outlines: Outlines, councils: Mapping[str, list[ArcRing]], longest: int) -> dict[str, Any]:
    rings = [ring for own in councils.values() for ring in own]
    sheet = sheet_of((point for ring in rings for point in ring_points(outlines, ring)), longest)
    arcs = laid_out(outlines, sheet, rings, TOLERANCE)
    places = {code: path([follow(arcs, ring) for ring in own], TOLERANCE) for code, own in councils.items()}
    return {"width": sheet.width, "height": sheet.height, "places": places}


def _write(file: Path, content: object) -> None:
    written = json.dumps(content, separators=(",", ":"))
    if not file.exists() or file.read_text("utf-8") != written:
        file.write_text(written, "utf-8")
