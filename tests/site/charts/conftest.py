"""A small book with hostile figures: some in a notebook, one put into a page by code, pictures of boxes."""

import io
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from resilience.site.theme.sections import FOOTER, HEADER

HOSTILE = "</script></text><img src=x onerror=\"document.title='broken'\">&amp;<b>"

CONFIG = f"""
import pandas as pd
from docutils.parsers.rst import Directive
from resilience.figures.directions import directions
from resilience.site.charts import figure_nodes

extensions = ["myst_nb", "resilience.site.theme", "resilience.site.charts"]
html_theme = "resilience"
exclude_patterns = ["_build"]

class Directions(Directive):
    def run(self):
        results = [("Green space", "harm", 1), ({HOSTILE!r}, "benefit", 4)]
        frame = pd.DataFrame(results, columns=["label", "direction", "n"])
        return figure_nodes(directions(frame, title="By code"))

def setup(app):
    app.add_directive("directions", Directions)
"""

NOTEBOOK = f"""---
file_format: mystnb
kernelspec: {{name: python3}}
---
# Notebook

```{{code-cell}}
:tags: [remove-input]
import pandas as pd
from resilience.figures.counts import counts
from resilience.figures.timeline import years
hostile = {HOSTILE!r}
frame = pd.DataFrame({{"label": [hostile, "Green space"], "n": [1200, 3]}})
counts(frame, title=hostile, kind=hostile, thing="policy", things="policies", note=hostile)
```

```{{code-cell}}
:tags: [remove-input]
starts = pd.DataFrame({{"year": [2001, 2003, None]}})
years(starts, title="By year", thing="policy", things="policies")
```

```{{code-cell}}
:tags: [remove-input]
from resilience.figures.crosstab import crosstab
pairs = pd.DataFrame([(f"{{hostile}} {{n}}", hostile, n) for n in range(20)], columns=["row", "column", "n"])
crosstab(pairs, title="Pairs" + hostile, row="row", column="column", things="things")
```
"""


BOXES = f"""---
file_format: mystnb
kernelspec: {{name: python3}}
---
# Boxes

```{{code-cell}}
:tags: [remove-input]
import pandas as pd
from resilience.figures.diagrams import Arrow, LogicModel, LogicStage, Step, flow, logic_model
from resilience.figures.region_tiles import PLACES, council_tiles, regions
from resilience.findings.flow import Stage
hostile = {HOSTILE!r}
words = dict(sentence=hostile, note=hostile)
steps = [Stage(hostile, 1200, ((hostile, 3), (hostile, None))), Stage("Left", 4)]
flow(steps, title="Flow" + hostile, **words)
```

```{{code-cell}}
:tags: [remove-input]
boxes = {{hostile: (hostile,), "Found": ("Money", hostile), "Measured": ("Health",)}}
stages = tuple(LogicStage(*stage) for stage in boxes.items())
arrows = (Arrow(hostile, True), Arrow("sure", False))
logic_model(LogicModel(stages, arrows, (Step(*[hostile] * 4),)), title="Logic" + hostile, **words)
```

```{{code-cell}}
:tags: [remove-input]
frame = pd.DataFrame([(name, place) for place, name in enumerate(PLACES)], columns=["region", "n"])
regions(frame, title="Regions" + hostile, things="authorities", note=hostile)
```

```{{code-cell}}
:tags: [remove-input]
tiles = [(f"{{hostile}} {{n}}", name, n % 9 + 1) for name in PLACES for n in range(30)]
frame = pd.DataFrame(tiles, columns=["council", "region", "n"])
council_tiles(frame, title="Councils" + hostile, things="activity types", note=hostile)
```
"""


@dataclass(frozen=True)
class Built:
    """A built book."""

    site: Path
    warnings: str

    def page(self, name: str) -> BeautifulSoup:
        return BeautifulSoup((self.site / f"{name}.html").read_text("utf-8"), "html.parser")


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the book once."""
    root = tmp_path_factory.mktemp("book")
    names = [entry.docname for entry in (*HEADER, *FOOTER)]
    pages = dict.fromkeys(names, "# A page\n") | {
        "notebooks/hostile": NOTEBOOK,
        "notebooks/boxes": BOXES,
        "by-code": "# By code\n\n```{directions}\n```\n",
        "index": "# Book\n\nNo figure here.\n\n```{toctree}\n:glob:\n*\n*/**\n```\n",
    }
    for name, text in pages.items():
        path = root / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (root / "conf.py").write_text(CONFIG, "utf-8")
    warnings = io.StringIO()
    with patch_docutils(str(root)), docutils_namespace():
        site = root / "_build/html"
        Sphinx(root, root, site, root / "_build/doctrees", "html", status=None, warning=warnings).build()
    return Built(site, warnings.getvalue())
