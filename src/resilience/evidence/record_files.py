"""The YAML records below an evidence folder, each read and checked against its model."""

import json
from collections.abc import Hashable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from resilience.evidence.errors import EvidenceError, reading
from resilience.evidence.kinds import kind_with
from resilience.evidence.shared import Shared, Unshared
from resilience.evidence.yaml_reader import parse
from resilience.records.base import Record
from resilience.records.plain import refuse_hidden

R = TypeVar("R", bound=Record)
Known = Mapping[type[Record], Mapping[str, Record]]


class RecordFiles:
    """A folder of records; none is read before it is asked for."""

    def __init__(
        self,
        folder: Path,
        known: Known | None = None,
        shared: Shared | None = None,
    ) -> None:
        """Point at an `evidence/` folder; nothing is read yet.

        `known` holds records that were read already, all of a kind, by the name of their file. `shared` holds
        what other states of the evidence read from files that say the same.
        """
        self.folder = folder
        self._known = known or {}
        self.shared = shared or Unshared()

    def _readable(self, model: type[R]) -> dict[str, R]:
        found = {}
        for name in self.names(model):
            try:
                found[name] = self._record(model, name)
            except EvidenceError:
                continue
        return found

    def names(self, model: type[Record]) -> list[str]:
        """Name the records of a kind that has a file each, unread."""
        return [path.stem for path in sorted(self.folder.glob(kind_with(model).file()))]

    def _record(self, model: type[R], name: str = "") -> R:
        kind = kind_with(model)
        known = self._known.get(model, {}).get(name or kind.name)
        if isinstance(known, model):
            return known
        path = self.folder / kind.file(name)
        with reading(path):
            text = path.read_text(encoding="utf-8")
            identity = {kind.identity: name} if kind.identity else {}
            makings = model, name, text
            return self.shared.once(makings, lambda: _record_of(model, self._plain(text), identity))

    def _plain(self, text: str) -> Any:
        return self.shared.once(plain(text), lambda: parse(text))

    def _records(self, model: type[R]) -> dict[str, R]:
        return {name: self._record(model, name) for name in self.names(model)}


def plain(text: str) -> Hashable:
    """Name the plain data of a text of YAML among what states of the evidence share."""
    return "plain", text


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, (dict, list)):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _texts(value)


def _record_of(model: type[R], data: Any, identity: dict[str, str]) -> R:
    for value in _texts(data):
        refuse_hidden(value)
    # As JSON, because strictness then still lets a list be a tuple and a text a date.
    return model.model_validate_json(json.dumps({**data, **identity}), strict=True)
