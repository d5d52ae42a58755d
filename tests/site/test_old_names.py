"""A page under an old name leads to the record, and asks nobody else for anything."""

from datetime import date

from resilience.records.amends import OldName
from resilience.site.old_names import page_of


def test_an_old_name_leads_on_without_a_script_or_another_site() -> None:
    one = OldName.model_validate(
        {"folder": "studies", "old": "smith-2019", "new": "smith-2020", "on": date(2026, 11, 30)}
    )
    page = page_of(one)
    assert page.count('url=smith-2020.html"') == 1
    assert '<a href="smith-2020.html">' in page
    assert "://" not in page
    assert "<script" not in page
