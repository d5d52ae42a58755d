"""The lexicon holds when the code frame has moved on since the matcher learnt."""

import shutil
from pathlib import Path

import pytest

from resilience.evidence import EvidenceBase
from resilience.evidence.learnt import write_learnt
from resilience.findings.lessons import CODED, Lesson
from resilience.findings.lexicon import OFTEN, lexicon_of, often
from resilience.learning.learn import learn
from resilience.matching import match

GOOD = Path(__file__).parents[1] / "checks/good/evidence"
OF_GREEN_SPACE = "open a park with trees"
NEW = """  - slug: air-quality
    domain: living-environment
    origin: programme
    label: Air quality
    definition: Clean air.
    terms:
      - smoke
themes:
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Learn from a good folder."""
    folder = tmp_path / "evidence"
    shutil.copytree(GOOD, folder)
    base = EvidenceBase(folder)
    write_learnt(folder, *learn(base))
    return folder


def changed(folder: Path, old: str, new: str) -> EvidenceBase:
    path = folder / "taxonomy.yml"
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
    return EvidenceBase(folder)


def test_a_type_that_is_not_learnt_yet_is_found_by_its_names_alone(folder: Path) -> None:
    before = match(OF_GREEN_SPACE, lexicon_of(EvidenceBase(folder)))
    lexicon = lexicon_of(changed(folder, "themes:\n", NEW))
    assert match("Air quality", lexicon).type == "air-quality"
    assert match(OF_GREEN_SPACE, lexicon).type == before.type
    for text in (OF_GREEN_SPACE, "improve customer service", "hold a fair"):
        found = match(text, lexicon).candidates
        assert max(found.lean, key=lambda slug: found.lean[slug]) != "air-quality"


def test_a_type_that_has_left_the_code_frame_falls_away(folder: Path) -> None:
    base = EvidenceBase(folder)
    types = base.taxonomy.types[:1]
    base.__dict__["taxonomy"] = base.taxonomy.model_copy(update={"types": types})
    base.__dict__["studies"] = base.__dict__["policies"] = base.__dict__["all_neighbourhoods"] = {}
    lexicon = lexicon_of(base)
    assert lexicon.types == ("green-space", "none")
    assert match(OF_GREEN_SPACE, lexicon).type == "green-space"


def test_a_slip_may_mean_a_word_that_stands_in_several_texts() -> None:
    taught = [
        Lesson(f"park park number {number}", "green-space", CODED, "policies/a") for number in range(OFTEN)
    ]
    assert often(taught) == ["number", "park"]
    assert often(taught[1:]) == []
