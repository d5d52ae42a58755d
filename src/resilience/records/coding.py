"""Free text that may carry an activity type: an action in a policy, an activity in a neighbourhood."""

from pydantic import model_validator

from resilience.records.base import Record, Text
from resilience.records.slugs import NO_TYPE, CodedSlug
from resilience.records.vocabulary import MatchStatus


class CodedText(Record):
    """A text as its source puts it, with what coders made of it: so far, passes of a language model."""

    text: Text
    coded: CodedSlug | None = None
    """The type that two passes, working apart, agreed on; `none` where they agreed that nothing fits."""
    disputed: tuple[CodedSlug, ...] | None = None
    """The types that the two passes gave, where they disagreed."""

    @model_validator(mode="after")
    def has_one_verdict(self) -> "CodedText":
        """Refuse a text that is both agreed and disputed, or disputed with fewer than two types."""
        if self.coded and self.disputed:
            raise ValueError("a text is either coded or disputed, not both")
        if self.disputed is not None and len(self.disputed) < 2:
            raise ValueError("a disputed text needs the types of both passes")
        return self

    @property
    def status(self) -> MatchStatus:
        """Say how sure we are of the type."""
        if self.coded:
            return MatchStatus.CODED
        return MatchStatus.DISPUTED if self.disputed else MatchStatus.UNCODED

    @property
    def type(self) -> str | None:
        """Give the agreed activity type, or None where there is none."""
        return self.coded if self.coded != NO_TYPE else None
