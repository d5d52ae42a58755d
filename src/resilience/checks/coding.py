"""Do the codes of both passes fit the records, and do the records still say what was settled?"""

import csv
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from io import StringIO
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from resilience.checks.corpus import Corpus
from resilience.checks.document import Document
from resilience.checks.problem import Code, Problem, meant, shortened
from resilience.evidence.coding import FOLDER, TABLES, CodingTable, code_in, parts
from resilience.evidence.wanted import wanted_by

E351 = Code(
    "E351",
    "A code of something that is not there",
    "Nobody can see what was coded.",
    "Correct the line; `result` counts the results of a study from 0, and `action` the actions of a policy. "
    "Delete the line where its record, result or action is gone.",
    "mead-2010,7,clear,yes,yes,yes,  where the study has two results",
)
E352 = Code(
    "E352",
    "A code of a field that records do not have",
    "The code belongs to nothing that a reader can find.",
    "Write the name of the field as it stands in the record, with a dot before a field inside.",
    "mead-2010,,comparision,review,review,review,",
)
W353 = Code(
    "W353",
    "A record that says other than what was settled",
    "Readers see the code of the record beside the passes that led to another one.",
    "Put the code back, or keep the correction: add a line on the same field below the others, with the new "
    "code under `settled` and who, when and why under `why`.",
    "mead-2010,,bias,low,low,low,  where the record says `bias: some`",
)
E354 = Code(
    "E354",
    "A correction without a reason",
    "A later line on a field takes the place of what two passes and a third one made of it.",
    "Write under `why` who corrected the record, when and why.",
    "mead-2010,,bias,low,low,low,\nmead-2010,,bias,,,some,",
)


class _Line(NamedTuple):
    shown: str
    number: int
    cells: dict[str, str]
    table: CodingTable

    def problem(self, code: Code, message: str, mend: str = "") -> Problem:
        return code.found(self.shown, self.number, message, field=self.cells["field"], mend=mend)

    @property
    def record(self) -> str:
        return self.cells[self.table.kind]

    @property
    def about(self) -> tuple[str, str, str]:
        return self.record, self.part, self.cells["field"]

    @property
    def part(self) -> str:
        """The place of a result or action as it is written; in a table of whole records it stays empty."""
        return self.cells.get(self.table.part or "result", "")


class _Codes(NamedTuple):
    """A table of codes as far as the rules need it."""

    unexplained: list[Problem]
    last: Mapping[str, list[_Line]]
    """The last line on each field, by record."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Compare the tables of codes with the records, the last line on each field with what stands there."""
    for name, table in TABLES.items():
        file = PurePosixPath(FOLDER, name)
        shown, text = corpus.shown(file), corpus.tables.get(file, "")
        codes = corpus.shared.once(("codes", shown, text), partial(_codes, shown, text, table))
        yield from codes.unexplained
        for record, lines in codes.last.items():
            if document := corpus.records(table.kind).get(record):
                makings = "coded", id(lines), id(document)
                yield from corpus.shared.once(makings, partial(_compared, document, lines))
            # A record that can't be read is a problem of its own.
            elif record not in corpus.names(table.kind):
                yield from _of_nothing(lines, corpus.names(table.kind))


def _codes(shown: str, text: str, table: CodingTable) -> _Codes:
    last: dict[tuple[str, str, str], _Line] = {}
    unexplained = []
    for line in _lines(shown, text, table):
        if line.about in last and not line.cells["why"]:
            said = "an earlier line speaks of this field too, and this one says no why"
            unexplained.append(line.problem(E354, said))
        last[line.about] = line
    by_record: dict[str, list[_Line]] = defaultdict(list)
    for line in last.values():
        by_record[line.record].append(line)
    return _Codes(unexplained, by_record)


def _lines(shown: str, text: str, table: CodingTable) -> Iterator[_Line]:
    # Newlines are left as they are, so that an odd one is a problem of tables.py and no crash.
    reader = csv.reader(StringIO(text, newline=None))
    # Another header, and rows of another length, are problems that tables.py reports.
    if tuple(next(reader, ())) == table.columns:
        for row in reader:
            if len(row) == len(table.columns):
                cells = dict(zip(table.columns, row, strict=True))
                yield _Line(shown, reader.line_num, cells, table)


def _of_nothing(lines: Sequence[_Line], known: Collection[str]) -> Iterator[Problem]:
    for line in lines:
        mend = f"{meant(line.record, known)} {E351.mend}".strip()
        yield line.problem(E351, f"no {line.table.kind} is called {shortened(line.record)}", mend)


def _compared(document: Document, lines: Sequence[_Line]) -> list[Problem]:
    """Hold what was settled for a record against what it says."""
    return [problem for line in lines for problem in _against(document.data, line)]


def _against(record: Any, line: _Line) -> Iterator[Problem]:
    model = line.table.model
    data = _part(record, line)
    if data is None and record is not None:
        yield line.problem(E351, _no_such_part(line))
    # What is no group of fields is a problem of its own.
    if not isinstance(data, dict):
        return
    try:
        found = code_in(data, model, line.cells["field"])
    except KeyError:
        mend = f"{meant(line.cells['field'], model.model_fields)} {E352.mend}".strip()
        yield line.problem(E352, f"no field is called {shortened(line.cells['field'])}", mend)
        return
    choices = wanted_by(model, line.cells["field"]).choices
    # A word that is not on the list is a problem of the record.
    is_word = not choices or not found or found in choices
    if is_word and parts(found) != parts(line.cells["settled"]):
        settled = shortened(line.cells["settled"]) or "nothing"
        yield line.problem(
            W353, f"{settled} was settled, and {line.record} says {shortened(found or 'nothing')}"
        )


def _no_such_part(line: _Line) -> str:
    if not line.table.part:
        return "this table is about studies as a whole, and the line names a result"
    if not line.part:
        return f"the line does not say which {line.table.part} of {line.record} it is about"
    return f"{line.record} has no {line.table.part} {shortened(line.part)}"


def _part(record: Any, line: _Line) -> Any:
    """Give the record that a line is about, or its result or action; None where there is no such one."""
    if not line.table.part:
        return None if line.part else record
    parts = record.get(line.table.parts) if isinstance(record, dict) else None
    if not isinstance(parts, list) or line.part not in map(str, range(len(parts))):
        return None
    return parts[int(line.part)]
