"""Notices, corrections and old names: on the page of the record, and on what changed."""

import shutil
from pathlib import Path

import pytest
from tests.frozen import BOOK
from tests.site.reading import lines, piece, text

from resilience.evidence import EvidenceBase
from resilience.site.pages.catalogue import page_of
from resilience.site.pages.common import Pages
from resilience.site.prose.amends import amends
from resilience.site.record_parser import tree_of

KEY = "howden-chapman-2007-insulation"
NOTICE = """status: retracted
notice:
  on: '2026-11-28'
  url: https://example.org/notice
  says: Data were lost.
"""
CORRECTION = f"""corrections:
  - record: studies/{KEY}
    field: outcomes[0].effect.value
    expected: 0.5
    was: '0.05'
    reason: a digit was lost.
    by: Ann Reader
    on: '2026-11-30'
"""
OLD = f"""names:
  - folder: studies
    old: insulation-2007
    new: {KEY}
    on: '2026-11-29'
    reason: It was named after its title.
"""


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    folder = shutil.copytree(BOOK / "evidence", tmp_path / "evidence")
    study = folder / f"studies/{KEY}.yml"
    study.write_text(study.read_text("utf-8").replace("provenance:\n", f"{NOTICE}provenance:\n", 1), "utf-8")
    (folder / "corrections.yml").write_text(CORRECTION, "utf-8")
    (folder / "old-names.yml").write_text(OLD, "utf-8")
    return Pages(EvidenceBase(folder))


def test_the_page_of_a_retracted_study_says_so_first_and_what_was_put_right(pages: Pages) -> None:
    said = text(tree_of(page_of(pages, f"studies/{KEY}"), f"studies/{KEY}"))
    notice = "Retracted since 28 November 2026: see the notice. Data were lost."
    assert notice in " ".join(said.split())
    assert said.index("Retracted since") < said.index("What was studied")
    put_right = (
        "Put right on 30 November 2026, reported by Ann Reader: outcomes effect value is now 0.5 "
        "and was 0.05. "
        "A digit was lost."
    )
    assert put_right in " ".join(said.split())


def test_what_changed_lists_all_of_them(pages: Pages) -> None:
    said = lines(piece(amends(pages, "")))
    name = pages.base.cited[KEY]
    assert name.endswith("(retracted)")
    assert said == [
        f"28 November 2026: {name} counts in no level, set of results or number any more; see the notice.",
        f"30 November 2026: studies/{KEY}, outcomes effect value, is now 0.5 and was 0.05. "
        "A digit was lost. Reported by Ann Reader.",
        f"29 November 2026: studies/insulation-2007 is now studies/{KEY}. It was named after its title.",
    ]
