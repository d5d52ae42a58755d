"""The councils most like one: of its kind and nation, with a policy, nearest in their ranks."""

from types import SimpleNamespace
from typing import Any, cast

from resilience.evidence import EvidenceBase
from resilience.findings import Findings
from resilience.policies.similar import similar_councils
from resilience.records.policy import Council

COUNCILS = {"bury": (10.0, "E08000002"), "wigan": (30.0, "E08000010"), "trafford": (12.0, "E08000009")}


def like(base: EvidenceBase, **ranks: float) -> Findings:
    """Give findings in which councils have one rank each, and each stands for itself alone."""
    for slug, council in base.councils.items():
        base.councils[slug] = council.model_copy(update={"ons_code": COUNCILS.get(slug, (0, "E09000005"))[1]})
    found = Findings(base)
    known = {slug: rank for slug, (rank, _) in COUNCILS.items()} | ranks
    stand_in = SimpleNamespace(
        of=lambda council: {"income": known[council.slug]} if council.slug in known else {}
    )
    vars(found)["profiles"] = cast(Any, stand_in)
    vars(found)["districts"] = {slug: (slug,) for slug in [*base.councils, "trafford", "gone"]}
    return found


def trafford(base: EvidenceBase, **more: object) -> Council:
    """Give a council without a policy on record."""
    return base.councils["bury"].model_copy(update={"slug": "trafford", "name": "Trafford", **more})


def test_the_nearest_come_first_and_only_those_of_its_kind(base: EvidenceBase) -> None:
    found = similar_councils(like(base), trafford(base))
    assert found.councils == ("bury", "wigan")
    assert found.of_kind == 2
    assert similar_councils(like(base, trafford=29), trafford(base)).councils == ("wigan", "bury")


def test_each_type_names_those_that_have_it(base: EvidenceBase) -> None:
    found = dict(similar_councils(like(base), trafford(base)).types)
    assert all(set(councils) <= {"bury", "wigan"} and councils for councils in found.values())
    assert found["healthy-homes"] == ("bury", "wigan")
    assert found["living-wage"] == ("wigan",)


def test_a_council_is_not_like_itself_nor_is_one_without_a_policy(base: EvidenceBase) -> None:
    assert similar_councils(like(base), base.councils["bury"]).councils == ("wigan",)
    base.councils["trafford"] = trafford(base)
    assert "trafford" not in similar_councils(like(base), base.councils["bury"]).councils


def test_none_is_like_one_whose_places_are_not_known(base: EvidenceBase) -> None:
    found = similar_councils(like(base), trafford(base, slug="gone"))
    assert (found.of_kind, found.councils, found.types) == (2, (), ())
