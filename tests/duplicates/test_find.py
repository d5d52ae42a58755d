"""Groups hold one work each, whatever the order of the records."""

import random
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.duplicates.records import RECORD, record

from resilience.duplicates import Entry, Index, find, groups, judge, nearest

TITLES = [
    RECORD.title,
    f"{RECORD.title}. [Review]",
    RECORD.title.upper(),
    f"Erratum to: {RECORD.title}",
    f"{RECORD.title}: part I",
    f"{RECORD.title}: part II",
    "Editorial",
    "Warm homes and debt advice in northern towns",
]
RECORDS = st.lists(
    st.builds(
        record,
        title=st.sampled_from(TITLES),
        authors=st.sampled_from([RECORD.authors, ("Mead, A J", "Okoro, B"), ()]),
        year=st.sampled_from(["2012", "2013", ""]),
        volume=st.sampled_from(["34", "35", ""]),
        number=st.sampled_from(["2", "3", ""]),
        pages=st.sampled_from(["121-134", "121-34", "S42", ""]),
        doi=st.sampled_from(["", "", "10.1000/a", "10.1000/b"]),
    ),
    max_size=14,
).map(lambda found: [entry._replace(id=f"r{place:02}") for place, entry in enumerate(found)])


def pairs(found: list[tuple[str, ...]]) -> set[tuple[str, str]]:
    return {pair for group in found for pair in combinations(sorted(group), 2)}


@settings(deadline=None)
@given(RECORDS, st.randoms(use_true_random=False))
def test_the_order_of_records_makes_no_difference(entries: list[Entry], chance: random.Random) -> None:
    mixed = list(entries)
    chance.shuffle(mixed)
    assert find(mixed) == find(entries)


@settings(deadline=None)
@given(RECORDS)
def test_a_record_is_in_one_group_at_most_and_no_group_holds_one_alone(entries: list[Entry]) -> None:
    names = [name for group in groups(entries) for name in group]
    assert len(names) == len(set(names))
    assert all(len(group) > 1 for group in groups(entries))
    assert set(names) <= {entry.id for entry in entries}


@settings(deadline=None)
@given(RECORDS)
def test_no_group_holds_two_records_that_are_different(entries: list[Entry]) -> None:
    by_id = {entry.id: entry for entry in entries}
    for one, other in pairs(groups(entries)):
        assert judge(by_id[one], by_id[other]).outcome != "different"


@settings(deadline=None)
@given(RECORDS)
def test_pairs_in_doubt_are_not_in_one_group(entries: list[Entry]) -> None:
    found = find(entries)
    assert not pairs(found.groups) & set(found.maybe)


def test_a_record_that_says_little_joins_no_two_that_differ() -> None:
    """Both volumes agree with a record that names none, but not with each other."""
    entries = [
        record(id="a", volume="34", number="", pages="121-134"),
        record(id="b", volume="", number="", pages=""),
        record(id="c", volume="36", number="", pages="11-24"),
    ]
    assert judge(entries[0], entries[2]).outcome == "different"
    assert [set(group) & {"a", "c"} for group in groups(entries)] in ([{"a"}], [{"c"}])


def test_editorials_of_a_year_stay_apart() -> None:
    entries = [record(id=f"e{n}", title="Editorial", number=str(n), pages="", doi="") for n in range(1, 5)]
    assert groups(entries) == []


def test_copies_are_a_group() -> None:
    assert groups([record(id=name) for name in "cab"]) == [("a", "b", "c")]


def test_copies_that_say_too_little_are_no_group() -> None:
    assert groups([Entry(id=name, title="Cold homes") for name in "ab"]) == []


def test_the_same_work_comes_before_one_that_may_be() -> None:
    here = Index([record(id="perhaps", journal="Annals", volume="", pages=""), record(id="here")])
    found = nearest(record(id="new", pages="121-34"), here)
    assert found is not None
    assert (found.entry.id, found.verdict.outcome) == ("here", "same")


def test_a_new_work_has_none_near() -> None:
    assert nearest(record(title="Community gardens in towns", pages="7-9"), Index([record()])) is None
    assert nearest(record(), Index([])) is None
