"""Accuracy of the matcher on texts that it has not seen, in three ways and beside its peers, in one run.

Reads double-coded texts from `--gold FILE ...` or RESILIENCE_GOLD; they do not belong here. Columns:
corpus, ref, text, primary_a, secondary_a, confidence_a, primary_b, secondary_b, confidence_b.
Charity aims among them: UK charity classification project, CC BY 4.0, https://charityclassification.org.uk.

Only texts on which the coders agree count. The rows differ in what was learnt from:
- by record: all there is in the repository but the records of the texts asked;
- corpus out: no record of the corpus asked, and no phrase that was written after reading tested texts;
- blind: the code frame, and phrases that were written from it alone. Nobody who wrote them had seen a tested
  text, so this row is the one to believe.

`-o evidence/learnt/measured.csv` keeps the figures for the page on matching; `--set` names the set of texts,
and rows of another set that are in the file stay.
"""

import argparse
import os
import random
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import pandas as pd
from matching_peers import Method, peers
from matching_rows import Asked, printed, row

from resilience.evidence import EvidenceBase, load
from resilience.evidence.learnt import Answer
from resilience.evidence.measured import ALL, BLIND, SURE, UNSURE, Measured, write_measured
from resilience.findings.lessons import PHRASES, Lesson, is_record, lessons, without_hindsight
from resilience.learning.held_out import HeldOut, Unseen, answer
from resilience.matching import match
from resilience.records.taxonomy import Words
from resilience.records.vocabulary import CodedBy

REPOSITORY = Path(__file__).parents[1]
PARTS = 5
FOLDERS = {"policy": "policies", "neighbourhood": "neighbourhoods", "study": "studies"}


class Text(NamedTuple):
    """A text that two coders typed; only where they agree is the type known."""

    text: str
    type: str
    named: frozenset[str]
    """All types that a coder named."""
    corpus: str
    record: str
    agreed: bool
    sure: bool
    """Whether both coders were."""

    def is_of(self, kind: str) -> bool:
        """Say whether it belongs into the row of a kind of texts."""
        return kind in (ALL, self.corpus, SURE if self.sure else UNSURE)


def main() -> None:
    """Print and write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", nargs="+", default=os.environ.get("RESILIENCE_GOLD", "").split())
    parser.add_argument(
        "--corpora", nargs="+", default=["policy", "charity", "grant"], help="which are asked"
    )
    parser.add_argument(
        "--only", choices=["by record", "corpus out", "blind", "peers"], help="one kind of row"
    )
    parser.add_argument("--set", default="development", help="the set of texts, such as 'kept apart'")
    parser.add_argument(
        "--by", type=CodedBy, choices=list(CodedBy), default=CodedBy.MODEL, help="who typed the texts"
    )
    parser.add_argument("-o", "--output", type=Path, help="write the figures there too, as CSV")
    options = parser.parse_args()
    if not (given := texts_in(options.gold)):
        return
    texts = [text for text in given if text.corpus in options.corpora]
    base = load(REPOSITORY)
    rows = [
        row
        for way, said in answered(base, [text for text in texts if text.agreed], options.only)
        for row in measured(way, texts, said, options.set, options.by)
    ]
    print(pd.DataFrame(map(printed, rows)).to_string(index=False))
    if options.output:
        write_measured(options.output, rows)


def texts_in(gold: Sequence[str]) -> list[Text]:
    """Read the texts of all files; where one is missing, say so and give none."""
    files = [Path(name) for name in gold]
    if not files or not all(file.exists() for file in files):
        print("The double-coded texts are not here, so nothing was measured. Next: --gold FILE")
        return []
    return [text for file in files for text in read(file)]


def read(file: Path) -> list[Text]:
    """Read the texts that two coders typed."""
    rows = pd.read_csv(file).fillna("")
    return [
        Text(
            row.text,
            row.primary_a,
            frozenset((row.primary_a, *_named(row.secondary_a), *_named(row.secondary_b))),
            row.corpus,
            row.ref.rpartition("#")[0] or row.ref,
            row.primary_a == row.primary_b,
            row.confidence_a == row.confidence_b == "high",
        )
        for row in rows.itertuples()
    ]


def _named(secondary: str) -> list[str]:
    return secondary.replace(";", " ").replace("|", " ").split()


def answered(
    base: EvidenceBase, texts: Sequence[Text], only: str | None
) -> Iterator[tuple[str, list[Answer]]]:
    """Give what each way, then each peer, says of the texts."""
    ways: dict[str, Callable[[], list[Answer]]] = {
        "by record": lambda: by_record(base, texts),
        "corpus out": lambda: corpus_out(base, texts),
        BLIND: lambda: blind(base, texts),
    }
    for name, way in ways.items():
        if only in (None, name):
            yield name, way()
    if only in (None, "peers"):
        for name, method in peers().items():
            yield f"{name}, {BLIND}", by_peer(base, texts, method)


def measured(
    way: str, texts: Sequence[Text], said: Sequence[Answer], name: str, by: CodedBy
) -> Iterator[Measured]:
    """Give a row for all texts, then for each corpus; `said` are the answers where the coders agree."""
    pairs = list(zip((text for text in texts if text.agreed), said, strict=True))
    for corpus in (ALL, *dict.fromkeys(text.corpus for text in texts), SURE, UNSURE):
        coded = sum(text.is_of(corpus) for text in texts)
        here = [(text, one) for text, one in pairs if text.is_of(corpus)]
        if not here:
            continue
        asked = Asked(name, corpus, by, coded)
        yield row(way, asked, [one for _, one in here], [text.named for text, _ in here])


def by_record(base: EvidenceBase, texts: Sequence[Text]) -> list[Answer]:
    """Learn five times from everything but the records of a fifth of the texts."""
    records = sorted({text.record for text in texts})
    random.Random(0).shuffle(records)
    part = {record: place % PARTS for place, record in enumerate(records)}
    said: dict[int, Answer] = {}
    for number in range(PARTS):
        asked = [place for place, text in enumerate(texts) if part[text.record] == number]
        hidden = {texts[place].record for place in asked}
        said |= dict(
            zip(asked, told(base, without_records(base, hidden), [texts[p] for p in asked]), strict=True)
        )
    return [said[place] for place in range(len(texts))]


def corpus_out(base: EvidenceBase, texts: Sequence[Text]) -> list[Answer]:
    """Learn for each corpus from records of other kinds, and from phrases by the code frame alone."""
    said: dict[int, Answer] = {}
    for corpus in {text.corpus for text in texts}:
        asked = [place for place, text in enumerate(texts) if text.corpus == corpus]
        folder = f"{FOLDERS.get(corpus, corpus)}/"
        taught = without_hindsight(base, lessons(base))
        taught = [one for one in taught if not one.source.startswith(folder)]
        said |= dict(zip(asked, told(base, taught, [texts[place] for place in asked]), strict=True))
    return [said[place] for place in range(len(texts))]


def blind(base: EvidenceBase, texts: Sequence[Text]) -> list[Answer]:
    """Learn from the code frame and what was written from it alone, without the ideas that came later."""
    return told(Blind(base.folder), from_code_frame(base), texts)


def from_code_frame(base: EvidenceBase) -> list[Lesson]:
    """Give the code frame, and the phrases that were written from it alone."""
    return [one for one in without_hindsight(base, lessons(base)) if not is_record(one)]


class Blind(EvidenceBase):
    """The evidence base without the words that were written after reading tested texts."""

    @cached_property
    def words(self) -> Words:
        """No ideas, decoys or bans."""
        return Words(version=1, ideas=(), decoys=())


def without_records(base: EvidenceBase, hidden: set[str]) -> list[Lesson]:
    """Give all lessons but those of some records."""
    return [one for one in lessons(base) if one.source.rpartition("/")[2] not in hidden]


def told(base: EvidenceBase, taught: Sequence[Lesson], asked: Sequence[Text]) -> list[Answer]:
    """Learn, put scores on a scale that the texts asked had no part in, and answer.

    The scale comes from records held out in turn, or from phrases where there is no record.
    """
    held_out = HeldOut(base, taught)
    has_records = any(is_record(one) for one in taught)
    found = held_out.unseen(is_record if has_records else lambda one: one.source.startswith(PHRASES), parts=3)
    scale = held_out.scale(found)
    lexicon = held_out.lexicon(taught)
    return [
        answer(Unseen(Lesson(one.text, one.type, 1.0, one.record), match(one.text, lexicon)), scale)
        for one in asked
    ]


def by_peer(base: EvidenceBase, texts: Sequence[Text], method: Method) -> list[Answer]:
    """Let a peer learn from what the blind row learns from."""
    found = method(from_code_frame(base), [text.text for text in texts])
    return [
        Answer(one.record, one.text, one.type, types[0], 0.0, "", *(*others(types), "", "", "")[:3], types[0])
        for one, types in zip(texts, found, strict=True)
    ]


def others(types: Sequence[str]) -> list[str]:
    """Give the types but `none`."""
    return [slug for slug in types if slug != "none"]


if __name__ == "__main__":
    main()
