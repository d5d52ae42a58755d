"""What the matcher learns from a small evidence base, how it is kept, and when it is old."""

import shutil
from pathlib import Path

import pytest

from resilience.evidence import EvidenceBase
from resilience.evidence.learnt import read_answers, read_scale, read_weights, stale_learnt, write_learnt
from resilience.findings.lessons import PHRASES, TAXONOMY, coded, digests, is_record, lessons
from resilience.findings.lexicon import lexicon_of
from resilience.learning.learn import Learnt, learn

GOOD = Path(__file__).parents[1] / "checks/good/evidence"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> EvidenceBase:
    folder = tmp_path_factory.mktemp("repository") / "evidence"
    shutil.copytree(GOOD, folder)
    return EvidenceBase(folder)


@pytest.fixture(scope="module")
def learnt(base: EvidenceBase) -> Learnt:
    found = learn(base)
    write_learnt(base.folder, *found)
    return found


def test_what_is_stored_is_what_the_evidence_teaches(base: EvidenceBase, learnt: Learnt) -> None:
    assert stale_learnt(base.folder, *learn(base)) == []


def test_two_trainings_give_the_same_bytes(base: EvidenceBase, learnt: Learnt) -> None:
    before = {path.name: path.read_bytes() for path in (base.folder / "learnt").glob("*.csv")}
    write_learnt(base.folder, *learn(EvidenceBase(base.folder)))
    assert {path.name: path.read_bytes() for path in (base.folder / "learnt").glob("*.csv")} == before
    assert len(before) == 4


def test_what_is_read_back_says_the_same_as_what_was_learnt(base: EvidenceBase, learnt: Learnt) -> None:
    assert read_weights(base.folder) == learnt.weights
    assert read_scale(base.folder) == learnt.scale


def test_every_coded_text_of_a_record_is_answered(base: EvidenceBase, learnt: Learnt) -> None:
    answered = sorted((answer.source, answer.text, answer.coded) for answer in read_answers(base.folder))
    assert answered == sorted((one.source, one.text, one.type) for one in coded(base))


@pytest.mark.parametrize("line", ["points", "named"])
def test_the_scale_rises_and_stays_below_certainty(base: EvidenceBase, learnt: Learnt, line: str) -> None:
    points = getattr(read_scale(base.folder), line)
    assert list(points) == sorted(points)
    assert [score for _, score in points] == sorted(score for _, score in points)
    assert points[-1][1] < 100


def test_weights_speak_of_all_types_and_only_of_them(base: EvidenceBase, learnt: Learnt) -> None:
    weights = read_weights(base.folder)
    spoken = {slug for _, row in weights.signs.values() for slug in row}
    assert spoken <= {*base.types, "none"}
    assert set(weights.leanings) == {*base.types, "none"}


def test_the_lexicon_holds_no_text_from_outside_the_evidence(base: EvidenceBase, learnt: Learnt) -> None:
    known = {lesson.text for lesson in lessons(base)}
    assert {phrase.text for phrase in lexicon_of(base).coded} <= known


def test_only_texts_of_records_are_compared_with(base: EvidenceBase, learnt: Learnt) -> None:
    coded = lexicon_of(base).coded
    assert {phrase.source for phrase in coded} == {one.source for one in lessons(base) if is_record(one)}
    assert list(coded) == sorted(set(coded))


def test_the_code_frame_and_phrases_are_taught_but_not_asked(base: EvidenceBase, learnt: Learnt) -> None:
    sources = {lesson.source for lesson in lessons(base)}
    assert {TAXONOMY, f"{PHRASES}first"} <= sources
    assert not {answer.source for answer in read_answers(base.folder)} & {TAXONOMY, f"{PHRASES}first"}


@pytest.mark.parametrize(
    ("file", "old", "new", "part"),
    [
        ("policies/warm-homes-2019.yml", "text: insulate lofts", "text: insulate attics", ["coded texts"]),
        ("policies/warm-homes-2019.yml", "coded: none", "coded: green-space", ["coded texts"]),
        ("policies/warm-homes-2019.yml", "text: lend heaters in winter", "text: lend heaters", []),
        ("policies/warm-homes-2019.yml", "summary: Grants", "summary: Some grants", []),
        ("phrases/first.yml", "- improve customer service", "- improve customers", ["phrases"]),
        ("phrases/first.yml", "alone: true", "alone: false", ["phrases"]),
        ("phrases/first.yml", "how: From", "how: Written from", []),
        ("taxonomy.yml", "- warm homes", "- warm rooms", ["taxonomy.yml"]),
        ("words.yml", "- cold home", "- cold room", ["words.yml"]),
    ],
)
def test_a_digest_tells_which_part_has_changed(
    tmp_path: Path, file: str, old: str, new: str, part: list[str]
) -> None:
    before = digests(EvidenceBase(GOOD))
    folder = tmp_path / "evidence"
    shutil.copytree(GOOD, folder)
    text = (folder / file).read_text("utf-8")
    assert text.count(old) == 1
    (folder / file).write_text(text.replace(old, new), "utf-8")
    after = digests(EvidenceBase(folder))
    assert [name for name in before if before[name] != after[name]] == part
