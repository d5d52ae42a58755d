"""Who did an activity and what came of it, and whom to ask: the words for councils and neighbourhoods."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from resilience.planning.adapting.doers import SHOWN, Doer, doers_of
from resilience.planning.adapting.here import Here
from resilience.planning.adapting.words import (
    NOT_SEEN,
    SUGGESTED,
    came,
    did,
    ended,
    found_source,
    how_sure,
    label_of,
    likeness,
    policy_source,
    result,
    titled,
    when,
)
from resilience.planning.blocks import Said, Section, Source, Table
from resilience.records.english import count, listing, sentence, spelled

OWN_ACCOUNT = "its own account; nobody compared it with other places."
AS_TOLD = "as a public page tells it; what came of it is not known."
NOT_TIED = "No finding is tied to this activity alone."
TEXTS = 2
"""How many activities and findings of a neighbourhood are told; its page has all."""


def who_sections(
    given: Mapping[str, Any], slug: str, here: Here | None, title: str
) -> tuple[list[Section], list[Doer]]:
    """Give the sections on who did an activity, and those that are told of; `given` has the facts by name."""
    facts = given["adapt"]
    own, others = doers_of(facts, slug, here)
    shown, rest = others[:SHOWN], others[SHOWN:]
    said = [
        *_own(facts, slug, own, here),
        *(_told(facts, slug, one, here) for one in shown),
        *_notes(given, slug, here, own, shown, rest),
    ]
    sections = [Section(f"{title}: who did it, and what came of it", tuple(said))]
    if rest:
        sections.append(
            Section(
                f"{title}: {count(len(rest), 'other')} on record",
                table=_table(facts, rest, here, title),
                folded=True,
            )
        )
    return sections, [*own, *shown]


def asked(facts: Mapping[str, Any], told: Sequence[Doer], title: str) -> Section:
    """Say whom to ask: bodies with their public pages, and hosts of neighbourhoods; never a person."""
    said = [_ask_neighbourhood(facts, one) if one.is_neighbourhood else _ask(facts, one) for one in told]
    none = Said("Nobody is on record to ask.")
    return Section(f"{title}: who to ask", tuple(said) or (none,), kept=True)


def _own(facts: Mapping[str, Any], slug: str, own: Sequence[Doer], here: Here | None) -> Iterator[Said]:
    if here is None:
        return
    for one in own:
        yield _told(facts, slug, one, here)
    names = {facts["councils"][one.slug]["code"] for one in own if not one.is_neighbourhood}
    if not names.intersection(here.councils):
        yield Said(
            f"Your own council, {here.council}, has no policy with it on record, which does not mean that it"
            " does nothing."
        )


def _told(facts: Mapping[str, Any], slug: str, one: Doer, here: Here | None) -> Said:
    return (
        _neighbourhood(facts, slug, one, here) if one.is_neighbourhood else _council(facts, slug, one, here)
    )


def _council(facts: Mapping[str, Any], slug: str, one: Doer, here: Here | None) -> Said:
    policy = facts["policies"][one.policy]
    more = (
        f" It has {count(len(one.others), 'other policy', 'other policies')} with it." if one.others else ""
    )
    index = [] if one.apart is None or one.is_own else [_index(facts, one.nation)]
    return Said(
        f"{_opening(facts, one, here)} {titled(policy)}. {did(facts, slug, one)} {came(facts, one)}{more}",
        (policy_source(facts, one.policy), *found_source(facts, one.policy), *index),
        how_sure(facts, one),
    )


def _opening(facts: Mapping[str, Any], one: Doer, here: Here | None) -> str:
    if one.is_own and here:
        is_council = facts["councils"][one.slug]["code"] in here.councils
        who = f"Your own council, {one.name}," if is_council else f"{one.name}, which acts where you are,"
        return f"{who} {'may already do this' if one.is_suggested else 'already has this on record'}:"
    like = likeness(one, here)
    return f"{one.name} ({like}):" if like else f"{one.name}:"


def _neighbourhood(facts: Mapping[str, Any], slug: str, one: Doer, here: Here | None) -> Said:
    texts = facts["types"][slug]["neighbourhoods"][one.slug]
    if one.is_own:
        return _own_neighbourhood(facts, texts, one)
    kind = "a neighbourhood of the programme" + ("" if one.is_like else " that also did it")
    like = ", ".join(filter(None, [kind, likeness(one, here)]))
    index = [] if one.apart is None else [_index(facts, one.nation)]
    return Said(
        f"{one.name} ({like}): {_texts(texts['did'])} {_found(facts, one)}",
        (*_neighbourhood_sources(one, texts["did"]), *index),
        OWN_ACCOUNT,
    )


def _own_neighbourhood(facts: Mapping[str, Any], texts: Mapping[str, Any], one: Doer) -> Said:
    """Say what the group's own neighbourhood did, how it worked on the topic, and what was done near it."""
    did, asked, near = texts["did"], texts["asked"], texts["near"]
    told = [
        f"Your own neighbourhood, {one.name}, already did this: {_texts(did)} {_found(facts, one)}"
        if did
        else "",
        f"In {one.name} people worked on this topic by asking or planning: {_texts(asked)}" if asked else "",
        f"Near {one.name}, and no part of the programme: {_texts(near)}" if near else "",
        "" if did else NOT_SEEN,
    ]
    return Said(
        " ".join(filter(None, told)),
        _neighbourhood_sources(one, [*did, *asked, *near]),
        OWN_ACCOUNT if did or asked else AS_TOLD,
    )


def _found(facts: Mapping[str, Any], one: Doer) -> str:
    findings = [{"text": text} for text in facts["neighbourhoods"][one.slug]["findings"]]
    found = f" Of all its work it says: {_texts(findings)}" if findings else ""
    return f"{NOT_TIED} {NOT_SEEN}{found}"


def _texts(texts: Sequence[Mapping[str, str]]) -> str:
    told = " ".join(ended(one["text"]) for one in texts[:TEXTS])
    more = len(texts) - TEXTS
    return f"{told} Its page has {spelled(more)} more." if more > 0 else told


def _neighbourhood_sources(one: Doer, texts: Sequence[Mapping[str, str]]) -> tuple[Source, ...]:
    urls = dict.fromkeys(text["url"] for text in texts if text["url"])
    return Source(one.name, page=f"neighbourhoods/{one.slug}"), *(_public(url) for url in urls)


def _public(url: str) -> Source:
    return Source(urlsplit(url).netloc.removeprefix("www."), url=url)


def _index(facts: Mapping[str, Any], nation: str) -> Source:
    return Source(facts["index"][nation]["title"])


def _notes(
    given: Mapping[str, Any],
    slug: str,
    here: Here | None,
    own: Sequence[Doer],
    shown: Sequence[Doer],
    rest: Sequence[Doer],
) -> Iterator[Said]:
    """Say why fewer than three are told of, or why some of them are not like the place."""
    others = " other" if own else ""
    if not shown:
        yield Said(
            f"No{others} council or neighbourhood is on record with {label_of(given, slug)},"
            " which does not mean that there is none."
        )
    elif len(shown) < SHOWN and not rest:
        yield Said(
            f"No more are on record: {spelled(len(shown))}{others}, which does not mean that there are none."
        )
    if here and shown and not any(one.nation == here.nation for one in shown):
        yield Said(
            f"No{others} council or neighbourhood of {here.nation} is on record with it, so these are from"
            " elsewhere. Those with an evaluation come first, then the newest."
        )
    elif here and any(one.apart is None or (one.is_neighbourhood and not one.is_like) for one in shown):
        yield Said(
            "Too few of the kind of your council are on record with it, so others stand here too."
            " Those of the same nation come first, and those with an evaluation before the newest."
        )


def _table(facts: Mapping[str, Any], rest: Sequence[Doer], here: Here | None, title: str) -> Table:
    return Table(
        f"{title}: others on record, in the same order",
        ("Who", "When, and what", "What came of it", "How like yours"),
        tuple(_row(facts, one, here) for one in rest),
    )


def _row(facts: Mapping[str, Any], one: Doer, here: Here | None) -> tuple[Said, ...]:
    like = Said(sentence(likeness(one, here)) or "No place is chosen")
    if one.is_neighbourhood:
        page = Source(one.name, page=f"neighbourhoods/{one.slug}")
        return (
            Said(one.name),
            Said("A neighbourhood of the programme", (page,)),
            Said(f"{NOT_TIED} {NOT_SEEN}"),
            like,
        )
    policy = facts["policies"][one.policy]
    sure = SUGGESTED if one.is_suggested else ""
    return (
        Said(one.name),
        Said(sentence(when(policy)), (policy_source(facts, one.policy),), sure),
        Said(result(facts, one), found_source(facts, one.policy)),
        like,
    )


def _ask(facts: Mapping[str, Any], one: Doer) -> Said:
    policy, council = facts["policies"][one.policy], facts["councils"][one.slug]
    gone = (
        f" {one.name} is gone; {listing(council['now'])} stands in its place, so ask there."
        if council["now"]
        else ""
    )
    page = "" if policy["url"] else " No public page of it was seen, so ask for it by this name."
    sources = (Source("public page of it", url=policy["url"]),) if policy["url"] else ()
    return Said(
        f"{one.name}, about {titled(policy)}.{gone}{page}",
        (*sources, policy_source(facts, one.policy)),
    )


def _ask_neighbourhood(facts: Mapping[str, Any], one: Doer) -> Said:
    place = facts["neighbourhoods"][one.slug]
    hosts = (
        f"{listing(place['hosts'])}, in {one.name}" if place["hosts"] else f"{one.name}, {place['council']}"
    )
    sources = (Source("public page of it", url=place["url"]),) if place["url"] else ()
    return Said(f"{hosts}.", (*sources, Source(one.name, page=f"neighbourhoods/{one.slug}")))
