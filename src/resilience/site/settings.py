"""All settings of a build of the book: those of the site, beside those of notebooks."""

from collections.abc import Callable
from dataclasses import dataclass

from resilience.execution.settings import NotebookSettings, setting


def _address_such_as(example: str) -> Callable[[str], str | None]:
    def fault(address: str) -> str | None:
        if not address or address.startswith("https://"):
            return None
        return f"leave it empty, or give an address such as {example}"

    return fault


@dataclass(frozen=True)
class SiteSettings(NotebookSettings):
    """All that a build of the book may be told."""

    repository: str = setting(
        "",
        "The address of the repository; Actions knows it. Without it, no page shows a link to edit it.",
        rebuild="html",
        fault=_address_such_as("https://github.com/<owner>/<name>"),
    )
    site: str = setting(
        "",
        "The address of the book, where it is not the GitHub Pages of the repository.",
        rebuild="html",
        fault=_address_such_as("https://book.example.org"),
    )
    live_core: str = setting(
        "live/node_modules/pyodide", "The folder in which npm has put the browser's Python."
    )
    code: str = setting(
        "",
        "A digest of the code that lays out pages. Set by the build itself, so that new code reads all anew.",
        rebuild="env",
    )
    templates: str = setting(
        "",
        "A digest of the templates that are filled in as pages are written. Set by the build itself.",
        rebuild="html",
    )
