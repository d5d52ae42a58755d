"""The text of an issue is parted by the headings of its form and by nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.received.sent import KINDS, answered, recorded

from resilience.received.answers import Answers
from resilience.received.body import Filled, NotUnderstood, read_body
from resilience.received.form import LONGEST_TEXT, Form, Shape

each_kind = pytest.mark.parametrize("kind", KINDS)


def read(forms: dict[str, Form], body: str) -> Filled:
    return read_body(body, [*forms.values()])


def looked_at(forms: dict[str, Form], body: str) -> tuple[dict[str, str], list[str]]:
    """Give the answers, or why there are none."""
    try:
        return read(forms, body).answers, []
    except NotUnderstood as why:
        return {}, [str(fault) for fault in why.faults]


def refused(forms: dict[str, Form], body: str) -> str:
    with pytest.raises(NotUnderstood) as why:
        read(forms, body)
    return str(why.value)


@each_kind
def test_a_form_is_known_by_its_headings(forms: dict[str, Form], kind: str) -> None:
    filled = read(forms, recorded(kind))
    assert filled.form.kind == kind
    assert "_No response_" not in filled.answers.values()
    assert Answers(filled).faults == []


@pytest.mark.parametrize("body", ["", "Hello", "### Council\n\nLeeds\n", "\n" * 60_000])
def test_what_is_no_form_is_refused(forms: dict[str, Form], body: str) -> None:
    assert refused(forms, body) == "This was not written with a form. Open an issue with one."


def test_what_is_longer_than_an_issue_is_refused_unread(forms: dict[str, Form]) -> None:
    assert "longer than any form" in refused(forms, recorded("policy") + "x" * 65_536)


def test_sixty_thousand_letters_in_one_answer_are_too_many(forms: dict[str, Form]) -> None:
    said = refused(forms, answered(forms["policy"], actions="x" * 60_000))
    assert said.startswith("What will be or was done?: The answer has 60,000 characters")
    assert len(said) < 200


@pytest.mark.parametrize(
    "heading", ["### Something else", "# Council", "###Council", " ### Council", "### council"]
)
def test_other_headings_in_an_answer_are_part_of_it(forms: dict[str, Form], heading: str) -> None:
    filled = read(forms, answered(forms["policy"], actions=f"one\n\n{heading}\n\ntwo"))
    assert filled.answers["actions"] == f"one\n\n{heading}\n\ntwo"


def test_a_heading_of_the_form_in_an_answer_is_refused(forms: dict[str, Form]) -> None:
    said = refused(forms, answered(forms["policy"], actions="one\n\n### Council\n\nAnother council"))
    assert said == (
        "Council: The heading stands more than once, so nobody can tell which answer is meant. "
        "Take the line `### Council` out of your answers."
    )


def test_questions_that_are_gone_or_moved_are_refused(forms: dict[str, Form]) -> None:
    body = recorded("policy")
    assert refused(forms, body.replace("### Council\n", "")).startswith("Council: The question is not in")
    moved = body.replace("### Council\n", "### X\n").replace("### Last year\n", "### Council\n")
    assert "another order" in refused(forms, moved.replace("### X\n", "### Last year\n"))


@pytest.mark.parametrize("sign", ["\x00", "\x1b[31m", "\u202e", "\u200b", "\ufeff", "\ud800", "\U000e0041"])
def test_what_can_not_be_seen_is_refused_and_named(forms: dict[str, Form], sign: str) -> None:
    said = refused(forms, answered(forms["policy"], summary=f"Homes{sign} are warm."))
    assert f"(U+{ord(sign[0]):04X})" in said
    assert said.isprintable()


def test_what_only_looks_odd_is_mended(forms: dict[str, Form]) -> None:
    filled = read(
        forms,
        answered(forms["policy"], summary="Warm\u00a0homes\tfor non\u2011smo\u00adkers. 👨‍👩‍👧 e\u0301"),
    )
    assert filled.answers["summary"] == "Warm homes for non-smokers. 👨‍👩‍👧 \u00e9"


def test_a_draft_comes_out_of_its_fence_as_it_was(forms: dict[str, Form]) -> None:
    draft = "name: a\n\n# ``` no end\nlist:\n  - b  "
    body = answered(forms["neighbourhood"], draft=f"````yaml\n{draft}\n````")
    assert read(forms, body).answers["draft"] == draft


def test_choices_may_hold_commas(forms: dict[str, Form]) -> None:
    question = forms["policy"].question("types")
    labels = ["Green space", "Credit unions"]
    filled = read(forms, answered(forms["policy"], types=", ".join(labels)))
    assert Answers(filled).words("types") == [question.options[label] for label in labels]


@each_kind
@given(data=st.data())
def test_whatever_is_written_is_one_answer_or_is_refused_in_a_sentence(
    kind: str, forms: dict[str, Form], data: st.DataObject
) -> None:
    form = forms[kind]
    free = [one for one in form.questions if one.shape in (Shape.LINE, Shape.TEXT)]
    question = data.draw(st.sampled_from(free))
    written = data.draw(st.text(max_size=LONGEST_TEXT))
    answers, said = looked_at(forms, answered(form, **{question.id: written}))
    assert all(one.endswith(".") and "\n" not in one for one in said)
    others = read(forms, recorded(kind)).answers
    assert said or {**answers, question.id: ""} == {**others, question.id: ""}
