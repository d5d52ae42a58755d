"""A cited work as `references.bib` gives it; what was not seen is absent, never guessed."""

from resilience.records.base import Record, Slug, Text, Url, Year

SHORT_TITLE = 60


class Reference(Record):
    """Bibliographic details of one work."""

    key: Slug
    kind: Text
    """The BibTeX entry type, such as `article`."""
    authors: tuple[Text, ...] = ()
    year: Year | None = None
    title: Text | None = None
    journal: Text | None = None
    booktitle: Text | None = None
    editor: Text | None = None
    publisher: Text | None = None
    volume: Text | None = None
    issue: Text | None = None
    pages: Text | None = None
    isbn: Text | None = None
    doi: Text | None = None
    pmid: Text | None = None
    pmcid: Text | None = None
    url: Url | None = None
    note: Text | None = None

    @property
    def named_authors(self) -> tuple[str, ...]:
        """Give the authors by name, without the word that stands for those whom a source does not name."""
        return tuple(author for author in self.authors if author != "others")

    @property
    def link(self) -> str | None:
        """Give the best public address: the DOI, else PubMed Central, else PubMed, else the page."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.pmcid:
            return f"https://pmc.ncbi.nlm.nih.gov/articles/{self.pmcid}"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}"
        return self.url

    @property
    def short(self) -> str:
        """Name the work as text would cite it: by authors and year, or by title where no author was seen."""
        year = self.year or "year not seen"
        names = [author.split(",")[0] for author in self.named_authors]
        if not names:
            return f"{_shortened(self.title or 'Title not seen')}, {year}"
        if len(self.authors) == 2 and len(names) == 2:
            return f"{names[0]} and {names[1]}, {year}"
        return f"{names[0]}{' and others' if len(self.authors) > 1 else ''}, {year}"


def _shortened(title: str) -> str:
    return title if len(title) <= SHORT_TITLE else f"{title[:SHORT_TITLE].rsplit(' ', 1)[0]}…"
