"""Does a text say what its writer meant: not cut short, not only filled in, not in marks meant for YAML?"""

import re
from collections.abc import Iterator

from resilience.checks.corpus import Corpus
from resilience.checks.document import Document, Part
from resilience.checks.mends import NULL
from resilience.checks.problem import Code, Problem, shortened
from resilience.evidence.addresses import is_bare, is_file_name, is_local, meant_address, names_a_page
from resilience.evidence.mending import takes_each_once
from resilience.evidence.slips import inside_marks, says_nothing
from resilience.evidence.wanted import Value, values_wanted, wanted_by
from resilience.evidence.yaml_reader import read_document
from resilience.records.base import Record
from resilience.records.provenance import Seen, Source
from resilience.records.search_log import ScreenedWork

E120 = Code(
    "E120",
    "A text that is cut at #",
    "YAML takes a space and # for the start of a remark: nothing after it is read, and nobody is told.",
    "Put single quotes (') around the whole text; give a remark a line of its own.",
    "summary: Homes in area #4 were warm",
)
E129 = Code(
    "E129",
    "A text that says nothing",
    "It would stand on the page as if it were a finding.",
    f"{NULL} Where it is meant, say it in words, such as: no comparison group.",
    "setting: n/a",
)
W130 = Code(
    "W130",
    "Curly quotation marks around a whole text",
    "To YAML they are letters, so they show on the page.",
    "Leave them out, or use straight ones ('). Where the source is quoted, say who said it.",
    "summary: “Gardeners were less depressed.”",
)
E154 = Code(
    "E154",
    "A name that stands twice in a list",
    "The second was probably meant to be another one; else it says nothing.",
    "Delete one, or write the name that was meant. `resilience check --fix` deletes the second.",
    "types:\n  - green-space\n  - green-space",
)
E247 = Code(
    "E247",
    "A place on one computer",
    "Nobody else can open it, and it may tell the name of an account.",
    "Write the address from which it came, or the DOI.",
    "at: C:\\Users\\me\\paper.pdf",
)
W248 = Code(
    "W248",
    "An address without https://",
    "Whoever checks the record can't follow it.",
    "Copy the whole address from the browser, from https:// on. "
    "Where only the host was noted, say so in `what`.",
    "at: www.example.org/page",
)

_CUT = re.compile(r"[ \t]+#[^\n]*")
_MAY_BE_CUT = re.compile(r"^[^\n#]*[^\s#][ \t]+#", re.MULTILINE)
_OF_OTHERS = ("phrases", "decisions", "sample")
"""Kinds of record that repeat texts of other records."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at the texts, lists and addresses of records."""
    yield from corpus.each(_as_written)
    for part in corpus.parts(Record):
        if part.document.kind.folder and part.document.kind.name not in _OF_OTHERS:
            yield from _empty_words(part)
        yield from _twice(part)
    for part in corpus.parts(Seen):
        yield from _address(part, "at", part.text("what"))
    for part in corpus.parts(ScreenedWork):
        yield from _address(part, "at", part.text("title"))
    for part in corpus.parts(Source):
        yield from _address(part, "seen_at", "")


def _as_written(document: Document) -> Iterator[Problem]:
    """Look at what only the text of a file shows: remarks behind texts, and marks around them."""
    if not isinstance(document.data, dict):
        return
    if not (_may_be_cut(document.text) or _holds_marks(document.data)):
        return
    for value in values_wanted(read_document(document.text).root, document.kind.model):
        if "words" in value.wanted.kinds and not value.node.style:
            yield from _cut(document, value)
            if inside_marks(value.node.value):
                yield document.problem(
                    W130, value.path, f"{shortened(value.node.value)} stands in curly marks"
                )


def _may_be_cut(text: str) -> bool:
    # The pattern takes its time, and few files hold such a sign.
    return (" #" in text or "\t#" in text) and _MAY_BE_CUT.search(text) is not None


def _cut(document: Document, value: Value) -> Iterator[Problem]:
    if rest := _CUT.match(document.text, value.node.end_mark.index):
        message = f"the text ends before “{shortened(rest[0], 40)}”"
        yield document.problem(E120, value.path, message)


def _holds_marks(data: object) -> bool:
    if isinstance(data, dict):
        return any(map(_holds_marks, data.values()))
    if isinstance(data, list):
        return any(map(_holds_marks, data))
    return isinstance(data, str) and bool(inside_marks(data))


def _empty_words(part: Part) -> Iterator[Problem]:
    for field in part.data:
        wanted = wanted_by(part.model, field)
        for path, text in part.words(field) if "words" in wanted.kinds else ():
            if says_nothing(text):
                mend = "" if wanted.may_be_null else "Say what the source says."
                if wanted.is_list:
                    mend = "Delete the line."
                yield part.problem(E129, path, f"{shortened(text)} says nothing", mend)


def _twice(part: Part) -> Iterator[Problem]:
    for field, value in part.data.items():
        if isinstance(value, list) and takes_each_once(part.model, field):
            names = [name for _, name in part.texts(field)]
            for index, name in part.texts(field):
                if name in names[:index]:
                    yield part.problem(E154, (field, index), f"{shortened(name)} stands in the list already")


def _address(part: Part, field: str, what: str) -> Iterator[Problem]:
    at = part.text(field)
    if is_local(at) or is_file_name(at):
        yield part.problem(E247, field, f"{shortened(at)} can be opened on one computer only")
    elif is_bare(at) and (names_a_page(at) or not what):
        yield part.problem(W248, field, f"{shortened(at)} is no whole address", meant_address(at).mend)
