"""Councils with how they stand in their nation, what came of their policies, and the neighbourhoods."""

from typing import Any
from urllib.parse import urlsplit

from resilience.appraisal.place import Places
from resilience.findings.view import Findings
from resilience.policies.came_of_it import came_of_it
from resilience.records.english import number
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.policy import Council, Figure, Policy
from resilience.records.provenance import Source

RANK_DECIMALS = 2
POUNDS = "GBP"


def councils_facts(findings: Findings) -> dict[str, dict[str, Any]]:
    """Give each authority by slug.

    `ranks` go by the parts of its nation's index, and are empty where it can't be compared, as a group, a
    part or one that is gone. `over` has the codes of the councils of today that it stands for, if not only
    itself.
    """
    return {slug: _council(findings, one) for slug, one in findings.base.councils.items()}


def _council(findings: Findings, council: Council) -> dict[str, Any]:
    stands_alone = council.ons_code is not None and council.successors is None
    profile = findings.profiles.of(council) if stands_alone else {}
    over = findings.districts[council.slug]
    return {
        "name": council.name,
        "kind": council.type.label,
        "nation": council.nation.value,
        "code": council.ons_code,
        "ranks": [_rank(profile.get(part)) for part in findings.profiles.parts(council.nation)]
        if profile
        else [],
        "over": [] if over == (council.ons_code,) else list(over),
        "now": list(council.successors.names) if council.successors else [],
    }


def _rank(share: float | None) -> float | None:
    return None if share is None else round(share, RANK_DECIMALS)


def policies_facts(findings: Findings) -> dict[str, dict[str, Any]]:
    """Give each policy by slug, with what came of it and who says so."""
    return {slug: _policy(findings, one) for slug, one in findings.base.policies.items()}


def _policy(findings: Findings, policy: Policy) -> dict[str, Any]:
    found = policy.found
    return {
        "title": policy.title,
        "council": policy.council,
        "summary": policy.summary,
        "types": len(findings.policy_types[policy.slug]),
        "begun": policy.year_start,
        "ended": policy.year_end,
        "evaluated": bool(policy.evaluation),
        "came": came_of_it(policy),
        "found_in": found.of.value if found else None,
        "found_by": found.whose.value if found else None,
        "found_at": source_of(findings, found.source) if found else None,
        "url": None if policy.url is None or findings.base.mirrors.covers(policy.url) else policy.url,
        "money": [_money(one) for one in policy.figures if one.unit.split()[0] == POUNDS],
    }


def _money(figure: Figure) -> str:
    rest = figure.unit.removeprefix(POUNDS)
    return f"{figure.fact}: £{number(figure.value)}{rest}"


def neighbourhoods_facts(findings: Findings) -> dict[str, dict[str, Any]]:
    """Give each neighbourhood with its hosts, its councils of today, and its ranks by parts of the index."""
    placed = {one.slug: one.percentiles for one in Places(findings).neighbourhoods}
    country = findings.base.country
    found = {}
    for slug, one in findings.base.neighbourhoods.items():
        fits = sorted(country.fits.get(slug, ()), key=lambda fit: -fit.shared)
        wards = [country.places[fit.code] for fit in fits if fit.code in country.places]
        nation = wards[0].nation if wards else None
        parts = findings.profiles.parts(nation) if nation else []
        ranks = [placed[slug].get(part) for part in parts] if slug in placed else []
        found[slug] = {
            **_neighbourhood(findings, one),
            "nation": nation.value if nation else None,
            "places": [ward.code for ward in wards],
            "in": list(dict.fromkeys(ward.council for ward in wards)),
            "ranks": ranks,
        }
    return found


def _neighbourhood(findings: Findings, one: Neighbourhood) -> dict[str, Any]:
    hosts = [one.coren_host.name if one.coren_host else None, one.local_group]
    return {
        "name": one.name,
        "council": one.council,
        "hosts": list(dict.fromkeys(filter(None, hosts))),
        "url": next(filter(None, (public_url(findings, source) for source in one.sources)), ""),
        "findings": [finding.text for finding in one.findings],
        "year": max((activity.year or 0 for activity in one.activities), default=0),
    }


def source_of(findings: Findings, source: Source) -> dict[str, str]:
    """Give a source with a page of the book or a public address; a copy elsewhere is never linked."""
    base = findings.base
    if source.work:
        text = base.cited.get(source.work, source.work)
        if source.work in base.all_studies:
            return {"text": text, "page": f"studies/{source.work}", "url": ""}
        return {"text": text, "page": "", "url": base.references[source.work].link or ""}
    url = public_url(findings, source)
    if url:
        return {"text": urlsplit(url).netloc.removeprefix("www."), "page": "", "url": url}
    return {"text": "a copy on a re-publishing site", "page": "", "url": ""}


def public_url(findings: Findings, source: Source) -> str:
    """Give the address of a source that a page may link to; empty where there is none."""
    return source.url if source.url and not findings.base.mirrors.covers(source.url) else ""
