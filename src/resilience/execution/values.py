"""The values that notebooks ask for: each computed at most once a build, and known by what it holds."""

import dataclasses
import hashlib
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel

Answer = Callable[[str], Any]
"""Gives the value of a name; raises LookupError where it stands for nothing."""


class Content(NamedTuple):
    """What a value holds, in short."""

    digest: str
    modules: tuple[str, ...]
    """The modules in which the classes of its parts are written: whoever uses the value runs their code."""


class Answers:
    """The answers of one build, and what is already known of them."""

    def __init__(self, answer: Answer, known: dict[str, Content]) -> None:
        self._answer = answer
        self._contents = known
        self._values: dict[str, bytes] = {}
        self.faults: dict[str, str] = {}
        """Why a name has no answer, by name."""

    def contents(self, names: Iterable[str]) -> dict[str, Content]:
        """Say what each name's value holds; a name without an answer is among the `faults` instead."""
        for name in names:
            if name not in self._contents and name not in self.faults:
                self._compute(name)
        return {name: self._contents[name] for name in names if name in self._contents}

    def pickled(self, names: Iterable[str]) -> bytes:
        """Give the values themselves, each pickled by itself so that no cell can change it for another."""
        for name in names:
            if name not in self._values:
                self._compute(name)
        return pickle.dumps({name: self._values[name] for name in names})

    def _compute(self, name: str) -> None:
        try:
            value = self._answer(name)
            self._contents[name] = content(value)
        except (LookupError, TypeError) as error:
            self.faults[name] = str(error)
        else:
            self._values[name] = pickle.dumps(value)


def content(value: object) -> Content:
    """Say what a value holds: the same for equal values, in every process.

    The order of a mapping counts, as it does on a page; that of a set does not. Raises TypeError for a value
    whose content can't be told.
    """
    modules: set[str] = set()
    told = "\0".join(_told(value, modules))
    return Content(hashlib.sha256(told.encode()).hexdigest(), tuple(sorted(modules)))


_PLAIN = (type(None), bool, int, float, complex, str, bytes, date, Path)


def _told(value: object, modules: set[str]) -> Iterator[str]:
    kind = type(value)
    modules.add(kind.__module__)
    yield f"{kind.__module__}.{kind.__qualname__}"
    if isinstance(value, Enum):
        yield value.name
    elif isinstance(value, _PLAIN) or kind.__name__ in {"NAType", "NaTType"}:
        yield repr(value)
    elif isinstance(value, Set):
        yield from sorted("\0".join(_told(part, modules)) for part in value)
    else:
        parts = list(_parts(value))
        yield str(len(parts))
        for part in parts:
            yield from _told(part, modules)


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, Mapping):
        return [part for pair in value.items() for part in pair]
    if isinstance(value, Sequence):
        return value
    if isinstance(value, BaseModel):
        return [part for name in type(value).model_fields for part in (name, getattr(value, name))]
    if dataclasses.is_dataclass(value):
        return [part for one in dataclasses.fields(value) for part in (one.name, getattr(value, one.name))]
    return _array(value)


def _array(value: Any) -> Iterable[object]:
    """Take apart what pandas and numpy hold; only what already loaded them can give such a value."""
    pandas, numpy = sys.modules.get("pandas"), sys.modules.get("numpy")
    if pandas and isinstance(value, pandas.Series):
        value = value.to_frame()
    if pandas and isinstance(value, pandas.DataFrame):
        kinds = [[str(kind), *map(str, getattr(kind, "categories", ()))] for kind in value.dtypes]
        return [kinds, value.to_dict("split")]
    if numpy and isinstance(value, numpy.ndarray | numpy.generic):
        return [str(value.dtype), value.tolist()]
    raise TypeError(f"A {type(value).__qualname__} can't be compared by its value.")
