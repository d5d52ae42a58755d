"""`resilience check --asks`: what a maintainer may ask of records again."""

import json

from tests.cli.conftest import Run

TITLE = "Policies without a first year"
PATH = "evidence/policies/parks-for-all.yml"


def test_each_question_comes_with_its_count_what_to_do_and_its_files(run: Run) -> None:
    result = run("check", "--asks")
    lines = result.stdout.splitlines()
    assert (result.exit_code, result.stderr) == (0, "")
    assert f"{TITLE}: 1" in lines
    place = lines.index(f"{TITLE}: 1")
    assert lines[place + 1 : place + 3] == [
        "  Look for the year on another page, and give it as year_start.",
        f"  {PATH}",
    ]
    assert "Reviews that do not say of how many studies: 0" in lines


def test_paths_limit_the_list(run: Run) -> None:
    assert f"{TITLE}: 0" in run("check", "--asks", "evidence/studies").stdout.splitlines()
    assert f"{TITLE}: 1" in run("check", "--asks", PATH).stdout.splitlines()


def test_json_is_for_programs(run: Run) -> None:
    found = {ask["title"]: ask["paths"] for ask in json.loads(run("check", "--asks", "--json").stdout)}
    assert found[TITLE] == [PATH]
