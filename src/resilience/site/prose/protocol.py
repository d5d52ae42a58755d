"""What the page of the protocol shows of `protocol.yml`, a part for each directive."""

from collections.abc import Callable
from typing import Any

from resilience.records.protocol import Criterion, Protocol, ProtocolStep
from resilience.records.search_log import Sought
from resilience.site.pages import words
from resilience.site.pages.common import Pages
from resilience.site.wording.values import Link, Passage

TEMPLATE = "prose/protocol"


def protocol(pages: Pages, part: str) -> Passage:
    """Show a part of the protocol, such as `questions`; raises KeyError where there is no such part."""
    return Passage(TEMPLATE, PARTS[part](pages.base.protocol), part.replace("-", "_"))


def _standing(found: Protocol) -> Any:
    registered = Link(found.registered, url=found.registered) if found.registered else None
    return found.title, words.day(found.written), registered, found.standing


def _follows(found: Protocol) -> Any:
    return tuple((one.name, Link(one.reference, url=one.url), one.use) for one in found.follows)


def _questions(found: Protocol) -> Any:
    asked = tuple((one.asks, words.listing([of.label.lower() for of in one.of])) for one in found.questions)
    return asked, found.population, found.concept, found.context


def _criteria(of: Sought) -> Callable[[Protocol], Any]:
    def rows(found: Protocol) -> Any:
        own: list[Criterion] = [one for one in found.criteria if one.of is of]
        return of.label.lower(), tuple((one.about, one.inside, one.outside, one.why) for one in own)

    return rows


def _sources(found: Protocol) -> Any:
    return tuple(
        (words.sentence(one.source.label), words.listing([of.label.lower() for of in one.of]), one.how)
        for one in found.sources
    )


def _step(one: ProtocolStep) -> Any:
    by = words.sentence(words.listing([who.label for who in one.by]))
    return one.name, one.does, by, one.passes, tuple(Link(place.label, place.page) for place in one.where)


PARTS: dict[str, Callable[[Protocol], Any]] = {
    "standing": _standing,
    "why": lambda found: found.why_this_kind,
    "follows": _follows,
    "questions": _questions,
    "studies": _criteria(Sought.STUDIES),
    "policies": _criteria(Sought.POLICIES),
    "sources": _sources,
    "steps": lambda found: tuple(map(_step, found.steps)),
    "renewal": lambda found: tuple((one.what, one.when) for one in found.renewal),
    "changes": lambda found: tuple((words.day(one.on), one.what, one.why) for one in found.changes),
}
"""What each part of the page needs."""
