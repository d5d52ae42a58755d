"""What a reference manager reads from RIS is what the record says."""

from hypothesis import given
from hypothesis import strategies as st
from tests.frozen import book

from resilience.evidence.ris import to_ris
from resilience.records.reference import Reference

WORK = Reference(
    key="mead-2010",
    kind="article",
    authors=("Mead, Nicola", "others"),
    year=2010,
    title="Effects of befriending",
    journal="Br J Psychiatry",
    volume="196",
    pages="96--101",
    doi="10.1192/bjp.bp.109.064089",
)
GOLDEN = """\
TY  - JOUR
AU  - Mead, Nicola
PY  - 2010
TI  - Effects of befriending
JO  - Br J Psychiatry
VL  - 196
SP  - 96
EP  - 101
DO  - 10.1192/bjp.bp.109.064089
UR  - https://doi.org/10.1192/bjp.bp.109.064089
ID  - mead-2010
ER  - 

"""


def parsed(text: str) -> list[dict[str, list[str]]]:
    works: list[dict[str, list[str]]] = []
    for line in text.split("\r\n"):
        if line.startswith("TY  - "):
            works.append({})
        if line and not line.startswith("ER"):
            works[-1].setdefault(line[:2], []).append(line[6:])
    return works


def test_a_work_is_written_field_by_field() -> None:
    assert to_ris([WORK]).replace("\r\n", "\n") == GOLDEN


def test_what_was_not_seen_is_left_out() -> None:
    assert parsed(to_ris([Reference(key="a", kind="misc")])) == [{"TY": ["GEN"], "ID": ["a"]}]


@given(st.text(min_size=1))
def test_no_text_can_start_a_field_of_its_own(title: str) -> None:
    (found,) = parsed(to_ris([Reference.model_construct(**{**dict(WORK), "title": f"x{title}"})]))
    assert found.keys() == {"TY", "AU", "PY", "TI", "JO", "VL", "SP", "EP", "DO", "UR", "ID"}
    assert found["TI"] == [" ".join(f"x{title}".split())]


def test_all_works_of_a_book_come_back() -> None:
    works = book().references
    found = parsed(to_ris(works.values()))
    assert [one["ID"][0] for one in found] == list(works)
    assert sum("TI" in one for one in found) == sum(work.title is not None for work in works.values())
