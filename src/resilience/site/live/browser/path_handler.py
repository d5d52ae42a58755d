"""What the pages of the path ask for: what its steps say for a link, and the pack."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from resilience.places.nation import NationTable, from_data, slug_of
from resilience.planning.answer import answer
from resilience.site.live.browser import FOLDER, read


def path(request: Mapping[str, Any]) -> dict[str, Any]:
    """Answer a request as `planning.answer` does, from the data `planning`.

    Where the data `nation-<nation>` came with the request, for the nation of its place, places are compared.
    """
    standing = request.get("standing")
    table = _table(standing["file"]["nation"]) if standing else None
    return answer(request, read("planning"), table)


def _table(nation: str) -> NationTable | None:
    name = f"nation-{slug_of(nation)}"
    return _read_table(name) if (FOLDER / f"{name}.json").exists() else None


@cache
def _read_table(name: str) -> NationTable:
    return from_data(read(name))
