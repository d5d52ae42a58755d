"""What machines read in the head of a page: cards for shared links, citations, and schema.org.

Open Graph (https://ogp.me/), the tags that Google Scholar and reference managers read
(https://scholar.google.com/intl/en/scholar/inclusion.html), and https://schema.org/ as JSON-LD.
"""

import json
from collections.abc import Iterator
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from resilience.datapackage import FOLDER
from resilience.datapackage.write import ABOUT, DESCRIPTOR, LICENCE
from resilience.evidence.ris import pages_of as first_and_last
from resilience.records.reference import Reference
from resilience.records.study import Study
from resilience.site.downloads.record_files import ENDING, has_file
from resilience.site.evidence_of import pages_of
from resilience.site.pages.common import Pages

DATA_PAGE = "book/use-the-data"


def add_metadata(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Tell the head of a page what machines read there."""
    if doctree is None:
        return
    pages, site = pages_of(app.env), app.config.html_baseurl
    kind, _, slug = pagename.partition("/")
    address = f"{site}{pagename}.html" if site else ""
    study = pages.base.all_studies.get(slug) if kind == "studies" else None
    context["card_text"] = _answer(pages, kind, slug)
    context["citation_tags"] = list(citation_tags(pages.base.references[study.key])) if study else []
    told = about_study(pages, study, address) if study else None
    if pagename == DATA_PAGE:
        told = about_data(pages, app.config.html_title, site)
    context["json_ld"] = as_script(told) if told else ""
    context["record_file"] = f"{slug}{ENDING}" if has_file(pagename) else ""


def _answer(pages: Pages, kind: str, slug: str) -> str:
    """Give the answer of an activity, which says more in a card than what the activity is."""
    answer = pages.base.answers.get(slug) if kind == "activities" else None
    return answer.activity.says if answer else ""


def citation_tags(work: Reference) -> Iterator[tuple[str, str]]:
    """Give the tags by which reference managers take up the work that a page is about."""
    first, last = first_and_last(work.pages or "")
    tags = (
        ("title", work.title),
        *(("author", author) for author in work.named_authors),
        ("publication_date", str(work.year) if work.year else None),
        ("journal_title", work.journal),
        ("inbook_title", work.booktitle),
        ("publisher", work.publisher),
        ("volume", work.volume),
        ("issue", work.issue),
        ("firstpage", first),
        ("lastpage", last),
        ("isbn", work.isbn),
        ("doi", work.doi),
        ("pmid", work.pmid),
    )
    return ((f"citation_{name}", value) for name, value in tags if value)


def about_study(pages: Pages, study: Study, address: str) -> dict[str, Any]:
    """Describe the book's page on a study: a review of a scholarly work."""
    work = pages.base.references[study.key]
    article = {
        "@type": "ScholarlyArticle",
        "name": work.title,
        "author": [{"@type": "Person", "name": author} for author in work.named_authors],
        "datePublished": str(work.year) if work.year else None,
        "isPartOf": {"@type": "Periodical", "name": work.journal} if work.journal else None,
        "sameAs": work.link,
    }
    return {
        "@context": "https://schema.org",
        "@type": "Review",
        "url": address or None,
        "reviewBody": study.summary,
        "datePublished": study.provenance.added.isoformat(),
        "license": LICENCE["path"],
        "itemReviewed": {name: value for name, value in article.items() if value},
    }


def about_data(pages: Pages, title: str, site: str) -> dict[str, Any]:
    """Describe the evidence as a data set that search engines for data find."""
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": title,
        "description": ABOUT,
        "license": LICENCE["path"],
        "isAccessibleForFree": True,
        "keywords": sorted(type_.label for type_ in pages.base.types.values()),
        "spatialCoverage": "United Kingdom",
        "url": f"{site}{DATA_PAGE}.html" if site else None,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": form, "contentUrl": f"{site}{FOLDER}/{name}"}
            for name, form in (
                (DESCRIPTOR, "application/json"),
                *((f"{sheet.name}.csv", "text/csv") for sheet in pages.data_sheets),
            )
        ]
        if site
        else None,
    }


def as_script(told: dict[str, Any]) -> str:
    """Write JSON-LD so that nothing in it can end the element that it stands in."""
    known = {name: value for name, value in told.items() if value is not None}
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
