"""Between worker and handlers: a name and JSON in, JSON out; only what is on the list is called."""

import json
import traceback
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any

from resilience.site.live.browser import Refusal

Handler = Callable[[Mapping[str, Any]], Mapping[str, Any]]

_allowed: dict[str, str] = {}


def allow(handlers: str) -> None:
    """Take the list of handlers: a JSON object from name to `package.module:function`."""
    _allowed.clear()
    _allowed.update(json.loads(handlers))


def answer(name: str, request: str) -> str:
    """Answer a request, both as JSON.

    The answer has one key: `answer`, or `refused` with a sentence for the reader, or `failed` with the
    traceback, which is for developers.
    """
    try:
        return json.dumps({"answer": _handler(_allowed[name])(json.loads(request))})
    except Refusal as refusal:
        return json.dumps({"refused": str(refusal)})
    except Exception:
        return json.dumps({"failed": traceback.format_exc()})


@cache
def _handler(target: str) -> Handler:
    module, _, function = target.partition(":")
    handler: Handler = getattr(import_module(module), function)
    return handler
