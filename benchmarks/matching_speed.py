"""Time matching: phrases, a register of aims as a file, and rapidfuzz over the same terms.

Each task runs in a process of its own, on one core. Aims of a register are not part of this repository:
`--gold FILE` (or RESILIENCE_GOLD) names a CSV file with the column `text`, which is repeated with noise.
"""

import csv
import os
import random
import resource
import string
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import cycle, islice
from pathlib import Path

from rapidfuzz import fuzz, process

from resilience.bulk import Parts, match_table, new_columns, on_this_machine, state_of
from resilience.evidence import EvidenceBase, load
from resilience.findings.lexicon import lexicon_of
from resilience.matching import Lexicon, match
from resilience.tables import Format, open_table, writer_for

REPOSITORY = Path(__file__).parents[1]
PHRASES, SECONDS_FOR_PHRASES = 10_000, 3
AIMS, SECONDS_FOR_AIMS = 170_000, 60
COMPARED, TIMES_AS_FAST = 1_000, 3
ROUNDS = 5
"""Turn and turn about, the best of each counts, for the machine may be busy."""


@cache
def base() -> EvidenceBase:
    """Read the evidence."""
    return load(REPOSITORY)


@cache
def lexicon() -> Lexicon:
    """Compile the lexicon, and what is made at the first match."""
    found = lexicon_of(base())
    match("a first match", found)
    return found


def phrases(number: int) -> list[str]:
    """Give actions of policies, with a typing mistake in each."""
    actions = [action.text for policy in base().policies.values() for action in policy.actions]
    return list(islice(noisy(actions), number))


def noisy(texts: Sequence[str]) -> Iterator[str]:
    """Repeat texts without end, with one character of each changed, left out or doubled."""
    source = random.Random(1)
    for text in cycle(texts):
        place = source.randrange(len(text))
        instead = source.choice(["", text[place] * 2, source.choice(string.ascii_lowercase)])
        yield text[:place] + instead + text[place + 1 :]


def match_phrases(reasons: bool) -> None:
    """Match phrases, with the sentences that say why or without."""
    texts, known = phrases(PHRASES), lexicon()
    started = now()
    for text in texts:
        found = match(text, known)
        if reasons:
            assert found.why is not None
    target = "" if reasons else f"target {SECONDS_FOR_PHRASES} s"
    show(f"{PHRASES:,} phrases{' with reasons' if reasons else ''}", started, target)


def match_register(gold: Path | None, rows: int) -> None:
    """Match a file as `resilience match` does, from reading it to the whole result."""
    if gold is None:
        print(f"{rows:,} aims: left out, for --gold names no file of texts")
        return
    with gold.open(encoding="utf-8") as file:
        texts = [row["text"] for row in csv.DictReader(file)]
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "aims.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("id", "text"), *enumerate(islice(noisy(texts), rows))])
        known = lexicon()
        started = now()
        table = open_table(path, Format.CSV, "utf-8")
        writer = writer_for(table, Format.CSV, new_columns(""))
        parts = Parts.beside(path)
        parts.begin(state_of(path, known, {}))
        match_table(table, "text", writer, parts, on_this_machine(known))
        target = f"target {SECONDS_FOR_AIMS} s" if rows == AIMS else ""
        show(f"{rows:,} aims in a file", started, target)


def compare() -> None:
    """Compare the rate with that of rapidfuzz, which looks for the best of all terms."""
    known = lexicon()
    terms = [term for names in known.to_plain()["terms"].values() for term in names]
    texts = phrases(COMPARED)
    rounds = [
        (
            seconds(lambda text: process.extractOne(text, terms, scorer=fuzz.WRatio), texts),
            seconds(lambda text: match(text, known), texts),
        )
        for _ in range(ROUNDS)
    ]
    theirs, ours = map(min, zip(*rounds, strict=True))
    print(f"{COMPARED:,} phrases: {ours:.2f} s; rapidfuzz WRatio over {len(terms):,} terms: {theirs:.2f} s")
    print(f"rate beside rapidfuzz: {theirs / ours:.1f} times (target at least {TIMES_AS_FAST})")


def seconds(call: Callable[[str], object], texts: Sequence[str]) -> float:
    """Time a call for each text."""
    started = time.perf_counter()
    for text in texts:
        call(text)
    return time.perf_counter() - started


def now() -> tuple[float, float]:
    """Read the clock, and the time for which this process had a core, which differ on a busy machine."""
    return time.perf_counter(), time.process_time()


def show(name: str, started: tuple[float, float], target: str) -> None:
    """Print a row of the table."""
    taken, on_core = (after - before for after, before in zip(now(), started, strict=True))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:30} {taken:6.1f} s {on_core:6.1f} s on the core {peak:6.0f} MB  {target}")


def main() -> None:
    """Print the table, or do one task and print its row."""
    parser = ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--gold", type=Path, default=os.environ.get("RESILIENCE_GOLD"))
    parser.add_argument("task", nargs="?")
    words = parser.parse_args()
    tasks: dict[str, Callable[[], None]] = {
        "phrases": lambda: match_phrases(reasons=False),
        "reasons": lambda: match_phrases(reasons=True),
        "small": lambda: match_register(words.gold, AIMS // 10),
        "register": lambda: match_register(words.gold, AIMS),
        "compare": compare,
    }
    if words.task:
        tasks[words.task]()
        return
    for name in tasks:
        subprocess.run([sys.executable, __file__, *sys.argv[1:], name], check=True)


if __name__ == "__main__":
    main()
