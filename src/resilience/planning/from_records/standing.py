"""How any place stands, as the browser reads it from the files of places."""

from typing import Any

from resilience.planning.from_records.council_file import council_file
from resilience.planning.from_records.place_view import PlaceView


def standing_of(view: PlaceView, link: str) -> dict[str, Any] | None:
    """Give `file` and `place` for what a link names, as `findPlace.standing` does; None where it is none."""
    council, _, code = link.partition(".")
    if council not in view.country.councils:
        return None
    file = council_file(view, council)
    found = next((one for one in file["places"] if one["code"] == code), None)
    return {"file": file, "place": found} if found else None
