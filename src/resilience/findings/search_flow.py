"""What came of the searches that are on record: how many results, works, and works of each fate.

The upper half of the flow diagram of PRISMA 2020: Page MJ and others. BMJ 2021;372:n71,
https://doi.org/10.1136/bmj.n71. What was gathered before logs were kept stands beside it, as its box
of previous studies does.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from resilience.evidence import EvidenceBase
from resilience.findings.flow import NOT_RECORDED, Stage
from resilience.records.english import count, number, one_or_more
from resilience.records.search_log import ScreenedWork, Screening, SearchLog, Sought, TurnedDown, names_of

ONE_MANY = {Sought.STUDIES: ("study", "studies"), Sought.POLICIES: ("policy", "policies")}
_STRONGEST = list(Screening)


class SearchFlow(NamedTuple):
    """The steps from what searches brought to what was kept, and a sentence that says the same."""

    steps: tuple[Stage, ...]
    sentence: str


def search_flow(base: EvidenceBase, of: Sought) -> SearchFlow:
    """Count what came of all searches for studies, or for policies; each number is at most the one before."""
    logs = [log for log in base.searches.values() if log.of is of]
    one, many = ONE_MANY[of]
    on_record = set(base.all_studies if of is Sought.STUDIES else base.policies)
    if not logs:
        before = Stage(
            f"{of.label} gathered without a log of searches", len(on_record), ((NOT_RECORDED, None),)
        )
        return SearchFlow((before,), f"No search for {many} is on record yet.")
    works = works_screened(logs)
    kept = {work.record for work in works if work.decision is Screening.KEPT} & on_record
    earlier = len(on_record - kept)
    brought = sum(log.brought for log in logs)
    steps = (
        Stage("Results that searches brought", brought, _repeats(logs, brought, len(works))),
        Stage("Works screened", len(works), tuple(_not_kept(works))),
        Stage(
            f"{of.label} kept",
            len(kept),
            ((f"beside them, {many} gathered before a log of searches was kept", earlier),),
        ),
    )
    return SearchFlow(steps, _sentence(logs, steps, (one, many), earlier))


def works_screened(logs: Iterable[SearchLog]) -> list[ScreenedWork]:
    """Give each work once, with the best that came of it, though several logs may have it.

    Works are the same that share a record, an address or a title.
    """
    groups: list[list[ScreenedWork]] = []
    known: dict[tuple[str, str], list[ScreenedWork]] = {}
    for log in logs:
        for work in log.screened:
            names = list(names_of(work.title, work.at or "", work.record or "", work.reason or ""))
            group = next((known[name] for name in names if name in known), None)
            if group is None:
                groups.append(group := [])
            group.append(work)
            known |= dict.fromkeys(names, group)
    return [min(group, key=lambda work: _STRONGEST.index(work.decision)) for group in groups]


def _repeats(logs: Sequence[SearchLog], brought: int, works: int) -> tuple[tuple[str, int | None], ...]:
    noise = sum(log.noise or 0 for log in logs)
    again = "the same work once more"
    if any(log.noise is None for log in logs):
        again += ", or of no relation where these were not counted"
    return ("of no relation to the activity", noise), (again, brought - noise - works)


def _not_kept(works: Sequence[ScreenedWork]) -> Iterable[tuple[str, int]]:
    """Say how many works were not kept and why, those turned down first, by reason."""
    reasons = Counter(work.reason for work in works if work.decision is Screening.TURNED_DOWN)
    for reason in TurnedDown:
        if reasons[reason]:
            yield f"turned down: {reason.label}", reasons[reason]
    decided = Counter(work.decision for work in works)
    for decision, said in ((Screening.KNOWN, "on record already"), (Screening.LEAD, "leads: no result seen")):
        if decided[decision]:
            yield said, decided[decision]


def _sentence(logs: Sequence[SearchLog], steps: Sequence[Stage], words: tuple[str, str], earlier: int) -> str:
    one, many = words
    made = sum(len(log.searches) for log in logs)
    brought, works, kept = (step.n for step in steps)
    return (
        f"{count(made, 'search', 'searches')} brought {count(brought, 'result')}: {count(works, 'work')} "
        f"{one_or_more(works, 'was', 'were')} screened and {count(kept, one, many)} kept, beside "
        f"{number(earlier)} from before a log was kept."
    )
