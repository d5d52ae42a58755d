"""A link holds what a group answered, and says what it could not use."""

from hypothesis import given
from hypothesis import strategies as st

from resilience.planning.walk import LONGEST, MAHALANOBIS, Walk, read, write

FACTS = {
    "types": ["befriending", "green-space", "debt-advice"],
    "groups": ["mind", "money", "connection"],
    "problems": {"feel-less-lonely": "connection", "worry-less-about-money": "money"},
    "numbers": ["areas", "households", "analysis"],
}
STEPS = ["need", "community", *FACTS["groups"]]
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60).map(str.strip)


def some(names: list[str], most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(names), max_size=most, unique=True).map(tuple)


def pairs(names: list[str]) -> st.SearchStrategy[dict[str, str]]:
    return st.dictionaries(st.sampled_from(names), st.integers(0, 100).map(str), max_size=3)


WALKS = st.builds(
    Walk,
    place=st.sampled_from(["", "claremont", "E06000009.E05015190"]),
    outcomes=some(FACTS["groups"]),
    most=st.sampled_from(["", *STEPS]),
    weights=pairs(STEPS),
    out=some(FACTS["types"]),
    own=pairs(FACTS["types"]),
    activities=some(FACTS["types"], 2),
    aim=TEXT,
    figures=some(["income", "health"]),
    distance=st.sampled_from(["", MAHALANOBIS]),
    within=st.booleans(),
    lots=st.sampled_from(["", "yes", "no"]),
    numbers=pairs(FACTS["numbers"]),
    model=TEXT,
    who=TEXT,
)


@given(WALKS)
def test_a_walk_comes_back_from_its_link(walk: Walk) -> None:
    assert read("?" + write(walk), FACTS) == (walk, [])


def test_a_problem_stands_for_its_group() -> None:
    walk, lost = read("problems=feel-less-lonely&outcomes=mind", FACTS)
    assert (walk.outcomes, lost) == (("mind", "connection"), [])
    assert read(write(walk), FACTS)[0] == walk


def test_what_is_not_known_is_left_out_and_said() -> None:
    query = "outcomes=mind.joy&problems=boredom&activities=golf&weights=need:20,luck:3&out=golf&most=luck"
    walk, lost = read(query, FACTS)
    assert walk == Walk(outcomes=("mind",), weights={"need": "20"})
    assert len(lost) == 6
    assert all(name in " ".join(lost) for name in ("joy", "boredom", "golf", "luck"))


def test_a_third_activity_is_left_out_and_said() -> None:
    walk, lost = read("activities=befriending.green-space.debt-advice", FACTS)
    assert walk.activities == ("befriending", "green-space")
    assert "debt-advice" in lost[0]


def test_a_long_answer_is_cut_and_said() -> None:
    walk, lost = read("aim=" + "a" * (LONGEST + 1), FACTS)
    assert (len(walk.aim), len(lost)) == (LONGEST, 1)
