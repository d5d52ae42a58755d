"""Other ways to find the type of a text, beside which the matcher is measured."""

from collections.abc import Callable, Sequence
from functools import cache
from importlib.util import find_spec
from statistics import fmean

import pandas as pd
from rapidfuzz import fuzz, process

from resilience.findings.lessons import Lesson

NONE = "none"
Method = Callable[[Sequence[Lesson], Sequence[str]], list[list[str]]]
"""Takes texts of known type and texts to type; gives for each its types, the likeliest first."""


def peers() -> dict[str, Method]:
    """Give the methods by name; what is not installed is left out and said."""
    found: dict[str, Method] = {
        "TF-IDF and linear SVM": svm,
        "rapidfuzz partial_ratio": fuzzy(fuzz.partial_ratio),
        "rapidfuzz token_set_ratio": fuzzy(fuzz.token_set_ratio),
        "rapidfuzz WRatio": fuzzy(fuzz.WRatio),
    }
    if find_spec("sentence_transformers"):
        found["sentence embeddings and logistic regression"] = embeddings
    else:
        print("sentence-transformers is not installed, so its row is left out.")
    return found


def svm(taught: Sequence[Lesson], asked: Sequence[str]) -> list[list[str]]:
    """Learn from words and characters."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import make_pipeline, make_union
    from sklearn.svm import LinearSVC

    signs = make_union(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True),
    )
    model = make_pipeline(signs, LinearSVC(class_weight="balanced"))
    model.fit([one.text for one in taught], [one.type for one in taught])
    return ranked(model.decision_function(list(asked)), model.classes_)


def embeddings(taught: Sequence[Lesson], asked: Sequence[str]) -> list[list[str]]:
    """Learn from sentence embeddings; the model must be on the machine."""
    from sentence_transformers import SentenceTransformer
    from sklearn.linear_model import LogisticRegression

    encoder = SentenceTransformer("all-MiniLM-L6-v2")
    model = LogisticRegression(C=10, max_iter=1000, class_weight="balanced")
    model.fit(encoder.encode([one.text for one in taught]), [one.type for one in taught])
    return ranked(model.predict_proba(encoder.encode(list(asked))), model.classes_)


def ranked(strengths: object, types: object) -> list[list[str]]:
    """Order the types of each text by strength."""
    frame = pd.DataFrame(strengths, columns=types)
    return [list(row.sort_values(ascending=False).index[:4]) for _, row in frame.iterrows()]


def fuzzy(scorer: Callable[..., float]) -> Method:
    """Give the type of the phrase of the code frame that is most alike; none where it is below a bound."""

    def method(taught: Sequence[Lesson], asked: Sequence[str]) -> list[list[str]]:
        phrases = {one.text.lower(): one.type for one in taught if one.source == "taxonomy"}

        @cache
        def likeness(text: str) -> dict[str, float]:
            best: dict[str, float] = {}
            for phrase, score, _ in process.extract(text.lower(), list(phrases), scorer=scorer, limit=20):
                best.setdefault(phrases[phrase], score)
            return best

        def types(text: str, bound: float) -> list[str]:
            kept = [slug for slug, score in likeness(text).items() if score >= bound]
            return [*kept, NONE] if kept else [NONE, *likeness(text)]

        # Every fifth is enough to set a bound by, and keeps this from taking longer than all the rest.
        some = [one for one in taught if one.source != "taxonomy"][::5]

        def right(bound: float) -> float:
            return fmean(types(one.text, bound)[0] == one.type for one in some)

        bound = max(range(0, 100, 10), key=right)
        return [types(text, bound) for text in asked]

    return method
