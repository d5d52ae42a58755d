"""The small areas of a neighbourhood, as a map of points and as the same list."""

from resilience.places.profile import small_areas_in_words
from resilience.places.wards import on_plane
from resilience.records.area import SmallArea
from resilience.records.neighbourhood import Neighbourhood
from resilience.site.pages.blocks import Block, Drawing, paragraph
from resilience.site.pages.common import Pages
from resilience.site.pages.neighbourhood.profile import ATTRIBUTION

READING = (
    "Each point is the centre of a small area (2011 LSOA), with the end of its name. "
    "The number in it is its tenth of England by the 2019 index of multiple deprivation; "
    "1 is the most deprived tenth. "
    "The 2025 tenth was published for 2021 LSOAs and carried to these; a small change is no finding."
)


def small_areas(pages: Pages, place: Neighbourhood) -> list[Block | None]:
    """Map and list them."""
    areas = [one for one in pages.base.small_areas if one.neighbourhood == place.slug]
    if not areas:
        return [paragraph("No small areas are on record for this neighbourhood.")]
    return [_map(place, areas)]


def _map(place: Neighbourhood, areas: list[SmallArea]) -> Block:
    flat = on_plane([(area.lon, area.lat) for area in areas])
    rows = tuple(
        (
            round(east, 3),
            round(north, 3),
            area.short_name,
            area.code,
            area.name,
            area.ward,
            area.households,
            area.tenth_2015,
            area.tenth_2019,
            f"{area.tenth_2025:g}",
        )
        for area, (east, north) in zip(areas, flat, strict=True)
    )
    title = f"Small areas of {place.name} and how deprived they are"
    return Drawing(
        "small-areas", title, small_areas_in_words(place.name, areas), f"{READING} {ATTRIBUTION}", rows
    )
