"""Read YAML as YAML 1.2 does: `no` is a word and a date is text, so that nothing is quietly turned into something else."""

import re
from typing import Any

import yaml

_CORE = (
    ("tag:yaml.org,2002:null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("tag:yaml.org,2002:bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("tag:yaml.org,2002:int", r"^[-+]?(?:0|[1-9][0-9]*)$", list("-+0123456789")),
    (
        "tag:yaml.org,2002:float",
        r"^[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)(?:[eE][-+]?[0-9]+)?$",
        list("-+.0123456789"),
    ),
)

OLD_YAML_TRAP = re.compile(
    r"^(?:y|n|yes|no|on|off)$|^\d{4}-\d\d?-\d\d?$|^[-+]?0[0-7_]+$|^[-+]?\d[\d_]*_\d+$|^[-+]?\d+(?::[0-5]?\d)+$", re.IGNORECASE
)
"""Plain words that YAML 1.1 readers turn into true, false, a date or another number."""

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loader(_Base):  # type: ignore[misc]
    """A safe loader that knows only the types of YAML 1.2's core schema."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


for _tag, _pattern, _first in _CORE:
    Loader.add_implicit_resolver(_tag, re.compile(_pattern), _first)


def parse(text: str) -> Any:
    """Turn YAML text into plain data.

    Raises yaml.YAMLError with the line where the text can't be read.
    """
    return yaml.load(text, Loader)
