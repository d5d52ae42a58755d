"""The type of a free text on a page, always with how sure we are of it, in words as well as by the look."""

from resilience.findings.joins import Typed
from resilience.matching import Decision, Match
from resilience.records.coding import CodedText
from resilience.records.vocabulary import MatchStatus
from resilience.site.pages import words
from resilience.site.pages.common import Pages
from resilience.site.wording.values import Inline, Tag, Text


def status_cell(pages: Pages, slug: str, text: CodedText) -> list[Inline]:
    """Show the types of a text in the record `slug`, with how sure we are of the first."""
    typed = pages.joins.typed_of(slug, text)
    if typed.status is MatchStatus.UNCODED:
        return _suggested(pages, pages.suggestions.of(text.text))
    return [*_type(pages, typed), Text(" "), _badge(typed.status), *_reviewer(typed), *_second(pages, typed)]


def _suggested(pages: Pages, found: Match) -> list[Inline]:
    if found.decision is Decision.NONE:
        return [Text("The matcher found no type "), _badge(MatchStatus.UNCODED)]
    return [pages.type_link(found.type), Text(f" (score {_score(found)}) "), _badge(MatchStatus.CANDIDATE)]


def _type(pages: Pages, typed: Typed) -> list[Inline]:
    if typed.status is not MatchStatus.DISPUTED:
        return [pages.type_link(typed.type) if typed.type else Text("No type fits")]
    names: list[Inline] = []
    for disputed in typed.text.disputed or ():
        names += [Text(" or ")] if names else []
        names.append(pages.type_link(disputed) if disputed in pages.base.types else Text("no type"))
    return names


def _second(pages: Pages, typed: Typed) -> list[Inline]:
    return [part for slug in typed.types[1:] for part in (Text(" Also: "), pages.type_link(slug))]


def _badge(status: MatchStatus) -> Tag:
    return Tag(status.label, ("badge", f"status-{status.value}"))


def _reviewer(typed: Typed) -> list[Inline]:
    decision = typed.decision
    return [Text(f" by {decision.reviewer}, {words.day(decision.date)}")] if decision else []


def _score(found: Match) -> str:
    return f"{words.number(round(found.score))} of 100"
