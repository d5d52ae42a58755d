"""What holds for every record."""

import importlib
import math
import pkgutil

import pytest
from pydantic import ValidationError

from resilience import records
from resilience.records.base import Record, record_in
from resilience.records.provenance import Source
from resilience.records.study import Effect, Study

for module in pkgutil.iter_modules(records.__path__):
    importlib.import_module(f"resilience.records.{module.name}")


def models_below(model: type[Record]) -> list[type[Record]]:
    return [found for inner in model.__subclasses__() for found in (inner, *models_below(inner))]


MODELS = models_below(Record)


def test_the_models_were_found() -> None:
    assert {"Study", "Policy", "Neighbourhood", "Effect", "Source"} <= {model.__name__ for model in MODELS}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_model_refuses_what_it_does_not_know(model: type[Record]) -> None:
    with pytest.raises(ValidationError) as refused:
        model.model_validate({"no_such_field": 1})
    assert ("no_such_field",) in [error["loc"] for error in refused.value.errors()]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_model_is_frozen(model: type[Record]) -> None:
    record = model.model_construct()
    with pytest.raises(ValidationError, match="frozen"):
        setattr(record, next(iter(model.model_fields)), "changed")


@pytest.mark.parametrize("number", [math.inf, -math.inf, math.nan])
def test_numbers_are_finite(number: float) -> None:
    with pytest.raises(ValidationError, match="finite"):
        Effect(value=number)


def test_a_source_names_something() -> None:
    with pytest.raises(ValidationError, match="a source needs a url, a work or seen_at"):
        Source()


@pytest.mark.parametrize("field", ["url", "work", "seen_at"])
def test_one_name_is_enough_for_a_source(field: str) -> None:
    value = "https://example.org/" if field == "url" else "smith-2024"
    assert getattr(Source.model_validate({field: value}), field) == value


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.org", "https://a b", 'https://a"b'])
def test_a_source_links_only_to_pages(url: str) -> None:
    with pytest.raises(ValidationError, match="pattern"):
        Source(url=url)


@pytest.mark.parametrize(
    ("annotation", "found"),
    [
        (Study, Study),
        (tuple[Study, ...], Study),
        (Effect | None, Effect),
        (tuple[tuple[Effect | None, ...], ...], Effect),
        (str, None),
        (dict[str, int] | None, None),
    ],
)
def test_record_in(annotation: object, found: type[Record] | None) -> None:
    assert record_in(annotation) is found
