"""Each part that works something out from a link says first that it waits, and what it fetches."""

import json

import pytest
from bs4 import BeautifulSoup
from tests.frozen import book

from resilience.site.pages.common import Pages
from resilience.site.parts.adapt_part import ADAPT
from resilience.site.parts.evaluate_part import EVALUATE
from resilience.site.parts.logic_model_part import LOGIC_MODEL
from resilience.site.parts.pack_part import PACK
from resilience.site.parts.part import Part
from resilience.site.parts.path_nav_part import LINK_SCRIPT
from resilience.site.parts.path_part import PATH
from resilience.site.parts.who_part import WHO

PAGES = Pages(book())


@pytest.mark.parametrize(
    "part", [PATH, ADAPT, LOGIC_MODEL, WHO, EVALUATE, PACK], ids=lambda part: str(part.name)
)
def test_a_part_has_words_for_a_link_that_waits_and_the_script_that_says_them(part: Part) -> None:
    html = part.render(PAGES, "place", root="./", download="6 MB", uri=str)
    (root,) = BeautifulSoup(html, "html.parser").select("[data-linked]")
    words = json.loads(str(root["data-linked"]))
    assert words.keys() == {"linked", "waits", "by_link", "compute", "back"}
    assert "Nothing is worked out from it before you say so. The first answer fetches 6 MB" in words["linked"]
    assert root.select(".path-say")
    assert LINK_SCRIPT in [script for one in part.parts for script in one.scripts]
