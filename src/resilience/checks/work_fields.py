"""Does each field of a work say what it means, in letters that a page can show?"""

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from resilience.checks.corpus import Corpus
from resilience.checks.problem import Code, Problem, listed, shortened
from resilience.checks.works import Catalogue, Work
from resilience.evidence.bib_entry import Aside
from resilience.evidence.bib_fields import KINDS, KNOWN_FIELDS, OTHER_KINDS, VERBATIM
from resilience.evidence.bib_form import says_nothing
from resilience.evidence.bibtex import BibField
from resilience.evidence.latex import bare_sign, html_in, plain, read_latex
from resilience.evidence.people import faults

_OR_FIX = "or run `resilience check --fix`."

E293 = Code(
    "E293",
    "An unknown bibliographic field",
    "What stands in it would never be shown.",
    "Check the spelling, or delete it.",
    "jounal = {BMC Public Health}",
)
E295 = Code(
    "E295",
    "A work from a year that can't be",
    "Works are sorted and counted by year.",
    "Write four digits; leave the field out where no year was seen.",
    "year = {in press}",
)
W297 = Code(
    "W297",
    "A sign that BibTeX takes for an instruction",
    "In BibTeX `&`, `%`, `#`, `$` and `_` do something; other programs would stumble over them.",
    f"Put a backslash before it, {_OR_FIX}",
    "journal = {Health & Place}",
)
E413 = Code(
    "E413",
    "A field that says nothing",
    "The page would show it as if it were a fact.",
    "Write what it should say; where that was not seen, delete the line.",
    "title = {},",
)
E414 = Code(
    "E414",
    "A work without a title",
    "Its page would have no name.",
    "Add the title as the source has it; where you did not see it, write note = {Title not seen}.",
    "@article{smith-2024, author = {Smith, A.}, year = {2024}}",
)
E415 = Code(
    "E415",
    "A command of LaTeX that nobody can read here",
    "The page would show the command itself.",
    "Write the letter or sign that it stands for, as in é, – or O'Neill.",
    "title = {Warm homes\\footnote{x}}",
)
W417 = Code(
    "W417",
    "A field or type under another name",
    "It is understood, but people who look for our name do not find it.",
    f"Rename it, {_OR_FIX}",
    "journaltitle = {Energy Policy},",
)
W418 = Code(
    "W418",
    "A field that nothing shows",
    "The bibliography stays short where it holds what pages show.",
    f"Delete it, {_OR_FIX}",
    "abstract = {We studied},",
)
W419 = Code(
    "W419",
    "Words all in capitals",
    "Pages show them as they are typed, and capitals are hard to read.",
    "Write it as a sentence or name would be written.",
    "title = {WARM HOMES AND HEALTH}",
)
E420 = Code(
    "E420",
    "HTML in the bibliography",
    "Pages show it as it is typed.",
    f"Write the sign itself and leave tags out, {_OR_FIX}",
    "title = {Health &amp; <i>Place</i>}",
)

_HIDDEN = {
    Aside.SAID: "another field says what {} says",
    Aside.UNUSED: "no page shows {}",
}


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at each field of each entry."""
    yield from corpus.of_works(_found)


def _found(catalogue: Catalogue, shown: str, today: date) -> Iterator[Problem]:
    broken = {told.field for told in catalogue.slips}
    for work in catalogue.works:
        yield from _names(work, shown)
        yield from _kind(work, shown)
        yield from _titled(work, shown)
        for name in work.fields:
            # A value that runs on says nothing of the field.
            if f"{work.key}.{work.fields[name].written}" not in broken:
                yield from _value(work, name, shown, today.year)


def _names(work: Work, shown: str) -> Iterator[Problem]:
    for field, why in work.aside:
        place = f"{work.key}.{shortened(field.written)}"
        if why in _HIDDEN:
            message = _HIDDEN[why].format(field.written)
            yield W418.found(shown, field.line, message, field=place)
            continue
        message, mend = _unknown(field, why)
        yield E293.found(shown, field.line, message, field=place, mend=mend)
    for name, field in work.held.renamed:
        if field.written != "title with subtitle":
            message = f"{shortened(field.written)} is read as {name}"
            place = f"{work.key}.{shortened(field.written)}"
            yield W417.found(shown, field.line, message, field=place)


def _unknown(field: BibField, why: Aside) -> tuple[str, str]:
    if why is Aside.TWICE:
        return f"{field.written.lower()} stands twice", "Delete one of them."
    if why is Aside.INHERITS:
        mend = "Copy the fields of the other entry into this one, and delete it."
        return f"{field.written} points to another entry, which nothing follows", mend
    if re.search(r"[%\n]", field.written):
        return "a remark stands inside the entry", "Move it above the entry; BibTeX reads it as a field."
    close = get_close_matches(field.written.lower()[:100], KNOWN_FIELDS, n=1, cutoff=0.75)
    mend = f"Did you mean {close[0]}?" if close else f"Delete it. Known: {listed(KNOWN_FIELDS)}."
    return f"there is no field {shortened(field.written)}", mend


def _kind(work: Work, shown: str) -> Iterator[Problem]:
    kind = work.held.entry.kind
    if kind in KINDS:
        return
    if kind in OTHER_KINDS:
        message = f"@{kind} is read as @{OTHER_KINDS[kind]}"
        yield W417.found(shown, work.line, message, field=work.key)
        return
    close = get_close_matches(kind[:100], KINDS, n=1, cutoff=0.7)
    mend = f"Did you mean @{close[0]}?" if close else "Write @misc, or one of the types of BibTeX."
    yield W417.found(shown, work.line, f"@{kind} is no type of work", field=work.key, mend=mend)


def _titled(work: Work, shown: str) -> Iterator[Problem]:
    if "title" not in work.fields and "title not seen" not in work.text("note").casefold():
        yield E414.found(shown, work.line, "the work has no title", field=work.key)


def _value(work: Work, name: str, shown: str, this_year: int) -> Iterator[Problem]:
    value, line, place = work.raw(name), work.line_of(name), f"{work.key}.{name}"
    if says_nothing(value):
        about = f"the {name} is {shortened(value)}" if value.strip(" {}") else f"the {name} is empty"
        yield E413.found(shown, line, about, field=place)
        return
    if name == "year":
        yield from _year(work, shown, this_year)
    if name in VERBATIM:
        return
    for command in read_latex(value).unread:
        message = f"{shortened(command)} stands in the {name}"
        yield E415.found(shown, line, message, field=place)
    text = plain(value)
    if sign := html_in(text):
        yield E420.found(shown, line, f"{shortened(sign)} stands in the {name}", field=place)
    elif (sign := bare_sign(value)) and not (name in ("author", "editor") and any(faults(value))):
        yield W297.found(shown, line, f"the {name} has a plain {sign}", field=place)
    if name == "title" and text.isupper() and len(text.split()) > 2:
        yield W419.found(shown, line, "the title is all in capitals", field=place)


def _year(work: Work, shown: str, this_year: int) -> Iterator[Problem]:
    year = work.text("year")
    if not (re.fullmatch(r"[0-9]{4}", year) and 1800 <= int(year) <= this_year + 1):
        message = f"{shortened(year)} is not a year from 1800 to {this_year + 1}"
        yield E295.found(shown, work.line_of("year"), message, field=f"{work.key}.year")
