"""What a name stands for, in a build and by hand, and that each notebook lists what it asks."""

import pickle
from pathlib import Path

import pytest

from resilience import asks
from resilience.asks import ANSWERS, NotDeclaredError, answer, ask
from resilience.evidence import EvidenceBase
from resilience.execution.imports import asked_in
from resilience.execution.inputs import listed
from resilience.findings import Findings

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.md"))


def test_a_name_is_a_function_or_a_part_of_the_view(frozen: EvidenceBase) -> None:
    view = Findings(frozen)
    assert answer(view, "findings.counts.studies") == len(frozen.studies)
    assert answer(view, "view.base.survey.evaluation") is frozen.survey.evaluation


@pytest.mark.parametrize(
    "name", ["findings.counts.stories", "findings.count.studies", "view.stories", "studies"]
)
def test_a_name_that_stands_for_nothing(frozen: EvidenceBase, name: str) -> None:
    with pytest.raises(LookupError, match=f"`{name}` stands for nothing: "):
        answer(Findings(frozen), name)


def test_in_a_build_the_answers_are_those_that_were_handed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "answers").write_bytes(pickle.dumps({"findings.counts.studies": pickle.dumps([1])}))
    monkeypatch.setenv(ANSWERS, str(tmp_path / "answers"))
    ask("findings.counts.studies").append(2)
    assert ask("findings.counts.studies") == [1]
    with pytest.raises(NotDeclaredError, match=r"Add `findings\.counts\.policies` to `asks:`"):
        ask("findings.counts.policies")


def test_by_hand_the_evidence_of_the_folder_answers(
    frozen: EvidenceBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(ANSWERS, raising=False)
    monkeypatch.chdir(ROOT / "tests/book/prose")
    asks._view.cache_clear()
    assert ask("findings.counts.studies") == len(frozen.studies)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_each_notebook_lists_what_it_asks(path: Path, frozen: EvidenceBase) -> None:
    text = path.read_text("utf-8")
    cells = [part.partition("```")[0] for part in text.split("```{code-cell} ipython3\n")[1:]]
    code = ["\n".join(line for line in cell.splitlines() if not line.startswith(":")) for cell in cells]
    assert asked_in(code) == {*listed(text, "asks")}
    assert all(answer(Findings(frozen), name) is not None for name in listed(text, "asks"))
