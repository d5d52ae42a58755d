"""Put facts into the words of a template; what a template prints leaves a slot that no parser ever reads.

A template is Markdown that we wrote. Rendered, each value that it prints is a token of two private-use
characters around a number. Only when the text has been parsed are tokens swapped for what they stand for.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, PrefixLoader, StrictUndefined, TemplateError, Undefined, nodes
from jinja2 import pass_context as with_context
from jinja2.meta import find_referenced_templates
from jinja2.runtime import Context
from markupsafe import Markup
from sphinx.errors import SphinxError

from resilience.site.pages import words
from resilience.site.wording.values import Anchor, Drawing, Inline, Link, Live, Passage, Run, Tag, Text

FIRST, LAST = "\ue000", "\ue001"
TOKEN = re.compile(f"{FIRST}([0-9]+){LAST}")
SLOTS = "_slots"
"""Under this name a template that is being rendered knows its slots."""
PRINTABLE = (Text, Link, Tag, Run, Anchor, Drawing, Live)
JOINING = (nodes.Concat, nodes.Add, nodes.Mul, nodes.Mod, nodes.MarkSafe, nodes.ScopedEvalContextModifier)
"""What could melt a value into the words of a template."""
WATCHED = (*JOINING, nodes.Call, nodes.TemplateData)


class SlotError(SphinxError):
    """A template that can't be filled; the message is one sentence that names it."""

    category = "Page template"


@dataclass(frozen=True)
class Rendered:
    """The words of a passage with its slots, and the values that belong in them."""

    text: str
    values: tuple[object, ...]


def render(passage: Passage) -> Rendered:
    """Put facts into words; raises SlotError where the template can't."""
    found = _Slots()
    try:
        template = _templates().get_template(_file(passage.template))
        if passage.macro:
            module = template.make_module({SLOTS: found})
            text = str(getattr(module, passage.macro)(passage.facts))
        else:
            text = template.render({SLOTS: found, passage.template.rpartition("/")[2]: passage.facts})
    except (TemplateError, SlotError) as error:
        raise SlotError(f"The template {passage.template} can't be rendered: {error}.") from error
    return Rendered(text, tuple(found.values))


@cache
def source_of(template: str) -> str:
    """Give the text of a template, and of all that it imports."""
    environment = _templates()
    assert environment.loader
    source, _, _ = environment.loader.get_source(environment, _file(template))
    imported = find_referenced_templates(environment.parse(source))
    return "".join([source, *(source_of(name.removesuffix(SUFFIX)) for name in imported if name)])


SUFFIX = ".md.jinja"


def _file(template: str) -> str:
    return template + SUFFIX


class _Slots:
    """The values that a template prints, in order."""

    def __init__(self) -> None:
        self.values: list[object] = []

    def token(self, value: object) -> Markup:
        """Keep a value and give the token that stands for it."""
        self.values.append(value)
        return Markup(f"{FIRST}{len(self.values) - 1}{LAST}")

    def plain(self, said: str) -> str:
        """Give words with their values in them, for what is no part of the page's text."""
        if not isinstance(said, Markup):
            return said
        line = " ".join(str(said).split())
        return TOKEN.sub(lambda token: self._text(int(token[1])), line)

    def _text(self, number: int) -> str:
        value = self.values[number]
        if not isinstance(value, str):
            raise SlotError(f"the words of a figure print {value!r}, which is no text")
        return value


@with_context
def _slot(context: Context, value: object) -> Markup:
    """Let a value leave a slot; only what a template says itself stays as it is."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, Undefined):
        str(value)
    if value is not None and not _is_printable(value):
        raise SlotError(f"{value!r} is printed as it is; give it a filter, such as number, count or joined")
    found: _Slots = context[SLOTS]
    return found.token(value)


def _is_printable(value: object) -> bool:
    if isinstance(value, tuple):
        return all(map(_is_printable, value))
    # A member of a closed list is text too, but its label is what a reader should see.
    return type(value) is str or isinstance(value, PRINTABLE)


def joined(items: Iterable[str | Inline], between: str = ", ") -> Run:
    """Let words, links and tags follow each other with something between them."""
    parts: list[str | Inline] = []
    for item in items:
        parts += [between] if parts else []
        parts.append(item)
    return Run(tuple(parts))


@with_context
def titled(context: Context, drawing: Drawing, title: str, sentence: str, note: str) -> Drawing:
    """Give a figure its words."""
    plain = context[SLOTS].plain
    return replace(drawing, title=plain(title), sentence=plain(sentence), note=plain(note))


FILTERS: dict[str, Any] = {
    "anchor": Anchor,
    "count": words.count,
    "day": words.day,
    "joined": joined,
    "length": len,
    "listing": words.listing,
    "number": words.number,
    "sentence": words.sentence,
    "titled": titled,
}


class _Environment(Environment):
    """Templates in which a value can only be printed, never joined to words before that."""

    def _generate(self, source: nodes.Template, name: Any, filename: Any, defer_init: bool = False) -> str:
        for node in source.find_all(
            (*JOINING, nodes.Call, nodes.TemplateData, nodes.ScopedEvalContextModifier)
        ):
            if fault := _fault(node):
                raise SlotError(f"line {node.lineno} {fault}")
        return super()._generate(source, name, filename, defer_init)


def _fault(node: nodes.Node) -> str | None:
    if isinstance(node, nodes.TemplateData):
        return "holds a private-use character" if set(node.data) & {FIRST, LAST} else None
    if isinstance(node, nodes.Call):
        # A method of a string, such as `format`, could put a value into words.
        return None if isinstance(node.node, nodes.Name) else "calls a method; use a filter"
    return "joins values; print them one after the other"


@cache
def _templates() -> _Environment:
    folders = {name: PackageLoader(f"resilience.site.{name}", ".") for name in ("pages", "prose")}
    environment = _Environment(
        loader=PrefixLoader(folders),
        # What templates say themselves is then told apart from values by its type, see `_slot`.
        autoescape=True,
        finalize=_slot,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.clear()
    environment.filters.update(FILTERS)
    environment.globals.clear()
    return environment
