"""Write anew the list of English words that the matcher never takes for slips.

`python tools/english_words.py FOLDER` reads the word lists of SCOWL, such as /usr/share/dict/scowl after
`apt-get install scowl` on Debian, or `final` in its source (http://wordlist.aspell.net).
"""

import sys
from pathlib import Path

from resilience.matching.english import FILE
from resilience.matching.normalise import singular, words
from resilience.matching.slips import may_be_mended

WRITTEN = Path(__file__).parents[1] / "src/resilience/matching" / FILE
LARGEST = {
    "english": 70,
    "british": 70,
    "british_z": 70,
    "american": 70,
    "british_variant_1": 50,
    "variant_1": 50,
}
"""Up to which of SCOWL's sizes a spelling is read.

60 is meant for spelling checkers, 70 is what large dictionaries hold, 80 and 95 are oddities; 50 is common.
"""
KINDS = ("words", "upper", "abbreviations", "proper-names")


def english_words(folder: Path) -> list[str]:
    """Give the words that could be taken for slips, as the matcher folds them: sorted, in the singular."""
    found = set()
    for path in folder.iterdir():
        name, _, size = path.name.rpartition(".")
        spelling, _, kind = name.partition("-")
        if kind in KINDS and int(size) <= LARGEST.get(spelling, 0):
            found.update(path.read_text("latin-1").split())
    folded = [words(word) for word in found if not word.endswith("'s")]
    return sorted({singular(one[0]) for one in folded if len(one) == 1 and may_be_mended(one[0])})


if __name__ == "__main__":
    WRITTEN.write_text("\n".join(english_words(Path(sys.argv[1]))) + "\n", "ascii")
