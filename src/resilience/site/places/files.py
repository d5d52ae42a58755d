"""All files of places by name: parts of names by letter, a file a council, and a file a neighbourhood."""

import json
from typing import Any

from resilience.planning.from_records.council_file import council_file, neighbourhood_file
from resilience.site.pages.common import Pages
from resilience.site.places.names import name_parts


def files_of(pages: Pages) -> dict[str, str]:
    """Give the texts of all files by their names below the folder."""
    view = pages.place_view
    found: dict[str, Any] = {f"names/{letter}.json": part for letter, part in name_parts(view).items()}
    found |= {f"council/{code}.json": council_file(view, code) for code in view.country.councils}
    found |= {
        f"neighbourhood/{slug}.json": neighbourhood_file(view, slug) for slug in sorted(view.neighbourhoods)
    }
    return {name: _json(content) for name, content in found.items()}


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
