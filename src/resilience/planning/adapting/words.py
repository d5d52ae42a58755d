"""The words of the step Adapt that several of its sections share: who, when, like whom, and how sure."""

from collections.abc import Mapping
from typing import Any

from resilience.planning.adapting.doers import Doer
from resilience.planning.adapting.here import Here
from resilience.planning.blocks import Source
from resilience.records.english import listing, sentence, spelled

NOT_SEEN = "No evaluation of it was seen."
EVALUATION = {
    "council": "an evaluation by the council itself, or by those who ran it with the council",
    "independent": "an independent evaluation",
    "other": "an evaluation; the source does not say by whom, or it was somebody else",
}
MONITORING = {
    "council": "the council’s own figures of what was done, not of what changed",
    "independent": "independent figures of what was done, not of what changed",
    "other": "somebody else’s figures of what was done, not of what changed",
}
SUGGESTED = "A computer suggested that it is this activity, and nobody has checked that."


def when(policy: Mapping[str, Any]) -> str:
    """Say when a policy began or ran, ready to stand in brackets."""
    begun, ended = policy["begun"], policy["ended"]
    if begun and ended:
        return str(begun) if begun == ended else f"{begun} to {ended}"
    return f"since {begun}" if begun else f"until {ended}" if ended else "year not seen"


def titled(policy: Mapping[str, Any]) -> str:
    """Give the title of a policy in quotation marks, and when it ran."""
    return f"“{policy['title']}” ({when(policy)})"


def likeness(one: Doer, here: Here | None) -> str:
    """Say whether a council or neighbourhood is like the group's own, or why that can't be told."""
    if here is None:
        return ""
    if one.apart is not None:
        yours = "your place" if one.is_neighbourhood else "your council"
        how = f"like {yours}" if one.is_like else f"not much like {yours}"
        return f"{how}: {max(1, round(one.apart))} of 100 ranks apart"
    if one.nation != here.nation:
        return f"in {one.nation}, so it can’t be compared"
    if not one.is_neighbourhood and one.kind != here.kind:
        return "another kind of council, so it can’t be compared"
    return "without the figures to compare it"


def did(facts: Mapping[str, Any], slug: str, one: Doer) -> str:
    """Say what a council set out to do: the actions of this type, else what the whole policy is about."""
    policy = facts["policies"][one.policy]
    of_type = facts["types"][slug]
    actions = of_type["policies"].get(one.policy) or of_type["suggested"].get(one.policy) or []
    if policy["types"] == 1:
        return ended(policy["summary"])
    if not actions:
        return f"{ended(policy['summary'])} This is one of {spelled(policy['types'])} activities in it."
    return f"Of this, it set out to: {'; '.join(actions)}."


def came(facts: Mapping[str, Any], one: Doer) -> str:
    """Say what came of a policy, or that no evaluation was seen."""
    is_found = facts["policies"][one.policy]["found_in"] is not None
    return f"What came of it: {result(facts, one)}" if is_found else result(facts, one)


def result(facts: Mapping[str, Any], one: Doer) -> str:
    """Say the same where a heading asks it."""
    policy = facts["policies"][one.policy]
    if policy["came"] is None:
        return NOT_SEEN
    is_all = policy["evaluated"] or policy["found_in"] is None
    return str(policy["came"]) if is_all else f"{policy['came']} {NOT_SEEN}"


def how_sure(facts: Mapping[str, Any], one: Doer) -> str:
    """Say how sure it is what came of a policy, and that it is the activity."""
    policy = facts["policies"][one.policy]
    by = EVALUATION if policy["found_in"] == "evaluation" else MONITORING
    told = (
        f"told by {by[policy['found_by']]}"
        if policy["found_in"]
        else "a source tells of the policy; what came of it is not known"
    )
    return f"{told}. {SUGGESTED}" if one.is_suggested else f"{told}."


def policy_source(facts: Mapping[str, Any], slug: str) -> Source:
    """Give the page of a policy in the book."""
    return Source(facts["policies"][slug]["title"], page=f"policies/{slug}")


def found_source(facts: Mapping[str, Any], slug: str) -> tuple[Source, ...]:
    """Give where it was read what came of a policy."""
    found = facts["policies"][slug]["found_at"]
    return (Source(**found),) if found else ()


def study_source(facts: Mapping[str, Any], key: str) -> Source:
    """Give the page of a study."""
    return Source(facts["studies"][key]["short"], page=f"studies/{key}")


def activity_source(given: Mapping[str, Any], slug: str) -> Source:
    """Give the page of an activity, which lists all its records; `given` has the facts by name."""
    return Source(f"all records on {label_of(given, slug)}", page=f"activities/{slug}")


def label_of(given: Mapping[str, Any], slug: str) -> str:
    """Give the label of an activity type as it stands within a sentence."""
    return small(given["common"]["types"][slug]["label"])


def small(label: str) -> str:
    """Begin a label with a small letter, unless its first word is an acronym."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def groups(given: Mapping[str, Any], slugs: tuple[str, ...] | list[str]) -> str:
    """Name some groups of outcomes."""
    return listing([f"“{given['common']['groups'][slug]['label']}”" for slug in slugs])


def ended(text: str) -> str:
    """Give a phrase of a record as a sentence: with a capital and a full stop."""
    text = sentence(text.strip())
    return text if text[-1:] in ".!?" else f"{text}."
