"""The files of the index: hits, their sentences, and who says which word, by its first letter."""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from resilience.site.search.hits import Found
from resilience.site.search.text import words_in

PAGES = "pages.json"
Holders = dict[str, list[list[int] | None]]
"""By word, the pages that say it at once and those that say it further down; None stands for nearly all."""
SAYS = "says-{}.json"
TOO_COMMON = 0.3
"""Words on more than this share of the pages hardly tell one from another: no list of pages is kept."""
OF_THE_TEMPLATE = 0.8
FEWEST_ALIKE = 20
"""A word on more than this share of so many pages of a kind is their template's, and says nothing of one."""
IN_ONE_FILE = 50
"""Pages whose sentences stand in one file, for a browser fetches those of the hits that it shows."""


def write_index(folder: Path, found: Found, words: Sequence[Iterable[str]]) -> None:
    """Write the index; `words` are those of the pages, in the order of the hits."""
    says = [hit.says for hit in found.hits]
    own = _without_template([hit.docname.partition("/")[0] for hit in found.hits], words)
    by_letter = _by_letter(own, [words_in(text) for text in says])
    texts = {f"{letter}.json": _json(held) for letter, held in by_letter.items()}
    for start in range(0, len(says), IN_ONE_FILE):
        texts[SAYS.format(start // IN_ONE_FILE)] = _json(says[start : start + IN_ONE_FILE])
    # A browser that keeps old files of words would look them up under new numbers of pages.
    version = hashlib.sha256("".join(texts.values()).encode()).hexdigest()[:8]
    texts[PAGES] = _json(
        {
            "version": version,
            "letters": "".join(sorted(by_letter)),
            "perFile": IN_ONE_FILE,
            "ideas": found.ideas,
            "pages": [hit.as_row() for hit in found.hits],
        }
    )
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        path = folder / name
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")


def _without_template(folders: Sequence[str], words: Sequence[Iterable[str]]) -> list[set[str]]:
    """Take from the words of each page those that nearly all pages of its folder have."""
    sizes = Counter(folders)
    counts = Counter(
        pair for folder, held in zip(folders, words, strict=True) for pair in product([folder], held)
    )
    return [
        {
            word
            for word in held
            if sizes[folder] < FEWEST_ALIKE or counts[folder, word] <= OF_THE_TEMPLATE * sizes[folder]
        }
        for folder, held in zip(folders, words, strict=True)
    ]


def _by_letter(words: Sequence[set[str]], said: Sequence[set[str]]) -> dict[str, Holders]:
    """Give the holders of words by their first letter."""
    soon: dict[str, list[int]] = defaultdict(list)
    later: dict[str, list[int]] = defaultdict(list)
    for number, (held, first) in enumerate(zip(words, said, strict=True)):
        for word in first:
            soon[word].append(number)
        for word in held - first:
            later[word].append(number)
    by_letter: dict[str, Holders] = defaultdict(dict)
    for word in sorted({*soon, *later}):
        tells = len(soon[word]) + len(later[word]) <= TOO_COMMON * len(words)
        by_letter[word[0]][word] = [_distances(soon[word]), _distances(later[word]) if tells else None]
    return dict(by_letter)


def _distances(numbers: Sequence[int]) -> list[int]:
    """Give each number as its distance from the one before, which compresses better."""
    return [b - a for a, b in zip([0, *numbers], numbers, strict=False)]


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
