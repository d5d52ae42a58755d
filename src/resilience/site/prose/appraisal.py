"""What the page on option appraisal shows: bands of levels, tiers, tries, and figures that tell a need."""

from resilience.appraisal import places_of
from resilience.records.appraisal import Need
from resilience.records.english import number
from resilience.records.vocabulary import Nation
from resilience.site.pages.common import Pages
from resilience.site.wording.values import Passage

TEMPLATE = "prose/appraisal"


def appraisal_levels(pages: Pages, _: str) -> Passage:
    """Tabulate where each level of evidence may stand on the step from worst to best."""
    rules = pages.base.appraisal
    labels = {one.slug: one.label for one in pages.base.rating.levels}
    rows = tuple(
        (labels[one.level], (one.band.low, one.band.high) if one.band else None) for one in rules.levels
    )
    return Passage(TEMPLATE, (rows, rules.not_an_aim.low, rules.not_an_aim.high), "levels")


def appraisal_tiers(pages: Pages, _: str) -> Passage:
    """Say what puts an activity in which tier."""
    rules = pages.base.appraisal.tiers
    return Passage(TEMPLATE, (rules.top, rules.top_share, rules.leads_at), "tiers")


def appraisal_tries(pages: Pages, _: str) -> Passage:
    """Say what is drawn in a try."""
    rules = pages.base.appraisal.tries
    tables = len(pages.base.rating.tables)
    return Passage(TEMPLATE, (rules.number, number(rules.weight_factor), tables, rules.link_doubt), "tries")


def appraisal_needs(pages: Pages, _: str) -> Passage:
    """Tabulate which figures of which nation tell the need for each activity, and why."""
    rows = tuple(
        (pages.type_link(one.type), _by_nation(pages, one), one.why) for one in pages.base.appraisal.needs
    )
    return Passage(TEMPLATE, (pages.base.appraisal.made_by, rows), "needs")


def _by_nation(pages: Pages, need: Need) -> tuple[tuple[str, str], ...]:
    """Give the names of the figures of each nation, none where no nation has any."""
    named = [
        (nation.nation.label, ", ".join(nation.figure(key).label for key in need.figures.of(nation.nation)))
        for nation in pages.base.place_figures.nations
    ]
    return tuple(named) if any(figures for _, figures in named) else ()


def appraisal_scales(pages: Pages, _: str) -> Passage:
    """Say among what a place of each nation is told to be worse off, and by which figures."""
    places = places_of(pages)
    return Passage(TEMPLATE, tuple((one.among, one.edition) for one in map(places.scale, Nation)), "scales")
