"""For whom an activity did not work and what it costs, from coded fields of studies."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from resilience.planning.adapting.doers import Doer
from resilience.planning.adapting.words import (
    activity_source,
    ended,
    groups,
    policy_source,
    small,
    study_source,
    titled,
)
from resilience.planning.blocks import Said, Section, Table
from resilience.records.english import count, one_or_more, sentence

DIRECTIONS = {"harm": "Worse", "null": "No difference", "mixed": "Both ways"}
FAIR = "Better-off and worse-off people"
FIRST = 3
"""How many results that were not better are told before the list of all, and how many that compare people."""
FIRST_COSTS = 3
MOST_MONEY = 2
"""How many sums of a council are told."""
CLEAR = {
    "yes": "clear of no effect",
    "no": "could be no effect",
    "not-told": "not told whether it is clear of no effect",
}

Row = tuple[str, list[Mapping[str, Any]]]
"""A study, and its results on one group of outcomes that point the same way."""


def not_worked(given: Mapping[str, Any], slug: str, chosen: Sequence[str], title: str) -> list[Section]:
    """Say for whom it did not work: results that were not better, and what studies say of who gained."""
    facts = given["adapt"]
    of_type = facts["types"][slug]
    rows = _rows(of_type["not_better"], chosen)
    unequal = of_type["unequal"]
    first = _picked(facts, rows)
    said = [
        _lead(given, slug, of_type, rows, unequal),
        *(_result(facts, row) for row in first),
        *(_fair(facts, key) for key in unequal[:FIRST]),
    ]
    sections = [Section(f"{title}: for whom it did not work", tuple(said))]
    if len(rows) > len(first) or len(unequal) > FIRST or any(_notes(found) for _, found in rows):
        sections.append(
            Section(
                f"{title}: all that studies say of this",
                table=_table(facts, rows, unequal, title),
                folded=True,
            )
        )
    return sections


def _rows(results: Sequence[Mapping[str, Any]], chosen: Sequence[str]) -> list[Row]:
    """Put results together, those on the outcomes that were chosen first, worse before no difference."""
    found: dict[tuple[str, str, str], list[Mapping[str, Any]]] = {}
    for one in results:
        found.setdefault((one["study"], one["group"], one["direction"]), []).append(one)
    order = list(DIRECTIONS)
    keys = sorted(found, key=lambda key: (key[1] not in chosen, order.index(key[2]), key[0]))
    return [(key[0], found[key]) for key in keys]


def _picked(facts: Mapping[str, Any], rows: Sequence[Row]) -> list[Row]:
    """Take the first, those before all others that say who was studied."""
    return sorted(rows[: 2 * FIRST], key=lambda row: facts["studies"][row[0]]["who"] is None)[:FIRST]


def _lead(
    given: Mapping[str, Any],
    slug: str,
    of_type: Mapping[str, Any],
    rows: Sequence[Row],
    unequal: Sequence[str],
) -> Said:
    studied = of_type["studied"]
    if not studied:
        return Said("No study of it is on record, so no study tells for whom it did not work.")
    source = (activity_source(given, slug),)
    of_all = f"Of {count(studied, 'study', 'studies')} of it on record"
    if not rows and not unequal:
        return Said(
            f"{of_all}, none tells for whom it did not work.",
            source,
            "not told, which is not the same as nobody.",
        )
    worse = len({key for key, _ in rows})
    told = len(unequal)
    verb = one_or_more(worse, "has", "have")
    return Said(
        f"{of_all}, {worse or 'none'} {verb} a result that was worse, no different or both ways, and"
        f" {told or 'none'} {one_or_more(told, 'says', 'say')} something of better-off and worse-off people.",
        source,
        "single results, each by the side on which its number lies; a plan should not rest on one.",
    )


def _result(facts: Mapping[str, Any], row: Row) -> Said:
    key, results = row
    study = facts["studies"][key]
    who = f" Who was studied: {small(study['who'])}." if study["who"] else " Who was studied was not seen."
    return Said(f"{_measured(results)}{who}", (study_source(facts, key),), f"{_design(study)}.")


def _measured(results: Sequence[Mapping[str, Any]]) -> str:
    first = results[0]
    measures = "; ".join(f"{one['measure']}{_aside(one)}" for one in results)
    return f"{DIRECTIONS[first['direction']]} ({small(first['label'])}): {measures}."


def _aside(result: Mapping[str, Any]) -> str:
    """Say whose result it is where that is a part of the people, and whether what is worse is clear."""
    part = "for a part of the people" if result["in_part"] else ""
    clear = CLEAR[result["clear"]] if result["direction"] == "harm" else ""
    told = ", ".join(filter(None, (part, clear)))
    return f" ({told})" if told else ""


def _design(study: Mapping[str, Any]) -> str:
    weak = ", with a high risk of bias" if study["weak"] else ""
    return f"{small(study['design'])}{weak}, {study['read']} read"


def _fair(facts: Mapping[str, Any], key: str) -> Said:
    study = facts["studies"][key]
    return Said(_unequal(study), (study_source(facts, key),), f"{_design(study)}.")


def _unequal(study: Mapping[str, Any]) -> str:
    return f"{FAIR}: {ended(study['unequal'])}"


def _table(facts: Mapping[str, Any], rows: Sequence[Row], unequal: Sequence[str], title: str) -> Table:
    results = [_cells(facts, key, f"{_measured(found)}{_notes(found)}") for key, found in rows]
    fair = [_cells(facts, key, _unequal(facts["studies"][key])) for key in unequal]
    return Table(
        f"{title}: results that were not better, and what studies say of better-off and worse-off people",
        ("Study", "What it says", "Who was studied", "How sure"),
        (*results, *fair),
    )


def _notes(results: Sequence[Mapping[str, Any]]) -> str:
    notes = dict.fromkeys(one["note"] for one in results if one["note"])
    return f" Note: {'; '.join(notes)}." if notes else ""


def _cells(facts: Mapping[str, Any], key: str, text: str) -> tuple[Said, ...]:
    study = facts["studies"][key]
    return (
        Said(study["short"]),
        Said(text, (study_source(facts, key),)),
        Said(study["who"] or "Not seen"),
        Said(sentence(f"{_design(study)}.")),
    )


def costs(given: Mapping[str, Any], slug: str, told: Sequence[Doer], title: str) -> Section:
    """Say what it costs: amounts of money as studies print them, and sums of policies with it alone.

    Nothing is added up or converted.
    """
    facts = given["adapt"]
    all_costs = facts["types"][slug]["costs"]
    money = [one for one in all_costs if one["prices"]]
    said = [_cost(facts, one) for one in money[:FIRST_COSTS]]
    if not money:
        said = [_no_cost(given, slug, len(all_costs))]
    return Section(f"{title}: what it costs", (*said, *_sums(facts, told)), kept=True)


def _no_cost(given: Mapping[str, Any], slug: str, results: int) -> Said:
    known = "What it costs is not known: no study on record gives an amount of money."
    if not results:
        return Said(known)
    return Said(
        f"{known} {count(results, 'result')} on cost or value {one_or_more(results, 'has', 'have')} none.",
        (activity_source(given, slug),),
        "not told.",
    )


def _cost(facts: Mapping[str, Any], one: Mapping[str, Any]) -> Said:
    study = facts["studies"][one["study"]]
    note = f" {ended(one['note'])}" if one["note"] else ""
    return Said(
        f"{one['amount']} ({small(one['measure'])}); {one['prices']}; {study['where']}.{note}",
        (study_source(facts, one["study"]),),
        f"{_design(study)}.",
    )


def _sums(facts: Mapping[str, Any], told: Sequence[Doer]) -> Iterator[Said]:
    for one in told:
        policy = facts["policies"].get(one.policy)
        # Of a policy with several activities nobody can say which of them a sum is for.
        sums = policy["money"][:MOST_MONEY] if policy and policy["types"] == 1 else []
        if sums:
            yield Said(
                f"{one.name}, of {titled(policy)}: {'; '.join(sums)}.",
                (policy_source(facts, one.policy),),
                "as its source claims it, be it spent, saved or won; price year not told.",
            )


def outcomes_of(given: Mapping[str, Any], slug: str, outcomes: Sequence[str]) -> tuple[list[str], str]:
    """Give the groups of outcomes that count, and say whether they were chosen or it is done for them."""
    if outcomes:
        return list(outcomes), f"the outcomes that you chose ({groups(given, list(outcomes))})"
    aims = given["common"]["types"][slug]["aims"]
    return list(aims), f"what it is done for ({groups(given, aims)}), as no outcome is chosen"
