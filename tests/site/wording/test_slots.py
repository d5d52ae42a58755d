"""What a template prints leaves a slot, and a template can't let a value into its words."""

import pytest
from docutils import nodes
from jinja2 import DictLoader
from sphinx import addnodes

from resilience.site.wording import slots
from resilience.site.wording.filled import page_nodes, passage_nodes
from resilience.site.wording.slots import SlotError, source_of
from resilience.site.wording.value_nodes import LivePart
from resilience.site.wording.values import Anchor, FactsPage, Link, Live, Passage, Run, Tag, Text


@pytest.fixture
def templates(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Give a shelf of templates that stands in the place of the book's own."""
    shelf: dict[str, str] = {}
    own = slots._templates()
    environment = own.overlay(loader=DictLoader(shelf), cache_size=0)
    monkeypatch.setattr(slots, "_templates", lambda: environment)
    return shelf


def made(templates: dict[str, str], source: str, facts: object = None) -> list[nodes.Node]:
    templates["pages/one.md.jinja"] = source
    return passage_nodes(Passage("pages/one", facts))


def shown(templates: dict[str, str], source: str, facts: object = None) -> str:
    return "\n".join(node.pformat() for node in made(templates, source, facts))


def test_a_value_becomes_text_a_link_a_tag_or_a_run_of_them(templates: dict[str, str]) -> None:
    facts = Run(
        ("a ", Link("b", "pages/b"), Link("c", url="https://example.org"), Tag("d", ("e",)), Text("f", True))
    )
    (paragraph,) = made(templates, "See {{ one }}.", facts)
    assert isinstance(paragraph, nodes.paragraph)
    assert paragraph.astext() == "See a bcdf."
    kinds = [type(child) for child in paragraph]
    assert kinds == [
        nodes.Text,
        addnodes.pending_xref,
        nodes.reference,
        nodes.inline,
        nodes.strong,
        nodes.Text,
    ]


def test_a_section_can_be_marked_as_folded(templates: dict[str, str]) -> None:
    page, *_ = made(
        templates, "# One\n\n(two)=\n{.folded}\n## Two\n\n{{ one }}\n\n(three)=\n## Three\n\nMore.", "Said."
    )
    assert isinstance(page, nodes.section)
    assert [(one["ids"], one["classes"]) for one in page.findall(nodes.section)][1:] == [
        (["two"], ["folded"]),
        (["three"], []),
    ]


def test_a_link_of_a_template_leads_to_a_page_as_links_of_records_do(templates: dict[str, str]) -> None:
    (paragraph,) = made(templates, "[How **we** {{ one }}](/book/methods/coding)", "code")
    (link,) = paragraph.findall(addnodes.pending_xref)
    assert (link["reftarget"], link["refdomain"], link["reftype"], link["refwarn"]) == (
        "/book/methods/coding", "std", "doc", True,
    )  # fmt: skip
    assert link.astext() == "How we code"


def test_a_figure_and_a_live_part_stand_alone(templates: dict[str, str]) -> None:
    assert [type(node) for node in made(templates, "{{ one }}", Live("pool", "x"))] == [LivePart]
    with pytest.raises(SlotError, match="stands in a line of words"):
        made(templates, "So {{ one }}.", Live("pool", "x"))


def test_a_section_inside_another_may_be_named_by_a_value(templates: dict[str, str]) -> None:
    source = "# One\n\n(two)=\n## Two\n\n### {{ one }}\n\n{{ 'three'|anchor }}\n\nWords."
    page, *_ = made(templates, source, "Three")
    assert [one["ids"] for one in page.findall(nodes.section)][1:] == [["two"], ["three"]]  # type: ignore[union-attr]


def test_an_anchor_names_what_it_stands_in(templates: dict[str, str]) -> None:
    (box,) = made(templates, ":::{container} box\n{{ one }}\n\nWords.\n:::", Anchor("e101"))
    assert isinstance(box, nodes.container)
    assert (box["ids"], box["classes"], box.astext()) == (["e101"], ["box"], "Words.")


@pytest.mark.parametrize(
    ("source", "facts", "left"),
    [
        ("{{ one }}", None, ""),
        ("- {{ one }}", (), ""),
        ("- {{ one }}", ("a", "b"), "a b"),
        ("Term\n: {{ one }}", None, ""),
        ("Term\n: {{ one }}", "", ""),
        ("Term\n: {{ one }}", ("a", Link("b", "p")), "Term a b"),
        ("Term\n: {{ one|joined }}", (), ""),
        (":::{container} box\n{{ one }}\n:::", None, ""),
        (":::{table} T\n| A |\n|---|\n{% for x in one %}\n| {{ x }} |\n{% endfor %}\n:::", (), ""),
        (
            ":::{table} T\n| A |\n|---|\n{% for x in one %}\n| {{ x }} |\n{% endfor %}\n:::",
            ("a", "", "b"),
            "T  A a  b",
        ),
        ("# T\n\n(x)=\n## S\n\n{{ one }}", None, "T"),
    ],
)
def test_what_holds_nothing_is_left_out(
    templates: dict[str, str], source: str, facts: object, left: str
) -> None:
    assert " ".join(node.astext() for node in made(templates, source, facts)).replace("\n\n", " ") == left


TABLE = """
:::{table} T
| A | B |
|---|---|
{% for x in one %}
| {{ x }} | {% if x == "b" %}{{ kept }}{% else %}c{% endif %} |
{% endfor %}
:::
"""


def test_rows_read_once_keep_their_own_values_and_their_order(templates: dict[str, str]) -> None:
    source = "{% set kept %}[{{ one|length|number }}]{% endset %}" + TABLE + TABLE
    first, second = made(templates, source, ("a", "a2", "b", "b", "a3", "a"))
    cells = ["a", "c", "a2", "c", "b", "[6]", "b", "[6]", "a3", "c", "a", "c"]
    for table in (first, second):
        (body,) = table.findall(nodes.tbody)
        assert [one.astext() for one in body.findall(nodes.entry)] == cells


def test_a_section_keeps_its_permanent_fragment(templates: dict[str, str]) -> None:
    templates["pages/one.md.jinja"] = (
        "# {{ one }}\n\n(found)=\n## Found\n\nA\n\n(more)=\n### More\n\nB\n\n(end)=\n## End\n\nC"
    )
    page = page_nodes(FactsPage("Title", "Study", Passage("pages/one", "Title"), ""), "slug")
    sections = [page, *page.findall(nodes.section)]
    assert {(one["ids"][0], one[0].astext()) for one in sections} == {
        ("slug", "Title"), ("found", "Found"), ("more", "More"), ("end", "End"),
    }  # fmt: skip
    (found,) = (one for one in page if isinstance(one, nodes.section) and "found" in one["ids"])
    assert [one["ids"] for one in found if isinstance(one, nodes.section)] == [["more"]]


@pytest.mark.parametrize(
    ("source", "facts", "fault"),
    [
        ("[x]({{ one }})", "y", "address or an attribute"),
        ("![x]({{ one }})", "y", "address or an attribute"),
        (":::{container} {{ one }}\nx\n:::", "y", "read with a warning"),
        ("{.{{ one }}}\nx", "y", "address or an attribute"),
        ("`{{ one }}`", "y", "holds a literal"),
        ("```\n{{ one }}\n```", "y", "holds a literal_block"),
        ("<b>{{ one }}</b>", "y", "holds a raw"),
        ("% {{ one }}", "y", "holds a comment"),
        ("{nothing}`{{ one }}`", "y", "read with a warning"),
        ("# A\n\n## B", None, r"no \(name\)="),
        ("# A\n\n(b)=\nx", None, "before no heading"),
        ("| {{ one }} |\n| {{ one }} |", "y", "outside a table"),
        ("So {{ one }}.", None, "line of words"),
        ("So {{ one }}.", ("a", "b"), "line of words"),
        ("{{ one }}", 3, "give it a filter"),
        ("{{ two }}", None, "'two' is undefined"),
        ("{{ one.two }}", "y", "has no attribute"),
        ("{{ 'a' ~ one }}", "y", "joins values"),
        ("{{ 'a' + one }}", "y", "joins values"),
        ("{{ one.join('a') }}", "y", "calls a method"),
        ("{{ one|safe }}", "y", "No filter named 'safe'"),
        ("{% autoescape false %}{{ one }}{% endautoescape %}", "y", "joins values"),
        ("\ue0000\ue001{{ one }}", "y", "private-use"),
        ("{% if %}", None, "Expected an expression"),
    ],
)
def test_a_template_that_lets_a_value_in_fails_the_build_and_says_which(
    templates: dict[str, str], source: str, facts: object, fault: str
) -> None:
    with pytest.raises(SlotError, match=rf"The template pages/one can't be .*{fault}"):
        made(templates, source, facts)


def test_a_change_of_a_shared_template_is_one_of_those_that_use_it(templates: dict[str, str]) -> None:
    templates["pages/shared.md.jinja"] = "{% macro said() %}Shared{% endmacro %}"
    templates["pages/one.md.jinja"] = (
        '{% from "pages/shared.md.jinja" import said with context %}{{ said() }}'
    )
    source_of.cache_clear()
    assert source_of("pages/one").endswith("Shared{% endmacro %}")
    source_of.cache_clear()
