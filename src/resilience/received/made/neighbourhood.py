"""A neighbourhood outside the programme: the draft that a plan gave, or a record begun for its place."""

from typing import Any

import yaml

from resilience.appraisal import places_of
from resilience.drafts.draft import Draft
from resilience.drafts.hidden import OF_THE_PROGRAMME
from resilience.drafts.neighbourhood import CAUTION, values_of_place
from resilience.drafts.the_place import the_place
from resilience.evidence import EvidenceBase
from resilience.evidence.form import to_form
from resilience.evidence.kinds import kind_with
from resilience.evidence.saving import save_new
from resilience.evidence.yaml_reader import parse
from resilience.findings import Findings
from resilience.received.answers import Answers
from resilience.received.change import LONGEST_NAME, Change, begun
from resilience.received.fault import quoted
from resilience.received.forms.neighbourhood import ON_RECORD
from resilience.received.sender import Sender
from resilience.records.naming import neighbourhood_slug
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.vocabulary import CodedBy


def neighbourhood(base: EvidenceBase, answers: Answers, sender: Sender) -> Change | None:
    """Begin the record from the pasted draft, or from the place and the group's own words."""
    if answers.word("what") == ON_RECORD:
        answers.wrong(
            "what",
            "For a neighbourhood on record, send what was done with the form *Add an activity*. "
            "A maintainer puts in what was found, and answers in this issue.",
        )
        return None
    if answers.raw("draft"):
        return _pasted(base, answers, sender)
    return _of_place(base, answers, sender)


def _pasted(base: EvidenceBase, answers: Answers, sender: Sender) -> Change | None:
    """Take the draft as it stands; the checks say what is wrong with its fields."""
    data = _data(answers)
    if data is None:
        return None
    name, council = data.get("name"), data.get("council")
    if not (isinstance(name, str) and isinstance(council, str) and name.strip() and council.strip()):
        answers.wrong("draft", "It needs `name` and `council`, as the draft of a plan has them.")
        return None
    if data.get("programme") is not False:
        answers.wrong("draft", "Groups send neighbourhoods outside the programme: write `programme: false`.")
        return None
    slug = _free(base, neighbourhood_slug(name, council))
    if len(slug) > LONGEST_NAME:
        answers.wrong("draft", "`name` and `council` are too long for the name of a record.")
        return None
    if isinstance(told := data.get("provenance"), dict):
        # Whether a person has compared it with a source is for a reviewer to say.
        told |= {"notes": sender.credit, "checked": None}
    kind = kind_with(Neighbourhood)
    written = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100_000)
    text = f"{kind.modeline}\n{to_form(written, Neighbourhood)}"
    return Change(f"{kind.folder}/{slug}", lambda copy: [save_new(copy, kind, slug, text)])


def _data(answers: Answers) -> dict[str, Any] | None:
    try:
        data = parse(answers.raw("draft"))
    except (yaml.YAMLError, RecursionError) as error:
        answers.wrong("draft", f"It can't be read: {quoted(error)}. Paste the whole draft anew.")
        return None
    if not isinstance(data, dict):
        answers.wrong("draft", "It has no fields. Paste the whole draft anew.")
        return None
    return data


def _of_place(base: EvidenceBase, answers: Answers, sender: Sender) -> Change | None:
    description = answers.text("description")
    if description is None:
        answers.wrong("description", "Without a draft it needs an answer.")
    try:
        place = the_place(places_of(Findings(base)), answers.text("place") or "")
    except ValueError as reason:
        answers.wrong("place", quoted(reason))
        return None
    if place.is_neighbourhood:
        answers.wrong("place", f"It is on record already: {quoted(f'neighbourhoods/{place.slug}')}.")
        return None
    values = values_of_place(base, place, None)
    values |= {"description": description, "set_out_to": answers.text("aim"), "priorities": []}
    values["provenance"] |= {"by": CodedBy.PERSON.value, "cautions": [CAUTION], "notes": sender.credit}
    slug = _free(base, neighbourhood_slug(values["name"], values["council"]))
    return begun(answers, "place", Draft(Neighbourhood, slug, values, hidden=OF_THE_PROGRAMME))


def _free(base: EvidenceBase, slug: str) -> str:
    """Give the name, with a number where a group of the same place is on record."""
    taken = {*base.names(Neighbourhood)}
    numbered = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return slug if slug not in taken else next(one for one in numbered if one not in taken)
