"""The six steps of the path: where each stands, what it is called, and which keys of the link answer it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PathStep:
    """A step, for the pages that lead through the path."""

    name: str
    """One of `walk.STEPS`."""
    title: str
    gives: str
    rests_on: str
    without: str
    """What a plan lacks without an answer; empty where nothing is asked."""
    page: str
    """The page of the book."""
    part: str = ""
    """The place on that page; empty for the whole."""
    second: str = ""
    """Another page that belongs to the step."""
    keys: tuple[str, ...] = ()
    """Keys of the link; the step counts as answered where the link has one of them."""

    @property
    def whole_page(self) -> str:
        """Give the page with the place on it."""
        return f"{self.page}#{self.part}" if self.part else self.page


OVERVIEW = "book/plan/index"
PATH = (
    PathStep(
        "place",
        "Your place",
        "How it stands in its nation and beside its council, in three sentences and five figures.",
        "Official figures for small areas, put together for each place.",
        "Without a place nobody can say what is needed most there, or which places it can be compared with.",
        "book/neighbourhoods/place",
        keys=("place",),
    ),
    PathStep(
        "change",
        "What to change",
        "The problems that your group wants to do something about, and the outcomes that studies measure.",
        "The list of outcomes of this book, and the figures of your place where they tell of a need.",
        "Without something to change no activities can be compared, and no measure can be suggested.",
        "book/neighbourhoods/choose",
        "change",
        keys=("problems", "outcomes"),
    ),
    PathStep(
        "options",
        "Options",
        "What is known of each activity for these outcomes, and three tiers by what matters to you.",
        "Studies on record, each rated by rules that are written down, and the figures of your place.",
        "Without an activity there is nothing to adapt, and no picture of how it should work.",
        "book/neighbourhoods/choose",
        "options",
        keys=("activities",),
    ),
    PathStep(
        "adapt",
        "Adapt",
        "What councils and neighbourhoods like yours did, what came of it, what it cost and whom to ask;"
        " then your own picture of how it should work, and who does what.",
        "Policies and neighbourhoods on record, and what was coded of the studies.",
        "Without your own changes the plan shows each activity as it is on record, and nobody beside a task.",
        "book/plan/adapt",
        keys=("aim", "model", "who"),
    ),
    PathStep(
        "evaluate",
        "Evaluate",
        "Places to compare with, what to measure, a way to look that you can afford, and the smallest change"
        " that it could see.",
        "The same official figures, questionnaires on record, and published formulas.",
        "Without your own numbers the plan reckons with those of the programme, and says so.",
        "book/programme/plan-evaluation",
        second="book/neighbourhoods/comparison-areas",
        keys=("figures", "distance", "within", "lots"),
    ),
    PathStep(
        "share",
        "Share",
        "Four pages to print or keep, and a draft for this book, so that the next group finds what you did.",
        "All that stands in the five steps before, each sentence with its source.",
        "",
        "book/plan/share",
    ),
)
"""In the order of the path; numbers of the evaluation answer its step too (`from_records/common.FIELDS`)."""
BY_NAME = {one.name: one for one in PATH}
