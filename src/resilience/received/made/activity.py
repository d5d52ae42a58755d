"""An activity of a neighbourhood on record, made of the answers to its form."""

from resilience.evidence import EvidenceBase
from resilience.evidence.kinds import kind_with
from resilience.evidence.saving import save_activity
from resilience.received.answers import Answers
from resilience.received.change import Change
from resilience.received.page import not_known, page_named
from resilience.received.sender import Sender
from resilience.records.english import folded
from resilience.records.neighbourhood import Neighbourhood


def activity(base: EvidenceBase, answers: Answers, sender: Sender) -> Change | None:
    """Add it to its record; its type is a proposal until a reviewer takes it."""
    slug = _neighbourhood(base, answers)
    year, page, domain = answers.year("year"), answers.address("address"), answers.word("domain")
    if slug is None:
        return None
    item = {
        "text": answers.text("text"),
        "domain": domain,
        **({"year": year} if year else {}),
        "source": {"url": page},
    }
    folder = kind_with(Neighbourhood).folder
    return Change(f"{folder}/{slug}", lambda copy: [save_activity(copy, slug, item)])


def _neighbourhood(base: EvidenceBase, answers: Answers) -> str | None:
    """Find the neighbourhood by its name, its slug or the address of its page."""
    said = answers.text("where") or ""
    page = page_named(said)
    known = {slug: slug for slug in base.all_neighbourhoods}
    known |= {folded(one.name): slug for slug, one in base.all_neighbourhoods.items()}
    found = known.get(page[1] if page and page[0] == kind_with(Neighbourhood).folder else folded(said))
    if found is None:
        answers.wrong("where", not_known(said, known, "is no neighbourhood on record."))
    return found
