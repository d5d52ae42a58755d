"""`resilience schema` writes the schemas, and tells with `--check` whether they are stale."""

from pathlib import Path

from tests.cli.conftest import Run


def test_fresh_schemas_end_with_0(run: Run) -> None:
    result = run("schema", "--check")
    assert (result.exit_code, result.output) == (0, "")


def test_stale_schemas_end_with_1_and_stay(run: Run, repository: Path) -> None:
    path = repository / "evidence/schema/gaps.json"
    path.write_text("{}\n", "utf-8")
    result = run("schema", "--check")
    assert result.exit_code == 1
    assert result.output == "evidence/schema/gaps.json is stale. Next: resilience schema\n"
    assert path.read_text("utf-8") == "{}\n"


def test_stale_schemas_are_written(run: Run, repository: Path) -> None:
    path = repository / "evidence/schema/gaps.json"
    before = path.read_text("utf-8")
    path.unlink()
    result = run("schema")
    assert (result.exit_code, result.output) == (0, "Written: evidence/schema/gaps.json\n")
    assert path.read_text("utf-8") == before


def test_fresh_schemas_are_not_written_again(run: Run) -> None:
    assert run("schema").output == ""


def test_the_issue_forms_are_written_with_the_schemas(run: Run, repository: Path) -> None:
    name = ".github/ISSUE_TEMPLATE/policy.yml"
    form = repository / name
    form.parent.mkdir(parents=True)
    assert f"Written: {name}\n" in run("schema").output
    assert run("schema", "--check").exit_code == 0
    form.write_text("name: x\n", "utf-8")
    result = run("schema", "--check")
    assert (result.exit_code, result.output) == (
        1,
        f"{name} is stale. Next: resilience schema\n",
    )
