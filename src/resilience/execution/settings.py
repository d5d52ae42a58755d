"""The settings of a build: each says what it does, what it is unless somebody sets it, and what it may be.

`conf.py` and `_config.yml` name them `resilience_<field>`. The site adds its own (`site/settings.py`).
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import Field, dataclass, field, fields
from typing import Any, Self, get_origin, get_type_hints

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

PREFIX = "resilience_"
LEAST = 500
"""Megabytes."""


def setting(
    default: Any,
    help: str,
    *,
    rebuild: str = "",
    fault: Callable[[Any], str | None] = lambda value: None,
) -> Any:
    """Declare a setting.

    `rebuild` is Sphinx's word for what a change makes old; `fault` says what is wrong with a value.
    """
    return field(default=default, metadata={"help": help, "rebuild": rebuild, "fault": fault})


def _too_few(workers: int) -> str | None:
    return None if workers >= 1 else "at least one notebook must run at a time"


def _too_little(megabytes: int) -> str | None:
    return None if megabytes >= LEAST else f"a notebook needs {LEAST} to start"


@dataclass(frozen=True)
class NotebookSettings:
    """What a build may be told about notebooks."""

    package: str = setting("src/resilience", "The folder of the package whose modules notebooks import.")
    common_inputs: Sequence[str] = setting(
        ("requirements/site.lock",), "Files on which every notebook depends."
    )
    guarded: Sequence[str] = setting(
        ("evidence",), "Folders of which a notebook reads nothing that its front matter does not declare."
    )
    workers: int = setting(
        os.cpu_count() or 1, "How many notebooks run side by side; by default one a core.", fault=_too_few
    )
    memory: int = setting(
        4000,
        "How many megabytes of memory a notebook may have, by default 4,000; a cell that wants more fails.",
        fault=_too_little,
    )

    @classmethod
    def of(cls, config: Config) -> Self:
        """Give the settings of a build."""
        return cls(**{one.name: getattr(config, PREFIX + one.name) for one in fields(cls)})


def register(app: Sphinx, settings: type[NotebookSettings]) -> None:
    """Let a build have these settings, and stop it with one message that names each value that can't be."""
    hints = get_type_hints(settings)
    new = [one for one in fields(settings) if PREFIX + one.name not in app.config]
    for one in new:
        kinds = (list, tuple) if get_origin(hints[one.name]) else hints[one.name]
        app.add_config_value(PREFIX + one.name, one.default, one.metadata["rebuild"], kinds)

    def check(app: Sphinx, config: Config) -> None:
        faults = [_fault(one, getattr(config, PREFIX + one.name)) for one in new]
        if found := [fault for fault in faults if fault]:
            raise ConfigError("\n".join(found))

    app.connect("config-inited", check)


def _fault(one: "Field[Any]", value: Any) -> str | None:
    said = one.metadata["fault"](value)
    return f"{PREFIX}{one.name} is {value!r}: {said}." if said else None
