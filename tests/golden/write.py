"""Write the golden pages anew: `python -m tests.golden.write`; then read the diff with care."""

import tempfile
from pathlib import Path

from tests.golden.book import KEPT, PAGES, build, kept, text_of


def main() -> None:
    """Build the small book, keep the text of its pages, and drop what no page stands behind."""
    with tempfile.TemporaryDirectory() as folder:
        site = build(Path(folder))
        KEPT.mkdir(exist_ok=True)
        for docname in PAGES:
            kept(docname).write_text(text_of(site, docname), "utf-8")
    for path in set(KEPT.glob("*.txt")) - {kept(docname) for docname in PAGES}:
        path.unlink()


if __name__ == "__main__":
    main()
