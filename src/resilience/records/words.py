"""What people tell the matcher in words: ideas, phrases that mislead, example phrases."""

from resilience.records.base import Record, Slug, Text
from resilience.records.slugs import CodedSlug, TypeSlug


class Idea(Record):
    """Words and phrases that the matcher reads as one idea; an idea names no activity type."""

    name: Slug
    phrases: tuple[Text, ...]


class Ban(Record):
    """Phrases that rule an activity type out."""

    type: TypeSlug
    phrases: tuple[Text, ...]


class Words(Record):
    """The whole of `words.yml`."""

    version: int
    ideas: tuple[Idea, ...]
    decoys: tuple[Text, ...]
    """Phrases that look like a sign of an activity and are not, such as `car park`."""
    bans: tuple[Ban, ...] = ()


class ExamplePhrases(Record):
    """Phrases that were written to teach the matcher what a type sounds like."""

    type: CodedSlug
    phrases: tuple[Text, ...]


class Examples(Record):
    """The whole of `examples.yml`; none of its phrases is a record."""

    version: int
    examples: tuple[ExamplePhrases, ...]
