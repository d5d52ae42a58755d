"""Every field of every record says what it is for, and what may stand there."""

import pytest
from tests.frozen import BOOK

from resilience.evidence import load
from resilience.evidence.fields import FieldHelp, fields_of, groups_of, labels_of
from resilience.evidence.form import to_form
from resilience.evidence.kinds import KINDS, Kind
from resilience.evidence.template import Template
from resilience.evidence.yaml_reader import parse
from resilience.records.slugs import Named
from resilience.records.vocabulary import Design

FIELDS = [
    pytest.param(one, id=f"{kind.name} {group.__name__} {one.name}")
    for kind in KINDS
    for group in groups_of(kind.model)
    for one in fields_of(group, kind if group is kind.model else None)
]
BASE = load(BOOK)
NAMES = [kind.name for kind in KINDS]


@pytest.mark.parametrize("one", FIELDS)
def test_each_field_has_a_meaning_and_a_form(one: FieldHelp) -> None:
    assert one.meaning
    assert one.form or one.values


def test_a_closed_list_has_all_its_words_with_their_labels() -> None:
    design = {one.name: one for kind in KINDS if kind.name == "study" for one in fields_of(kind.model)}[
        "design"
    ]
    assert design.values == tuple((one.value, one.label) for one in Design)


def test_labels_are_those_of_the_code_frame() -> None:
    assert labels_of(BASE)[Named.TYPE] == {slug: one.label for slug, one in BASE.types.items()}


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
@pytest.mark.parametrize("bare", [False, True], ids=["with help", "bare"])
def test_a_template_is_in_form_and_has_all_fields(kind: Kind, bare: bool) -> None:
    text = Template(kind, labels_of(BASE), bare=bare).text({})
    assert text.partition("\n")[0] == kind.modeline
    assert list(parse(text)) == [one.name for one in fields_of(kind.model, kind)]
    assert to_form(text, kind.model) == text
    assert ("# Lines that start with #" in text) is not bare


def test_a_list_is_written_once_and_odd_words_in_quotes() -> None:
    (study,) = (kind for kind in KINDS if kind.name == "study")
    text = Template(study, labels_of(BASE)).text({})
    assert text.count(": Randomised controlled trial\n") == 1
    assert "#   'null': No difference\n" in text


def test_values_come_back_as_they_went_in() -> None:
    (policy,) = (kind for kind in KINDS if kind.name == "policy")
    values = {"title": "Trees: phase #2. More trees", "types": ["green-space"], "year_start": 2024}
    back = parse(Template(policy, {}, {"types": ["- a proposal"]}).text(values))
    assert {name: back[name] for name in values} == values
