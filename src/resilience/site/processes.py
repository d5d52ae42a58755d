"""What the processes of a build share, send and hold, so that a large book takes no more for each page.

Sphinx forks a process for each chunk of pages that is read. What many pages need is worked out before that;
else each process would work it out again. What such a process sends back is all that it knows, of its own
pages and of all read before, so it forgets the others first. And a build makes much that stays, so Python
looks for memory to free but seldom; only page trees that were written are looked for often, for they refer
to themselves and are large.
"""

import gc
import os
from collections import defaultdict
from itertools import count

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from resilience.site.evidence_of import pages_of
from resilience.site.pages.catalogue import is_record_page, kind_of, page_of

SELDOM = (50_000, 20, 20)
MANY = 200
"""From how many pages on it is worth while to work out first what they share."""
TREES = 50
"""How many page trees may wait to be freed."""
LAST = 1000


def follow(app: Sphinx) -> None:
    """Watch over the processes of a build."""
    gc.set_threshold(*SELDOM)
    trees = count(1)
    app.connect("env-before-read-docs", _work_out_what_is_shared, priority=LAST)
    app.connect("source-read", _Forgetting())
    # One process resolves the trees of pages, and others write them.
    for event in ("doctree-resolved", "html-page-context"):
        app.connect(event, lambda *_: _free_trees(next(trees)))
    app.connect("build-finished", _leave, priority=LAST)


def _work_out_what_is_shared(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Lay out one page of each kind: what it asked of the evidence is then known to all that follow."""
    if len(docnames) >= MANY:
        for name in {kind_of(name)[0]: name for name in reversed(docnames) if is_record_page(name)}.values():
            page_of(pages_of(env), name)


class _Forgetting:
    """Forgets, in a process that reads some pages, what is known of the others: reading asks for none."""

    def __init__(self) -> None:
        self.done_in = os.getpid()

    def __call__(self, app: Sphinx, docname: str, content: list[str]) -> None:
        if os.getpid() != self.done_in:
            self.done_in = os.getpid()
            env = app.env
            env.tocs, env.titles, env.longtitles = {}, {}, {}
            env.metadata = defaultdict(dict, {docname: env.metadata[docname]})


def _free_trees(seen: int) -> None:
    if seen % TREES == 0:
        gc.collect()
    if seen == TREES:
        gc.freeze()


def _leave(app: Sphinx, exception: Exception | None) -> None:
    """Have no memory searched for what could be freed when the process ends: that took a second and more."""
    gc.freeze()
