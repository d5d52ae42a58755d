"""Tables are matched chunk by chunk, each text as if it stood alone, and what is done is not done again."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from tests.lexicon import project_lexicon

from resilience.bulk import Parts, State, match_table, new_columns, on_one_core
from resilience.bulk.run import Answer, Task, answers
from resilience.matching import match
from resilience.tables import Format, Table, Writer, open_table, writer_for

TEXTS = ["let local people vote on improvements to parks", "", "food bank", "memory of green paper", "x"] * 3


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Table:
    monkeypatch.setattr("resilience.tables.text_rows.MOST_ROWS", 4)
    path = tmp_path / "in.csv"
    path.write_text("id,text\n" + "".join(f"{row},{text}\n" for row, text in enumerate(TEXTS)))
    return open_table(path, Format.CSV, "utf-8")


@pytest.fixture
def writer(table: Table) -> Writer:
    return writer_for(table, Format.CSV, new_columns(""))


@pytest.fixture
def parts(tmp_path: Path) -> Parts:
    parts = Parts.beside(tmp_path / "out.csv")
    parts.begin(State("", "", {}))
    return parts


def test_each_answer_is_that_of_the_matcher() -> None:
    lexicon = project_lexicon()
    for text, answer in zip(TEXTS, answers(TEXTS, lexicon), strict=True):
        found = match(text, lexicon)
        kind, score, decision, runner_up, margin, alternatives, types, scores, why = answer
        assert (kind, decision, runner_up or "") == (found.type, found.decision, found.runner_up)
        assert (score, margin) == (
            pytest.approx(found.score, abs=0.05),
            pytest.approx(found.margin, abs=0.05),
        )
        assert tuple((str(alternatives or "")).split(";")) == (found.alternatives or ("",))
        assert types == (";".join(one.type for one in found.types) or None)
        assert scores == (";".join(f"{one.score:.1f}" for one in found.types) or None)
        assert all(sentence in str(why) for sentence in found.why)


def test_progress_comes_to_the_end(table: Table, writer: Writer, parts: Parts) -> None:
    reached: list[int] = []
    match_table(table, "text", writer, parts, on_one_core(project_lexicon()), reached.append)
    assert len(reached) == 4
    assert sorted(reached) == reached
    assert reached[-1] == table.size


def test_the_order_of_rows_does_not_depend_on_the_engine(table: Table, writer: Writer, parts: Parts) -> None:
    def backwards(tasks: Iterable[Task]) -> Iterator[tuple[Task, list[Answer]]]:
        for task in reversed(list(tasks)):
            yield task, [(text, 0.0, "", "", 0.0, "", "", "", "") for text in task.texts]

    lines = match_table(table, "text", writer, parts, backwards).read_text().splitlines()
    assert lines[1:] == [
        f'{row},{text},{text or EMPTY},0.0,"","",0.0,"","","",""' for row, text in enumerate(TEXTS)
    ]


EMPTY = '""'


def test_only_what_is_not_done_is_done(table: Table, writer: Writer, parts: Parts) -> None:
    lexicon = project_lexicon()
    engine = on_one_core(lexicon)
    whole = match_table(table, "text", writer, parts, engine).read_bytes()
    seen: list[int] = []

    def watched(tasks: Iterable[Task]) -> Iterator[tuple[Task, list[Answer]]]:
        for task in tasks:
            seen.append(task.number)
            yield task, answers(task.texts, lexicon)

    (parts.folder / "000002.part").unlink()
    assert match_table(table, "text", writer, parts, watched).read_bytes() == whole
    assert seen == [2]
