"""Learn how much each sign speaks for each type, by a linear support vector machine for each type."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from math import fsum, log
from typing import TYPE_CHECKING, Any, NamedTuple

from resilience.evidence import EvidenceBase
from resilience.evidence.learnt import LearntWeights
from resilience.findings.lessons import Lesson
from resilience.findings.lexicon import NEVER, UNLEARNT, UNSCALED, assemble
from resilience.matching import Lexicon
from resilience.matching.characters import RUN, runs, weighed_runs
from resilience.matching.lexicon import NONE
from resilience.matching.signs import read, spoken, strengths

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix

FREEDOM = 0.5
"""Inverse of the L2 penalty: the larger, the closer to the lessons; found by cross-validation."""
PAIR_SEEN, RUN_SEEN = 2, 10
"""A pair of words, or a run of letters, must be seen this often to be kept."""
SECOND_COUNTS = 0.5
"""How much a text speaks for the second type that it names, beside one whose first type it is."""
NONE_AHEAD = 0.4
"""What speaks for no type before a word is read, for more of the texts that come in have none than here."""
SMALLEST = 0.165
"""A weight below this is left out of the file, and a pair or a run without a weight."""


class Shown(NamedTuple):
    """What a text shows before anything is learnt: its signs by strength, and the words that are spelt."""

    signs: Mapping[str, float]
    words: tuple[str, ...]


class Trainer:
    """Texts of known type, read once, from any choice of which weights can be learnt."""

    def __init__(self, base: EvidenceBase, taught: Iterable[Lesson]) -> None:
        """Read the texts."""
        self._book = Lexicon.from_plain(assemble(base, UNLEARNT, UNSCALED, [])).book
        self._types = [*base.types, NONE]
        self._shown = {lesson.text: self._read(lesson.text) for lesson in taught}

    def _read(self, text: str) -> Shown:
        reading = read(text, self._book)
        return Shown(strengths(reading, self._book), tuple(spoken(reading)))

    def train(self, taught: Sequence[Lesson]) -> LearntWeights:
        """Learn weights: first from all signs, then again from those that had a say.

        Each type counts the same whatever its number of texts. A text speaks for a second type that it names,
        if less. Fan et al. (2008), LIBLINEAR, J. Mach. Learn. Res. 9. Needs scikit-learn (extra `learn`).
        """
        shown = [self._shown[lesson.text] for lesson in taught]
        rarity = rarities(shown)
        first = self._fit(taught, shown, rarity)
        kept = {
            sign: rare
            for sign, rare in rarity.items()
            if first.signs[sign][1] or sign.startswith(ALWAYS_KEPT)
        }
        return self._fit(taught, shown, kept)

    def _fit(
        self, taught: Sequence[Lesson], shown: Sequence[Shown], rarity: Mapping[str, float]
    ) -> LearntWeights:
        import numpy as np
        from sklearn.svm import LinearSVC

        columns = {sign: column for column, sign in enumerate(sorted(rarity))}
        table = _table([_weighed(one, rarity) for one in shown], columns)
        types, also = (np.array([getattr(lesson, name) for lesson in taught]) for name in ("type", "also"))
        count = np.array([lesson.weight for lesson in taught])
        weights = np.zeros((len(self._types), len(columns)))
        leanings = dict.fromkeys(self._types, NEVER)
        for place, slug in enumerate(self._types):
            first, second = types == slug, also == slug
            named = first | second
            if named.all():
                leanings[slug] = -NEVER
            elif first.any():
                balance = np.where(named, len(taught) / len(self._types) / first.sum(), 1.0)
                share = np.where(second, SECOND_COUNTS, 1.0)
                model = LinearSVC(C=FREEDOM, tol=1e-3, max_iter=400, random_state=0)
                model.fit(table, named, sample_weight=count * balance * share)
                weights[place] = model.coef_[0]
                ahead = NONE_AHEAD if slug == NONE else 0.0
                leanings[slug] = round(100 * (float(model.intercept_[0]) + ahead))
        return LearntWeights(leanings, self._told(list(columns), weights, rarity))

    def _told(
        self, names: Sequence[str], weights: "np.ndarray[Any, Any]", rarity: Mapping[str, float]
    ) -> dict[str, tuple[float, dict[str, int]]]:
        hundredths = (weights * (abs(weights) >= SMALLEST) * 100).round().astype(int)
        return {
            name: (rarity[name], {self._types[place]: int(column[place]) for place in column.nonzero()[0]})
            for name, column in zip(names, hundredths.T, strict=True)
        }


ALWAYS_KEPT = ("word ", "start ", "idea ", "term ")
"""Signs that are kept though they speak for no type: texts are compared by them."""


def rarities(found: Sequence[Shown]) -> dict[str, float]:
    """Give each sign's rarity, 1 and the log of how many texts there are for each that shows it (to 0.01).

    Spärck Jones (1972), A statistical interpretation of term specificity, J. Documentation 28(1).
    """
    seen = Counter(sign for one in found for sign in one.signs)
    seen.update(run for one in found for run in {run for word in one.words for run in runs(word)})
    whole = len(found)
    return {
        sign: round(log((1 + whole) / (1 + count)) + 1, 2)
        for sign, count in seen.items()
        if count >= (PAIR_SEEN if sign.startswith("pair ") else RUN_SEEN if sign.startswith(RUN) else 1)
    }


def _weighed(shown: Shown, rarity: Mapping[str, float]) -> dict[str, float]:
    kept = {sign: value * rarity[sign] for sign, value in shown.signs.items() if sign in rarity}
    length = fsum(value * value for value in kept.values()) ** 0.5 or 1.0
    return {sign: value / length for sign, value in kept.items()} | weighed_runs(shown.words, rarity)


def _table(rows: Sequence[Mapping[str, float]], columns: Mapping[str, int]) -> "csr_matrix":
    from scipy.sparse import csr_matrix

    starts = [0, *accumulate(len(row) for row in rows)]
    places = [columns[sign] for row in rows for sign in row]
    values = [value for row in rows for value in row.values()]
    return csr_matrix((values, places, starts), (len(rows), len(columns)))
