"""Accuracy of the matcher beside its peers, on texts that none of them has seen, in one run.

Reads the double-coded texts from `--gold FILE` or RESILIENCE_GOLD; they do not belong to the project.
Charity aims among them: UK charity classification project, CC BY 4.0, https://charityclassification.org.uk.
"""

import argparse
import os
import random
import warnings
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean

import pandas as pd
from rapidfuzz import fuzz, process

from resilience.evidence import load
from resilience.evidence.learnt import Answer
from resilience.findings.lessons import TAXONOMY, defined, lessons
from resilience.findings.lexicon import UNSCALED, Lesson, assemble
from resilience.learning import accuracy
from resilience.learning.train import train
from resilience.matching import Lexicon, match

REPOSITORY = Path(__file__).parents[1]
PARTS = 5
Texts = pd.DataFrame
Method = Callable[[Texts, Texts], list[list[str]]]
"""Takes the texts to learn from and the texts to type; gives for each its types, the likeliest first."""


def main() -> None:
    """Print and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", default=os.environ.get("RESILIENCE_GOLD"))
    parser.add_argument("-o", "--output", type=Path, help="Write the table there too, as Markdown.")
    options = parser.parse_args()
    if not options.gold or not Path(options.gold).exists():
        print("The double-coded texts are not here, so nothing was measured. Next: --gold FILE")
        return
    texts = agreed(Path(options.gold))
    table = pd.DataFrame([measured(name, method, texts) for name, method in methods().items()])
    print(table.to_string(index=False))
    if options.output:
        options.output.write_text(table.to_csv(sep="|", index=False), encoding="utf-8")


def agreed(path: Path) -> Texts:
    """Read the texts on which the coders agree, each in a part by its record."""
    texts = pd.read_csv(path)
    texts = texts[texts["primary_a"] == texts["primary_b"]].assign(coded=lambda frame: frame["primary_a"])
    texts["record"] = texts["ref"].str.replace(r"#\d+$", "", regex=True)
    records = sorted(texts["record"].unique())
    random.Random(0).shuffle(records)
    part = {record: place % PARTS for place, record in enumerate(records)}
    return texts.assign(part=texts["record"].map(part)).reset_index(drop=True)


def measured(name: str, method: Method, texts: Texts) -> dict[str, object]:
    """Cross-validate a method; measure it on policies and charities, as the part kept back holds."""
    said: list[Answer] = []
    for part in range(PARTS):
        asked = texts[texts["part"] == part]
        for row, types in zip(asked.itertuples(), method(texts[texts["part"] != part], asked), strict=True):
            if row.corpus in ("policy", "charity"):
                others = [slug for slug in types if slug != "none"]
                said.append(
                    Answer(row.record, row.text, row.coded, types[0], 0.0, "", *(*others, "", "", "")[:3])
                )
    top = accuracy.in_first_three(said).value
    return {
        "method": name,
        "micro F1": round(accuracy.micro_f1(said), 3),
        "macro F1": round(accuracy.macro_f1(said), 3),
        "first three": round((top or 0) / 100, 3),
        "n": len(said),
    }


def methods() -> dict[str, Method]:
    """Give the matcher and its peers, by name."""
    found: dict[str, Method] = {
        "this matcher, learnt from the evidence alone": matcher,
        "TF-IDF and linear SVM": svm,
        "rapidfuzz partial_ratio on labels and terms": fuzzy(fuzz.partial_ratio),
        "rapidfuzz token_set_ratio on labels and terms": fuzzy(fuzz.token_set_ratio),
        "rapidfuzz WRatio on labels and terms": fuzzy(fuzz.WRatio),
    }
    if find_spec("sentence_transformers"):
        found["sentence embeddings and logistic regression"] = embeddings
    else:
        print("sentence-transformers is not installed, so its row is left out.")
    return found


def matcher(_: Texts, asked: Texts) -> list[list[str]]:
    """Learn from all evidence but the records of the texts asked; charities are never learnt from."""
    base = load(REPOSITORY)
    hidden = set(asked["record"])
    taught = [lesson for lesson in lessons(base) if lesson.source.rpartition("/")[2] not in hidden]
    known = sorted({lesson for lesson in taught if lesson.source != TAXONOMY})
    lexicon = Lexicon.from_plain(assemble(base, train(base, taught), UNSCALED, known))
    found = [match(text, lexicon) for text in asked["text"]]
    return [[one.type, *(slug for slug in one.alternatives if slug != one.type)] for one in found]


def code_frame() -> list[Lesson]:
    """Give the labels, definitions and terms of the code frame."""
    return list(defined(load(REPOSITORY)))


def svm(taught: Texts, asked: Texts) -> list[list[str]]:
    """Learn from words and characters, with the code frame's own words."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import make_pipeline, make_union
    from sklearn.svm import LinearSVC

    frame = code_frame()
    signs = make_union(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True),
    )
    model = make_pipeline(signs, LinearSVC(class_weight="balanced"))
    model.fit(
        [*taught["text"], *(one.text for one in frame)], [*taught["coded"], *(one.type for one in frame)]
    )
    return ranked(model.decision_function(asked["text"]), model.classes_)


def embeddings(taught: Texts, asked: Texts) -> list[list[str]]:
    """Learn from sentence embeddings; the model must be on the machine."""
    from sentence_transformers import SentenceTransformer
    from sklearn.linear_model import LogisticRegression

    encoder = SentenceTransformer("all-MiniLM-L6-v2")
    model = LogisticRegression(C=10, max_iter=1000, class_weight="balanced")
    model.fit(encoder.encode(list(taught["text"])), taught["coded"])
    return ranked(model.predict_proba(encoder.encode(list(asked["text"]))), model.classes_)


def ranked(strengths: object, types: object) -> list[list[str]]:
    """Order the types of each text by strength."""
    frame = pd.DataFrame(strengths, columns=types)
    return [list(row.sort_values(ascending=False).index[:4]) for _, row in frame.iterrows()]


def fuzzy(scorer: Callable[..., float]) -> Method:
    """Give the type of the phrase that is most alike; below the best bound on what is taught, none."""
    phrases = {one.text.lower(): one.type for one in code_frame()}

    @cache
    def likeness(text: str) -> dict[str, float]:
        best: dict[str, float] = {}
        for phrase, score, _ in process.extract(text.lower(), list(phrases), scorer=scorer, limit=20):
            best.setdefault(phrases[phrase], score)
        return best

    def types(text: str, bound: float) -> list[str]:
        kept = [slug for slug, score in likeness(text).items() if score >= bound]
        return [*kept, "none"] if kept else ["none", *likeness(text)]

    def method(taught: Texts, asked: Texts) -> list[list[str]]:
        def right(bound: float) -> float:
            pairs = zip(taught["text"], taught["coded"], strict=True)
            return fmean(types(text, bound)[0] == coded for text, coded in pairs)

        bound = max(range(0, 100, 10), key=right)
        return [types(text, bound) for text in asked["text"]]

    return method


if __name__ == "__main__":
    warnings.filterwarnings("ignore", category=FutureWarning)
    main()
