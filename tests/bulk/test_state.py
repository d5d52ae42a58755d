"""The state tells whether input, lexicon or options have changed."""

from dataclasses import replace
from pathlib import Path

from tests.lexicon import project_lexicon

from resilience.bulk import state_of
from resilience.matching import Lexicon


def test_the_same_gives_the_same(tmp_path: Path) -> None:
    lexicon = project_lexicon()
    for name in ("a", "b"):
        (tmp_path / name).write_text("text\n")
    again = Lexicon.from_plain(lexicon.to_plain())
    assert state_of(tmp_path / "a", lexicon, {"x": "y"}) == state_of(tmp_path / "b", again, {"x": "y"})


def test_what_has_changed_is_told_apart(tmp_path: Path) -> None:
    lexicon = project_lexicon()
    (tmp_path / "a").write_text("text\n")
    before = state_of(tmp_path / "a", lexicon, {})
    plain = dict(lexicon.to_plain())
    plain["decoys"] = [*plain["decoys"], "a new decoy"]
    other = state_of(tmp_path / "a", Lexicon.from_plain(plain), {})
    assert other != before
    assert replace(other, lexicon=before.lexicon) == before
    (tmp_path / "a").write_text("text\na\n")
    changed = state_of(tmp_path / "a", lexicon, {})
    assert changed != before
    assert replace(changed, input=before.input) == before
