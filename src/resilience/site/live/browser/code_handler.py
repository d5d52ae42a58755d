"""The reader's own code, on the page of a set: it runs apart from all that answers for the book."""

import contextlib
import io
import sys
import traceback
from collections.abc import Mapping
from typing import Any

from resilience.site.live.browser import read

MOST_PRINTED = 20_000


def run_code(request: Mapping[str, Any]) -> dict[str, Any]:
    """Run the reader's own code with the set at hand as `members`, and give what it prints."""
    one = read("pools")[request["set"]]
    printed = io.StringIO()
    names = {"__name__": "__main__", "members": [dict(member) for member in one["members"]]}
    failed = False
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        try:
            exec(compile(str(request["code"]), "your code", "exec"), names)
        except BaseException:
            failed = True
            printed.write(_own_lines())
    return {"printed": printed.getvalue()[:MOST_PRINTED], "failed": failed}


def _own_lines() -> str:
    """Give the traceback of the reader's own lines; without one, the last line says what is wrong."""
    _, mark, tail = traceback.format_exc().partition('  File "your code"')
    if mark:
        return f"Traceback:\n{mark}{tail}"
    return "".join(traceback.format_exception_only(*sys.exc_info()[:2]))
