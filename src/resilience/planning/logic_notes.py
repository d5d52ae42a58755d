"""What a reader must know beside a logic model: where records are silent, and what the group took out."""

from collections.abc import Collection, Iterable, Sequence

from resilience.planning.blocks import Said, Source
from resilience.planning.given import Given
from resilience.planning.logic_boxes import ACCOUNT, OWN, Arrow, Box
from resilience.planning.logic_edits import CHANGE, DO, OUTCOME, Edits
from resilience.records.english import listing

UNTIED = "no finding is tied to one activity"
NOT_STUDIED = "not studied"


def missing(given: Given, boxes: Sequence[Box], arrows: Sequence[Arrow]) -> Iterable[Said]:
    """Say what records do not fill, and what they do not say of what they fill."""
    if not given.walk.activities:
        yield Said("No activity is chosen yet, so records fill nothing of what we do and what changes.")
    if not given.walk.outcomes:
        yield Said("No outcome is chosen yet, so records fill nothing of what comes of it.")
    names = {one.name for one in boxes}
    for slug in given.walk.activities:
        if f"{DO}-{slug}" in names:
            yield from _of_activity(given, slug)
    if any(one.kind == ACCOUNT for one in arrows):
        yield Said(f"What neighbourhoods found is their own account, and {UNTIED}.")
    has_middle = any(one.stage == CHANGE and one.on_record for one in boxes)
    ends = [one.on_record.lower() for one in boxes if one.stage == OUTCOME and one.on_record]
    if has_middle and ends:
        yield Said(
            f"Nothing on record says that what is in the middle leads to {listing(ends)}. "
            "An arrow that you draw there is your own assumption."
        )


def _of_activity(given: Given, slug: str) -> Iterable[Said]:
    known, facts = given.facts["common"], given.facts["logic"]
    label, own = known["types"][slug]["label"], facts["types"][slug]
    if not own["found"]:
        yield Said(
            f"{label}: no finding of a neighbourhood with this activity is on record "
            "under the programme’s five system properties."
        )
    skipped = {*own["measured"], *given.walk.outcomes}
    silent = [f"“{known['groups'][one]['label'].lower()}”" for one in facts["between"] if one not in skipped]
    if silent:
        source = Source(label, page=f"activities/{slug}")
        yield Said(
            f"{label}: no study on record measured the outcome {' or '.join(silent)}.", (source,), NOT_STUDIED
        )


def taken_out(
    boxes: Sequence[Box], arrows: Sequence[Arrow], edits: Edits, shown: Collection[str]
) -> Iterable[Said]:
    """Say what records give and the group took out, so that nothing is hidden."""
    words = {one.name: one.on_record for one in boxes}
    if edits.dropped:
        listed = listing([words[name] for name in edits.dropped])
        yield Said(f"Taken out by us, though records give it: {listed}.")
    for one in arrows:
        is_hidden = one.end not in shown and one.start in shown and one.kind not in (ACCOUNT, OWN)
        if one.pair in edits.parted or is_hidden:
            text = f"Taken out by us, though records give it: {words[one.start]} → {words[one.end]}."
            yield Said(text, one.sources, one.sure)
