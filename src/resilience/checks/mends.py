"""How to mend a value that its field can't take: each kind of wrong value has a mend of its own."""

import json
import re

from resilience.checks.problem import listed, meant, shortened
from resilience.evidence.addresses import meant_address
from resilience.evidence.mending import same_word
from resilience.evidence.slips import date_meant, inside_marks, number_meant, says_nothing
from resilience.evidence.wanted import Wanted
from resilience.records.amends import RECORD_PATTERN
from resilience.records.base import SLUG_PATTERN, URL_PATTERN
from resilience.records.neighbourhood import PLACE_PATTERN, PLAN_PATTERN
from resilience.records.slugs import as_slug
from resilience.records.study import COUNTRY_PATTERN

FORMS = {
    SLUG_PATTERN: "small letters, digits and single hyphens",
    r"^(<|>|<=|>=)0?\.\d+$": "a bound such as <0.001",
    PLACE_PATTERN: "the code of a council, a full stop and the code of a place, as in E06000009.E05015190",
    PLAN_PATTERN: "what stands after the question mark in the link of a plan",
    COUNTRY_PATTERN: "the code of a country",
    RECORD_PATTERN: "the folder and the name of a record, such as studies/smith-2024-warm-homes",
    r"^[a-z]+(_[a-z]+)*$": "small letters and single low lines",
    r"^[1-9]\d*/[1-9]\d*$": "a share such as 2/3",
    r"^[A-Z]{2}$": "the code of a country in two capital letters",
    r"^[A-Z]$": "one capital letter",
    r"^[a-z0-9]+([/-][a-z0-9]+)*$": "the address of a page in the book, such as methods/matching",
}
"""What a text of a certain form is, in words."""
_COPIED = {
    PLACE_PATTERN: "Copy it from the address of the page of the place, behind `place=`.",
    PLAN_PATTERN: "Copy it from the address of the page of the plan, without the question mark.",
}
NULL = "Write null where nothing was seen."
_NEEDED = "Write what the source says; this field cannot be null."
_OUT = "Leave the field out, or write what the source says."
_COUNTRY = "Write two capital letters such as DE, or GB-ENG, GB-SCT, GB-WLS or GB-NIR for a part of the UK."


def of_number(value: object, wanted: Wanted, field: str) -> str:
    """Say how to write a value that is no number, or no whole one."""
    if isinstance(value, str):
        if nothing := _of_nothing(value, wanted):
            return nothing
        return number_meant(value, whole=wanted.is_whole, is_year=field.startswith("year")).mend
    if isinstance(value, float):
        return (
            "Write a whole number; where the full stop parts thousands, leave it out: "
            f"{re.sub('[.]', '', f'{value:.3f}')}."
            if value < 1000
            else "Write a whole number."
        )
    return _of_group(value) or "Write a number."


def of_date(value: object, wanted: Wanted) -> str:
    """Say how to write a value that is no date."""
    if isinstance(value, str):
        return _of_nothing(value, wanted) or date_meant(value).mend
    return _of_group(value) or date_meant("").mend


def of_truth(value: object, wanted: Wanted) -> str:
    """Say how to write a value that is neither true nor false."""
    said = {"yes": "true", "y": "true", "on": "true", "true": "true", "1": "true"}
    told = str(value).strip().lower()
    if wanted.may_be_null and says_nothing(told):
        return NULL
    if told in ("no", "n", "off", "false", "0", *said):
        return f"Write {said.get(told, 'false')}, without quotes."
    return "Write true or false, without quotes."


def of_text(value: object) -> str:
    """Say how to write a value that is no text."""
    if isinstance(value, (bool, int, float)):
        return f"Put it in quotes: '{json.dumps(value)}'."
    return _of_group(value) or (_NEEDED if value is None else "Write words, or leave the field out.")


def of_list(value: object) -> str:
    """Say how to write a value that is no list."""
    if value is None or (isinstance(value, str) and says_nothing(value)):
        return "Write [] for an empty list."
    if isinstance(value, str) and re.search(r"[,;]", value):
        return "Write each on a line of its own below the field, indented and after `- `."
    if isinstance(value, str):
        return f"Write `- {shortened(value)}` on a line of its own below the field, indented."
    return "Write each item on a line of its own below the field, indented and after `- `."


def of_group_of_fields(value: object, field: str) -> str:
    """Say how to write a value that should hold fields."""
    if isinstance(value, str) and says_nothing(value):
        return NULL
    return f"`{field}` holds fields: write each below it on a line of its own, indented; or null for none."


def _of_group(value: object) -> str:
    if isinstance(value, list):
        return "Write one value behind the colon, without a list."
    return "Write one value behind the colon, without fields below it." if isinstance(value, dict) else ""


def _of_nothing(value: str, wanted: Wanted) -> str:
    if not says_nothing(value):
        return ""
    return NULL if wanted.may_be_null else _OUT


def of_choice(value: object, expected: str, wanted: Wanted) -> str:
    """Say which word of a list was meant; `expected` lists them as pydantic does."""
    choices = [choice.strip(" '") for choice in expected.replace(" or ", ", ").split(",")]
    word = str(value)
    same = [choice for choice in choices if same_word(inside_marks(word) or word, choice)]
    if len(same) == 1:
        return f"Write {same[0]}."
    null = NULL if wanted.may_be_null and (value is None or says_nothing(word)) else ""
    return f"{null or meant(word, choices)} Choose one of: {listed(choices)}.".strip()


def of_form(value: object, pattern: str, wanted: Wanted) -> str:
    """Say how to write a text that is not of its form."""
    text = str(value)
    if pattern == URL_PATTERN:
        return NULL if wanted.may_be_null and says_nothing(text) else meant_address(text).mend
    if nothing := _of_nothing(text, wanted):
        return nothing if not wanted.is_list else "Delete the line, or write the name."
    if pattern == COUNTRY_PATTERN:
        return _COUNTRY
    if pattern == SLUG_PATTERN and (slug := as_slug(text)):
        return f"Write {slug}."
    return _COPIED.get(pattern, f"Write {FORMS[pattern]}." if pattern in FORMS else "")
