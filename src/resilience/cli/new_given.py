"""What `resilience new` makes of what it is given: types, works from a file, proposals of the matcher."""

from collections.abc import Iterable
from pathlib import Path

import click

from resilience.checks.problem import meant
from resilience.cli.options import open_evidence
from resilience.cli.reports import visible
from resilience.evidence import EvidenceBase, EvidenceError
from resilience.findings import Findings
from resilience.importing.read import open_export
from resilience.importing.text_of import FileFault
from resilience.importing.work import work_of
from resilience.matching import Match
from resilience.records.reference import Reference


def open_for_new() -> Findings:
    """Open the evidence around here, without records that are begun and not filled in yet."""
    return Findings(open_evidence(Path()).as_far_as_readable())


def types_of(base: EvidenceBase, given: Iterable[str]) -> tuple[str, ...]:
    """Check the activity types that were given; ends the command with a sentence where one is unknown."""
    for slug in given:
        if slug not in base.types:
            message = f"{slug} is no activity type. {meant(slug, base.types)}".strip()
            raise click.BadParameter(visible(message), param_hint="--type")
    return tuple(dict.fromkeys(given))


def proposed(findings: Findings, text: str | None) -> Match | None:
    """Ask the matcher what a text is about; None where there is no text or nothing was learnt."""
    try:
        return findings.suggestions.of(text) if text else None
    except EvidenceError:
        return None


def proposals(match: Match | None) -> list[str]:
    """Say what the matcher proposes, as lines of a comment: nobody has chosen it."""
    if match is None:
        return []
    if not match.types:
        return ["Proposal of the matcher, not checked by anyone: none of the types fits."]
    told = ["Proposals of the matcher, not checked by anyone. Write below those that fit:"]
    for one in match.types:
        why = " ".join(match.reasons_for(one.type))
        told.append(f"- {one.type} ({one.score:.0f} of 100). {why}".strip())
    return told


def work_from(path: Path, base: EvidenceBase) -> Reference:
    """Read the one work of an export, such as BibTeX or RIS; ends the command with a sentence if it can't."""
    try:
        works = [work_of(found, base.mirrors) for found in open_export(path.name, path.read_bytes()).entries]
    except (OSError, FileFault) as error:
        raise click.UsageError(f"{visible(str(path))} holds no works: {visible(str(error))}") from None
    fault = next((work.fault for work in works if work.fault), "")
    if len(works) != 1:
        fault = f"It holds {len(works) or 'no'} works. Of several works save only the one that you mean."
    if fault:
        raise click.UsageError(f"{visible(str(path))}: {visible(fault)}")
    return works[0].reference
