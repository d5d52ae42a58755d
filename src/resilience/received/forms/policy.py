"""The form for a policy of a council."""

from resilience.evidence import EvidenceBase
from resilience.received.form import Form, Question, Shape, by_label
from resilience.received.shared import BY, INTRODUCTION, LICENCE, OWN_WORDS, READ, line, text
from resilience.records.vocabulary import DocumentType

SHORT = 600
SEEN = "seen"
EVALUATED, MONITORED, BOTH = "evaluation", "monitoring", "both"


def policy(base: EvidenceBase) -> Form:
    """Give the form; activities are those of the code frame."""
    return Form(
        "policy",
        "Add a policy",
        "A policy, strategy or scheme of a council that the book does not have yet",
        "Policy: ",
        f"{INTRODUCTION} Only the questions with a star must be answered.",
        (
            line("policy", "Name of the policy", "title", "Without the name of the council."),
            line("council", "Council", "council", "Its whole name."),
            line("start", "First year", "year_start", "The first year in which it holds.", needed=False),
            line("end", "Last year", "year_end", "Leave it empty where it goes on.", needed=False),
            Question(
                "document",
                "What kind of document states it?",
                Shape.CHOICE,
                fills=("document_type",),
                options=by_label(DocumentType),
            ),
            line("address", "Address of its page", "url", "The council's own page, not a copy elsewhere."),
            text(
                "summary",
                "What does it do?",
                "summary",
                f"One or two sentences of your own. {OWN_WORDS}",
                longest=SHORT,
            ),
            text("actions", "What will be or was done?", "actions", "One thing on each line."),
            Question(
                "types",
                "Which activities is it about?",
                Shape.CHOICE,
                fills=("types",),
                options={one.label: slug for slug, one in base.types.items()},
                several=True,
            ),
            line("people", "Whom is it for?", "target_population", "Leave it empty for all.", needed=False),
            Question(
                SEEN,
                "Did you see results?",
                Shape.CHOICE,
                "Plans, budgets and targets are none.",
                ("evaluation", "monitoring"),
                {
                    "An evaluation: what changed or what worked": EVALUATED,
                    "Figures of what was done or reached": MONITORED,
                    "Both": BOTH,
                },
                needed=False,
            ),
            READ,
            BY,
            LICENCE,
        ),
    )
