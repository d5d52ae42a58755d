"""The form for a study."""

from resilience.evidence import EvidenceBase
from resilience.received.form import Form, Question, Shape, by_label
from resilience.received.shared import BY, INTRODUCTION, LICENCE, OWN_WORDS, READ, line, text
from resilience.records.vocabulary import Clear, Comparison, Design, Direction

SHORT = 600


def study(base: EvidenceBase) -> Form:
    """Give the form; activities and outcomes are those of the code frame."""
    return Form(
        "study",
        "Add a study",
        "A study of an activity or policy that the book does not have yet",
        "Study: ",
        f"{INTRODUCTION} Only the questions with a star must be answered.",
        (*_work(), *_done(base), *_found(base), READ, BY, LICENCE),
    )


def _work() -> tuple[Question, ...]:
    return (
        line("work", "Title of the study", "references.title"),
        text(
            "authors",
            "Authors",
            "references.author",
            "One on each line, family name first: Mead, Nicola",
            needed=False,
        ),
        line("year", "Year of publication", "references.year", needed=False),
        line("journal", "Journal", "references.journal", needed=False),
        line("address", "DOI or address", "provenance.seen", "Such as 10.1192/bjp.bp.109.064089"),
    )


def _done(base: EvidenceBase) -> tuple[Question, ...]:
    types = {one.label: slug for slug, one in base.types.items()}
    return (
        text("intervention", "What was done?", "intervention", "In your own words.", longest=SHORT),
        Question(
            "types",
            "Which of these activities did it study?",
            Shape.CHOICE,
            "Choose none where none is meant.",
            ("types", "on_topic"),
            types,
            several=True,
            needed=False,
        ),
        line("population", "Who took part?", "population", needed=False),
        line("sample", "How many?", "sample_size", "People, households or areas, in digits.", needed=False),
        line("where", "Where?", "country_note", "The country, and the place if it is told.", needed=False),
        Question("design", "How was it done?", Shape.CHOICE, fills=("design",), options=by_label(Design)),
        Question(
            "comparison",
            "With whom were they compared?",
            Shape.CHOICE,
            fills=("comparison",),
            options=by_label(Comparison),
        ),
    )


def _found(base: EvidenceBase) -> tuple[Question, ...]:
    outcomes = {one.label: slug for slug, one in base.outcomes.items()}
    return (
        text(
            "summary",
            "What was found?",
            "summary",
            f"One or two sentences of your own. {OWN_WORDS}",
            longest=SHORT,
        ),
        line("measure", "What was its main measure?", "outcomes[].measure", "In the words of the source."),
        Question(
            "outcome",
            "What does it tell of?",
            Shape.CHOICE,
            fills=("outcomes[].category",),
            options=outcomes,
        ),
        Question(
            "direction",
            "What came of it for the people concerned?",
            Shape.CHOICE,
            fills=("outcomes[].direction",),
            options=by_label(Direction),
        ),
        Question(
            "clear",
            "Could it be chance?",
            Shape.CHOICE,
            "Clear of no effect: the interval, or the words of the source, leave out that nothing changed.",
            ("outcomes[].clear",),
            by_label(Clear),
        ),
        text(
            "numbers",
            "Its numbers",
            "provenance.notes",
            "As the source prints them, with interval, unit and table; a reviewer puts them into fields.",
            needed=False,
            longest=1000,
        ),
    )
