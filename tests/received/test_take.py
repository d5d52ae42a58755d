"""A recorded form becomes a record that stands the checks, and a hostile one becomes text or nothing."""

from pathlib import Path
from typing import Any

import pytest
from tests.received.conftest import Refuse, Send
from tests.received.sent import MARY, recorded

from resilience.checks import Severity, check
from resilience.evidence import EvidenceBase
from resilience.evidence.yaml_reader import parse
from resilience.received.take import Taken, take

EXPECTED = {
    "study": ("studies/litt-2023-community-garden-loneliness", "references.bib"),
    "policy": ("policies/leeds-dry-homes-2024",),
    "activity": ("neighbourhoods/claremont",),
    "neighbourhood": ("neighbourhoods/northside-madeup-2",),
    "neighbourhood-draft": ("neighbourhoods/eastside-madeup",),
    "correction": ("studies/trial-2020",),
}
HOSTILE = {
    "markup": "<script>alert(1)</script> <img src=x onerror=alert(1)> {raw}`x` [a](javascript:alert(1))",
    "command of a workflow": "::set-output name=x::y ::add-mask::z ${{ secrets.GITHUB_TOKEN }}",
    "shell": '"; rm -rf / #$(id)`id`\\ && curl example.org | sh',
    "comment": "before <!-- hidden --> after -->",
    "yaml": "a: b - c # d & e * f ! g | h > i 'j' \"k\" % @ {l: m} [n]",
    "another file": "../../../etc/passwd",
    "mention": "@github/everyone #1 fixes #2",
    "bibtex": "} @string{x = {y}} \\input{z} $_2$ 100% ~",
    "a number": "0x1F",
    "a word that YAML turns": "no",
}
each_hostile = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())


ON_RECORD = "What we did or found, for a neighbourhood that is on record"


def draft(name: str, programme: str = "false") -> str:
    return f"```yaml\nname: {name}\ncouncil: b\nprogramme: {programme}\n```"


def record(taken: Taken) -> Any:
    return parse(taken.files[f"{taken.record}.yml"])


@pytest.mark.parametrize(("name", "expected"), EXPECTED.items(), ids=EXPECTED.keys())
def test_a_recorded_form_becomes_a_record_that_stands_the_checks(
    base: EvidenceBase, name: str, expected: tuple[str, ...]
) -> None:
    taken = take(base, MARY, recorded(name))
    assert taken.record == expected[0]
    assert [*taken.files] == [f"{expected[0]}.yml", *expected[1:]]
    before = {problem.message for problem in check(base.folder)}
    taken.write(base)
    after = [one for one in check(base.folder) if one.severity is Severity.ERROR]
    assert [one for one in after if one.message not in before] == []


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_ends_of_lines_make_no_difference(base: EvidenceBase, end: str) -> None:
    body = recorded("policy")
    assert take(base, MARY, body.replace("\n", end)).files == take(base, MARY, body).files


def test_what_was_written_is_in_the_record_with_its_sender(base: EvidenceBase) -> None:
    study = record(take(base, MARY, recorded("study")))
    assert (study["sample_size"], study["bias"], study["design"]) == (1291, "not-told", "rct")
    assert study["on_topic"] == {"green-space": "yes", "credit-unions": "yes"}
    assert study["outcomes"][0]["direction"] == "benefit"
    assert study["provenance"]["read"] == "abstract"
    assert study["provenance"]["checked"] is None
    assert study["provenance"]["notes"] == (
        "Sent with an issue form by the account mary-b (issue 12). Numbers as the sender copied them: "
        "mean difference −1.46, 95% CI −2.59 to −0.34 (table 3)"
    )
    caution = record(take(base, MARY, recorded("correction")))["provenance"]["cautions"][-1]
    assert "The group had 40 people, not 400." in caution
    activity = record(take(base, MARY, recorded("activity")))["activities"][-1]
    assert activity == {
        "text": "Residents planted 40 trees along the street.",
        "domain": "living-environment",
        "year": 2017,
        "source": {"url": "https://example.org/trees"},
    }


@each_hostile
@pytest.mark.parametrize(
    ("kind", "question", "field"),
    [
        ("policy", "summary", "summary"),
        ("policy", "policy", "title"),
        ("study", "intervention", "intervention"),
        ("study", "population", "population"),
    ],
)
def test_hostile_words_are_words(send: Send, kind: str, question: str, field: str, text: str) -> None:
    taken = send(kind, **{question: text})
    assert record(taken)[field] == text
    assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-/.") for name in taken.files)
    assert all(".." not in name for name in taken.files)


@each_hostile
def test_a_hostile_title_of_a_work_comes_back_from_the_bibliography(
    send: Send, base: EvidenceBase, text: str
) -> None:
    taken = send("study", work=f"Trees {text}")
    taken.write(base)
    work = EvidenceBase(base.folder).references[taken.record.removeprefix("studies/")]
    assert work.title is not None
    assert work.title.startswith("Trees")
    assert base.references.keys() < EvidenceBase(base.folder).references.keys()


@each_hostile
@pytest.mark.parametrize(
    ("kind", "question"),
    [
        ("policy", "council"),
        ("policy", "start"),
        ("policy", "address"),
        ("policy", "types"),
        ("policy", "read"),
        ("policy", "licence"),
        ("study", "address"),
        ("study", "sample"),
        ("study", "design"),
        ("activity", "where"),
        ("activity", "domain"),
        ("neighbourhood", "place"),
        ("neighbourhood", "draft"),
        ("correction", "record"),
    ],
)
def test_where_a_word_of_the_house_is_wanted_others_are_refused(
    refuse: Refuse, kind: str, question: str, text: str, forms: dict[str, Any]
) -> None:
    (said,) = refuse(kind, **{question: text})
    assert said.startswith(f"{forms[kind].question(question).label}: ")
    assert "\n" not in said


@pytest.mark.parametrize(
    ("kind", "answers", "why"),
    [
        ("policy", {"council": ""}, "It needs an answer."),
        ("policy", {"council": "Nowhere"}, "is no council"),
        ("policy", {"start": "24"}, "no whole number from 1800 to 2100"),
        ("policy", {"start": "2024", "end": "2019"}, "2019"),
        ("policy", {"address": "www.leeds.gov.uk"}, "with https:// before it"),
        ("policy", {"types": "Green space, Rockets"}, "`Rockets` is not on the list"),
        ("policy", {"policy": "w" * 290}, "too long for the name"),
        ("policy", {"summary": "w " * 700}, "the most is 600"),
        ("policy", {"licence": "- [ ] What I write here may be published"}, "not ticked"),
        ("study", {"address": "10.1186/1471-2458-6-81"}, "`studies/trial-2020`"),
        ("study", {"address": "10.1/x y"}, "is no DOI"),
        ("study", {"authors": "Prof. Smith, J"}, "Authors: "),
        ("study", {"population": "null"}, "`null` says nothing. Leave it empty."),
        ("study", {"where": "n/a"}, "says nothing"),
        ("activity", {"where": "Claremon"}, "Did you mean claremont?"),
        ("activity", {"text": "A plain sentence."}, "already"),
        ("correction", {"record": "activities/green-space"}, "a maintainer answers in this issue"),
        ("correction", {"record": "studies/trial-2021"}, "Did you mean trial-2020?"),
        ("correction", {"record": "../studies/../../trial"}, "names no record"),
        ("neighbourhood", {"what": ON_RECORD}, "*Add an activity*"),
        ("neighbourhood", {"description": ""}, "Without a draft it needs an answer."),
        ("neighbourhood", {"draft": "```yaml\nname: !!python/object:os.system\n```"}, "a tag stands here"),
        ("neighbourhood", {"draft": "```yaml\n- a\n```"}, "It has no fields."),
        ("neighbourhood", {"draft": draft("a", "true")}, "`programme: false`"),
        ("neighbourhood", {"draft": draft("a" * 200)}, "too long"),
        ("neighbourhood", {"draft": draft("../../a")}, "missing"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_a_sentence(
    refuse: Refuse, kind: str, answers: dict[str, str], why: str
) -> None:
    said = refuse(kind, **answers)
    assert any(why in one for one in said), said


def test_authors_may_stand_in_any_usual_form(send: Send, base: EvidenceBase) -> None:
    taken = send("study", authors="1. Smith J & Jones KB et al.")
    assert "author = {Smith, J and Jones, KB and others}," in taken.files["references.bib"]


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_written(refuse: Refuse, base: EvidenceBase) -> None:
    before = {path: path.read_bytes() for path in base.folder.rglob("*") if path.is_file()}
    said = refuse("policy", council="", start="soon", address="here", read="none", by="")
    assert len(said) == 5
    assert {path: path.read_bytes() for path in base.folder.rglob("*") if path.is_file()} == before


def test_a_record_that_is_there_is_never_written_over(send: Send, refuse: Refuse, base: EvidenceBase) -> None:
    send("policy").write(base)
    assert any("there already" in said for said in refuse("policy"))


def test_nobody_says_of_the_own_draft_that_it_was_checked(base: EvidenceBase) -> None:
    body = recorded("neighbourhood-draft").replace(
        "  checked: null\n", "  checked:\n    by: A Person\n    on: '2026-11-30'\n"
    )
    assert record(take(base, MARY, body))["provenance"]["checked"] is None


def test_files_stand_where_records_stand(base: EvidenceBase) -> None:
    for name in EXPECTED:
        for file in take(base, MARY, recorded(name)).files:
            assert (base.folder / Path(file)).resolve().is_relative_to(base.folder.resolve())
