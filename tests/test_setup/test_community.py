"""What GitHub shows to those who come: it is there, true, and names nothing that is not."""

import json
import re

import pytest
from tests.test_setup.tools import ROOT

GITHUB = ROOT / ".github"
PRIVATE_REPORT = "press *Security*, then *Report a vulnerability*"


@pytest.mark.parametrize("name", ["SECURITY.md", "CODE_OF_CONDUCT.md"])
def test_a_private_report_is_the_way_to_the_maintainers(name: str) -> None:
    text = (GITHUB / name).read_text("utf-8")
    assert PRIVATE_REPORT in text
    assert not re.search(r"\[INSERT|@example|TODO|\w@\w", text)


def test_the_code_of_conduct_says_where_it_is_from() -> None:
    text = (GITHUB / "CODE_OF_CONDUCT.md").read_text("utf-8")
    assert "https://www.contributor-covenant.org/version/2/1/code_of_conduct.html" in text


def test_the_paths_of_owners_are_there() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines()
    paths = [found[1] for line in lines if (found := re.match(r"(?:# )?/(\S+)", line))]
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_those_who_come_first_are_told_who_starts_the_check() -> None:
    for path in (GITHUB / "PULL_REQUEST_TEMPLATE.md", ROOT / "CONTRIBUTING.md"):
        assert re.search(r"a maintainer starts", path.read_text("utf-8"), re.IGNORECASE), path.name


def test_the_container_sets_up_what_the_makefile_does() -> None:
    text = (ROOT / ".devcontainer/devcontainer.json").read_text("utf-8")
    container = json.loads(re.sub(r"^//.*$", "", text, flags=re.MULTILINE))
    assert container["postCreateCommand"] == "make site"
    version = re.fullmatch(r"mcr\.microsoft\.com/devcontainers/python:3\.(\d+)", container["image"])
    assert version
    assert int(version[1]) in (11, 12, 13)


def test_the_guide_for_maintainers_names_every_job_and_command_that_is_theirs() -> None:
    guide = (ROOT / "book/contribute/maintaining.md").read_text("utf-8")
    for said in (
        "make edition",
        "make learn",
        "make lock UPGRADE=--upgrade",
        "make newest",
        "check --overdue",
    ):
        assert said in guide, said
    for workflow in ("Check", "Publish", "Received", "Weekly", "Release"):
        assert f"*{workflow}*" in guide, workflow
