"""The forms as GitHub reads them: `.github/ISSUE_TEMPLATE/*.yml`, written from the questions.

https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from resilience.evidence import EvidenceBase
from resilience.received.form import Form, Question, Shape
from resilience.received.forms import forms_of

FOLDER = ".github/ISSUE_TEMPLATE"
LABEL = "evidence"
"""Every issue of a form has it; `accept` is for maintainers to set, so no form may."""
FIRST_LINE = (
    "# Written by `resilience schema` from src/resilience/received/forms; change the questions there.\n"
)


def form_texts(base: EvidenceBase) -> dict[str, str]:
    """Write each form, by the name of its file."""
    return {form.file: FIRST_LINE + _text(form) for form in forms_of(base)}


def stale_forms(base: EvidenceBase) -> list[Path]:
    """Give the forms beside the evidence that are not as the questions would write them.

    None are where the folder of forms is not there, as in evidence that stands alone.
    """
    folder = base.folder.parent / FOLDER
    if not folder.is_dir():
        return []
    paths = ((folder / name, text) for name, text in form_texts(base).items())
    return [path for path, text in paths if not path.is_file() or path.read_text("utf-8") != text]


def write_forms(base: EvidenceBase) -> list[Path]:
    """Write the forms that are stale, and name them."""
    texts, stale = form_texts(base), stale_forms(base)
    for path in stale:
        path.write_text(texts[path.name], encoding="utf-8", newline="\n")
    return stale


def _text(form: Form) -> str:
    data = {
        "name": form.name,
        "description": form.about,
        "title": form.title,
        "labels": [LABEL],
        "body": [{"type": "markdown", "attributes": {"value": form.opening}}, *map(_item, form.questions)],
    }
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000))


def _item(question: Question) -> dict[str, Any]:
    item: dict[str, Any] = {
        "type": question.shape.value,
        "id": question.id,
        "attributes": dict(_attributes(question)),
    }
    if question.needed and question.shape is not Shape.TICKS:
        item["validations"] = {"required": True}
    return item


def _attributes(question: Question) -> Iterator[tuple[str, Any]]:
    yield "label", question.label
    if question.help:
        yield "description", question.help
    if question.several:
        yield "multiple", True
    if question.shape is Shape.CHOICE:
        yield "options", list(question.options)
    if question.shape is Shape.TICKS:
        yield "options", [{"label": label, "required": True} for label in question.options]
    if question.language:
        yield "render", question.language
