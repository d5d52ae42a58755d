"""A locked package with a known weakness is named once, with the release that mends it."""

from pathlib import Path
from typing import Any

from tests.test_setup.tools import tool

audit = tool("audit")
RECORDS: dict[str, Any] = {
    "GHSA-1": {
        "summary": "Templates can run code",
        "aliases": ["CVE-2026-1", "PYSEC-1"],
        "affected": [
            {
                "package": {"name": "Some_Name", "ecosystem": "PyPI"},
                "ranges": [
                    {"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.2"}]},
                    {"type": "GIT", "events": [{"introduced": "0"}, {"fixed": "abc"}]},
                ],
            }
        ],
    },
    "PYSEC-1": {"aliases": ["GHSA-1"]},
    "GHSA-2": {"withdrawn": "2026-01-01T00:00:00Z"},
    "GHSA-3": {"summary": "Slow"},
}
KNOWN = {("some-name", "1.1"): ["GHSA-1", "PYSEC-1", "GHSA-2"], ("other", "2"): ["GHSA-3"]}


def database(path: str, sent: Any) -> Any:
    if path == "querybatch":
        found = [KNOWN.get((query["package"]["name"], query["version"])) for query in sent["queries"]]
        return {"results": [{"vulns": [{"id": one} for one in ids]} if ids else {} for ids in found]}
    return RECORDS[path.removeprefix("vulns/")]


def test_all_locks_are_read(tmp_path: Path) -> None:
    text = "some-name==1.1 ; python_version < '3.12' \\\n    --hash=sha256:00\nother==2\\\n    --hash=x\n"
    (tmp_path / "site.lock").write_text(text, "utf-8")
    (tmp_path / "test.lock").write_text("other==2 \\\n    --hash=sha256:00\n", "utf-8")
    assert audit.pins_in(tmp_path) == {
        ("some-name", "1.1"): ["site.lock"],
        ("other", "2"): ["site.lock", "test.lock"],
    }


def test_one_weakness_of_two_names_is_told_once_and_a_withdrawn_one_never(monkeypatch: Any) -> None:
    monkeypatch.setattr(audit, "AT_ONCE", 2)
    pins = {("fine", "1"): ["site.lock"], ("some-name", "1.1"): ["site.lock"], ("other", "2"): ["a", "b"]}
    assert list(audit.weaknesses(pins, database)) == [
        "some-name 1.1 (site.lock): GHSA-1 Templates can run code; mended in 1.2",
        "other 2 (a, b): GHSA-3 Slow; no mended release is named",
    ]


def test_the_real_locks_are_asked_about() -> None:
    pins = audit.pins_in(audit.ROOT / "requirements")
    assert {"sphinx", "uv", "pydantic"} <= {name for name, _ in pins}
