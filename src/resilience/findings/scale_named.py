"""Which scale a result counts the points of, by the words of its unit and measure."""

import re
from collections.abc import Iterable

from resilience.records.scale import Scale
from resilience.records.study import Outcome


def scale_named(scales: Iterable[Scale], outcome: Outcome) -> Scale | None:
    """Give the scale that a result names; of several the one with the longest words, None where none fits."""
    text = f"{outcome.unit or ''} | {outcome.measure}"
    found = [(len(words), scale) for scale in scales for words in scale.words if _names(words, text)]
    return max(found, key=lambda pair: (pair[0], pair[1].slug), default=(0, None))[1]


def _names(words: str, text: str) -> bool:
    # A name within a longer one, such as WEMWBS within SWEMWBS, is another scale's.
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE) is not None
