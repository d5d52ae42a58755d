"""All settings of a build of the book: those of the site, beside those of notebooks."""

from dataclasses import dataclass

from resilience.execution.settings import NotebookSettings, setting


def _no_address(repository: str) -> str | None:
    if not repository or repository.startswith("https://"):
        return None
    return "leave it empty, or give an address such as https://github.com/<owner>/<name>"


@dataclass(frozen=True)
class SiteSettings(NotebookSettings):
    """All that a build of the book may be told."""

    repository: str = setting(
        "",
        "The address of the repository. Without it, outside GitHub Actions, no page has a link to mend it.",
        rebuild="html",
        fault=_no_address,
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
