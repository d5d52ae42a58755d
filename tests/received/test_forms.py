"""The forms ask what the models want, in the words of the models, and no more than a person can know."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from tests.received.sent import KINDS

from resilience.evidence import EvidenceBase
from resilience.evidence.fields import FieldHelp, fields_of
from resilience.evidence.kinds import kind_with
from resilience.received.form import Form, Shape
from resilience.received.issue_form import FOLDER, form_texts, stale_forms, write_forms
from resilience.received.told import ACCEPT
from resilience.records.base import Record
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.policy import Policy
from resilience.records.study import Study

PAGE = Path(__file__).parents[2] / "CONTRIBUTING.md"
MODELS: dict[str, type[Record]] = {"study": Study, "policy": Policy, "neighbourhood": Neighbourhood}
FILLED_IN = {
    "study": {"bias", "provenance.coders", "provenance.added", "provenance.review_by"},
    "policy": {"provenance.seen", "provenance.coders", "provenance.added", "provenance.review_by"},
}
"""Needed fields that no person is asked for: they follow from the day or another answer, or are not seen."""
GROUPS = ("outcomes[].", "provenance.")
"""Groups of fields that each record has."""
LEFT_OUT = {"the group's own account"}
OTHER_WORDS = {"provenance.by", "on_topic"}
"""Closed lists that a form puts in other words, or fills by another list."""
each_kind = pytest.mark.parametrize("kind", KINDS)


def named(model: type[Record], before: str = "") -> Iterator[tuple[str, FieldHelp]]:
    """Give each field with its path, and fields inside those that are needed."""
    for one in fields_of(model, None if before else kind_with(model)):
        yield f"{before}{one.name}", one
        if one.group and (one.required or one.many):
            yield from named(one.group, f"{before}{one.name}{'[]' if one.many else ''}.")


@pytest.mark.parametrize("kind", FILLED_IN)
def test_every_field_that_a_record_needs_is_asked_for_or_filled_in(forms: dict[str, Form], kind: str) -> None:
    fills = {field for question in forms[kind].questions for field in question.fills}
    covered = fills | FILLED_IN[kind]
    groups = {path.partition(".")[0].removesuffix("[]") for path in covered if "." in path}
    needed = {path for path, one in named(MODELS[kind]) if one.required}
    of_record = {path for path in needed if "." not in path}
    of_groups = {path for path in needed if path.startswith(GROUPS) and path.count(".") == 1}
    assert of_groups
    assert (of_record - groups) | of_groups <= covered


@pytest.mark.parametrize("kind", MODELS)
def test_every_question_fills_a_field_that_there_is(forms: dict[str, Form], kind: str) -> None:
    known = {path for path, _ in named(MODELS[kind])}
    fills = {field for question in forms[kind].questions for field in question.fills}
    assert {field for field in fills if not field.startswith("references.")} - known == set()


@pytest.mark.parametrize("kind", FILLED_IN)
def test_lists_to_choose_from_are_those_of_the_models(forms: dict[str, Form], kind: str) -> None:
    closed = {path: {label for _, label in one.values} for path, one in named(MODELS[kind]) if one.values}
    looked_at = 0
    for question in forms[kind].questions:
        for field in question.fills:
            if field in closed and field not in OTHER_WORDS:
                assert question.options.keys() == closed[field] - LEFT_OUT
                looked_at += 1
    assert looked_at >= 2


def test_types_domains_and_outcomes_are_those_of_the_code_frame(
    base: EvidenceBase, forms: dict[str, Form]
) -> None:
    assert {*forms["study"].question("types").options.values()} == base.types.keys()
    assert {*forms["policy"].question("types").options.values()} == base.types.keys()
    assert {*forms["study"].question("outcome").options.values()} == base.outcomes.keys()
    assert {*forms["activity"].question("domain").options.values()} == base.domains.keys()


@each_kind
def test_questions_can_be_told_apart_and_are_few(forms: dict[str, Form], kind: str) -> None:
    questions = forms[kind].questions
    for part in ({one.id for one in questions}, {one.label for one in questions}):
        assert len(part) == len(questions)
    assert sum(one.needed for one in questions) <= 14
    assert all("\n" not in one.label and "#" not in one.label for one in questions)


@each_kind
def test_the_licence_is_asked_for_and_who_worked_it_out(forms: dict[str, Form], kind: str) -> None:
    *_, last = forms[kind].questions
    assert last.shape is Shape.TICKS
    assert any("CC BY 4.0" in label for label in last.options)
    assert kind == "neighbourhood" or forms[kind].question("by").needed


def test_no_form_sets_the_label_that_lets_it_in(base: EvidenceBase) -> None:
    for text in form_texts(base).values():
        assert ACCEPT not in yaml.safe_load(text)["labels"]


def test_stale_forms_are_named_and_written(base: EvidenceBase) -> None:
    assert stale_forms(base) == []
    folder = base.folder.parent / FOLDER
    folder.mkdir(parents=True)
    assert {path.stem for path in write_forms(base)} == {*KINDS}
    assert stale_forms(base) == []
    (folder / "policy.yml").write_text("name: x\n", "utf-8")
    assert [path.name for path in stale_forms(base)] == ["policy.yml"]


@each_kind
def test_the_book_names_every_form(forms: dict[str, Form], kind: str) -> None:
    assert f"| *{forms[kind].name}* |" in PAGE.read_text("utf-8")
