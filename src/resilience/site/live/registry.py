"""What live pages ask for: functions that the browser may call, and the data that these need."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

from sphinx.application import Sphinx

Data = Callable[[Sphinx], Any]
"""Makes what JSON can hold, while the book is built."""


@dataclass(frozen=True)
class Handler:
    """A function that a page may call."""

    target: str
    """Where it stands: `package.module:function`; it takes and gives an object that JSON can hold."""
    needs: tuple[str, ...]
    """The data that must be in the browser before it is called."""
    imports: tuple[str, ...] = ()
    """Modules of this package that it needs, beside the rooms that are in the browser anyway."""

    @property
    def modules(self) -> tuple[str, ...]:
        """The module that it stands in, and those that it needs."""
        return (self.target.partition(":")[0], *self.imports)


@dataclass
class Registry:
    """All that live pages of one build ask for, by name."""

    handlers: dict[str, Handler] = field(default_factory=dict)
    data: dict[str, Data] = field(default_factory=dict)


_REGISTRIES: WeakKeyDictionary[Sphinx, Registry] = WeakKeyDictionary()


def registry_of(app: Sphinx) -> Registry:
    """Give what is registered for a build."""
    return _REGISTRIES.setdefault(app, Registry())


def add_live_handler(
    app: Sphinx, name: str, target: str, needs: tuple[str, ...] = (), imports: tuple[str, ...] = ()
) -> None:
    """Let pages call a function by a name; its module and imports go into the browser, beside the rooms."""
    registry_of(app).handlers[name] = Handler(target, needs, imports)


def add_live_data(app: Sphinx, name: str, make: Data) -> None:
    """Offer data to the handlers under a name."""
    registry_of(app).data[name] = make
