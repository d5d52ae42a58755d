"""The digest of inputs changes with what files hold, and with nothing else."""

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import assume, given
from hypothesis import strategies as st

from resilience.execution.inputs import Digester, together

names = st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map(lambda parts: f"{'/'.join(parts)}.yml")
contents = st.dictionaries(names, st.binary(max_size=8), min_size=1, max_size=5)


@contextmanager
def written(files: dict[str, bytes]) -> Iterator[tuple[Path, list[Path]]]:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name, content in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(content)
        yield root, [root / name for name in files]


def digest(files: dict[str, bytes], facts: dict[str, str] | None = None) -> str:
    with written(files) as (root, paths):
        return together({**Digester(root).of(paths), **(facts or {})})


@given(contents, st.randoms())
def test_order_repetition_place_and_time_make_no_difference(
    files: dict[str, bytes], chance: random.Random
) -> None:
    with written(files) as (root, paths):
        for path in paths:
            os.utime(path, (0, 0))
        paths = paths * 2
        chance.shuffle(paths)
        assert together(Digester(root).of(paths)) == digest(files)


@given(contents, contents)
def test_different_names_or_contents_give_different_digests(
    one: dict[str, bytes], two: dict[str, bytes]
) -> None:
    assume(one != two)
    assert digest(one) != digest(two)


@given(contents, st.dictionaries(st.sampled_from(["Python", "view.pools"]), st.text(max_size=4), min_size=1))
def test_other_parts_count(files: dict[str, bytes], facts: dict[str, str]) -> None:
    assert digest(files, facts) != digest(files)
