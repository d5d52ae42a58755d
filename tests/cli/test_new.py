"""`resilience new` begins a record, never touches one that is there, and says what is left to do."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.conftest import Run

from resilience.cli import main
from resilience.evidence import load

RIS = """TY  - JOUR
AU  - Litt, Jill S.
AU  - Alaimo, Katherine
{title}  - Effects of a community gardening trial
PY  - 2023/01/05
JO  - Lancet
SP  - 23
EP  - 32
DO  - 10.1016/s0140-6736(23)00001-2
ER  -
"""
POLICY = ("new", "policy", "--title", "Dry Homes", "--council", "Leeds", "--year", "2024")
WHOLE = (
    *POLICY,
    *("--document", "scheme", "--summary", "Grants to insulate homes.", "--action", "insulate homes"),
    *(
        "--type",
        "fuel-poverty",
        "--url",
        "https://www.leeds.gov.uk/dry",
        "--read",
        "opening",
        "--by",
        "person",
    ),
)


def test_a_policy_is_begun_and_what_is_left_is_told(run: Run, repository: Path) -> None:
    result = run(*POLICY)
    assert result.exit_code == 0
    assert result.stdout.startswith("Written: evidence/policies/leeds-dry-homes-2024.yml\n")
    for name in ("document_type", "types", "summary", "actions[0].text", "provenance.read", "provenance.by"):
        assert f": {name}\n" in result.stdout
    assert "`resilience check evidence/policies/leeds-dry-homes-2024.yml`" in result.stdout
    text = (repository / "evidence/policies/leeds-dry-homes-2024.yml").read_text("utf-8")
    assert "council: leeds-city-council\n" in text
    assert "#   strategy: Strategy\n" in text
    assert "coded:" not in text


@pytest.mark.parametrize("more", [(), ("--bare",)])
def test_a_policy_with_all_it_needs_passes_its_checks(run: Run, more: tuple[str, ...]) -> None:
    result = run(*WHOLE, *more)
    assert "read it once more" in result.stdout
    assert run("check", "evidence/policies/leeds-dry-homes-2024.yml").exit_code == 0


def test_a_record_that_is_there_stays_as_it_is(run: Run, repository: Path) -> None:
    run(*POLICY)
    path = repository / "evidence/policies/leeds-dry-homes-2024.yml"
    path.write_text("mine", "utf-8")
    result = run(*POLICY)
    assert result.exit_code == 2
    assert "policies/leeds-dry-homes-2024.yml is there already" in result.stderr
    assert path.read_text("utf-8") == "mine"
    assert run(*POLICY, "--slug", "another").exit_code == 0


def test_policies_of_the_council_with_words_of_the_title_are_named(run: Run) -> None:
    said = run(*POLICY).stdout
    assert "On record of this council already." in said
    assert "\n  evidence/policies/warm-homes-2019.yml: Warm Homes\n" in said
    other = run("new", "policy", "--title", "Dry Rivers of Leeds", "--council", "Leeds").stdout
    assert "warm-homes-2019" not in other


@pytest.mark.parametrize("title", ["TI", "T1"])
def test_a_study_comes_from_ris_with_its_work(run: Run, repository: Path, title: str) -> None:
    (repository / "work.ris").write_text(RIS.format(title=title), "utf-8")
    result = run("new", "study", "--from", "work.ris", "--type", "green-space", "--intervention", "a plot")
    name = "litt-2023-community-gardening"
    assert f"Written: evidence/studies/{name}.yml\nWritten: evidence/references.bib\n" in result.stdout
    assert ": on_topic.green-space\n" in result.stdout
    work = load(repository).references[name]
    assert (work.title, work.year, work.pages) == ("Effects of a community gardening trial", 2023, "23-32")
    assert work.authors == ("Litt, Jill S.", "Alaimo, Katherine")
    assert [*load(repository).references] == sorted(load(repository).references)
    assert "already: evidence/studies/" in run("new", "study", "--from", "work.ris").stderr


def test_a_study_comes_from_bibtex_and_options_go_before_it(run: Run, repository: Path) -> None:
    text = "@article{x, author = {Cay, A.}, title = {Trees}, year = {2019}, journal = {Soil}}"
    (repository / "work.bib").write_text(text, "utf-8")
    assert run("new", "study", "--from", "work.bib", "--year", "2020").exit_code == 0
    assert load(repository).references["cay-2020-trees"].year == 2020


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no works"),
        ("@misc{a, title={A}}\n@misc{b, title={B}}", "2 works"),
        ("TY  - JOUR\nER  -\nTY  - JOUR\nER  -\n", "several works"),
        ("TY  - JOUR\nER  -\n", "no title"),
        ("@misc{a, title={A}", "can't be read"),
    ],
)
def test_a_file_without_one_work_is_refused(run: Run, repository: Path, text: str, why: str) -> None:
    (repository / "work.txt").write_text(text, "utf-8")
    result = run("new", "study", "--from", "work.txt")
    assert result.exit_code == 2
    assert why in result.stderr


def test_a_study_of_a_work_on_record_takes_its_key(run: Run, repository: Path) -> None:
    before = (repository / "evidence/references.bib").read_bytes()
    result = run("new", "study", "--title", "Grants for heating", "--year", "2021")
    assert "Written: evidence/studies/lead-2021.yml\n" in result.stdout
    assert (repository / "evidence/references.bib").read_bytes() == before


def test_a_record_that_is_not_filled_in_is_in_nobodys_way(run: Run) -> None:
    assert run(*POLICY).exit_code == 0
    assert run(*POLICY, "--slug", "another").exit_code == 0
    assert run("new", "study", "--title", "Trees").exit_code == 0
    assert run("new", "study", "--title", "Parks").exit_code == 0


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("policy",), "Say --title"),
        (("policy", "--title", "A", "--council", "Nowhere"), "no council in evidence/councils.yml"),
        (("policy", "--title", "A", "--type", "green-spac"), "Did you mean green-space?"),
        (("study",), "Say --title or --from"),
        (("neighbourhood",), "Say --place"),
        (("activity", "claremon", "--text", "a"), "Did you mean claremont?"),
        (("activity", "claremont"), "Say --text"),
        (("activity", "claremont", "--text", "a"), "Say the --domain"),
    ],
)
def test_what_is_missing_is_told_in_a_sentence(run: Run, words: tuple[str, ...], why: str) -> None:
    result = run("new", *words)
    assert result.exit_code == 2
    assert why in result.stderr


ACTIVITY = ("new", "activity", "claremont", "--text", "plant trees", "--domain", "living-environment")


def test_an_activity_is_added_once(run: Run, repository: Path) -> None:
    words = (*ACTIVITY, "--url", "https://example.org/a", "--year", "2020")
    before = load(repository).neighbourhoods["claremont"].activities
    assert "resilience review --record claremont" in run(*words).stdout
    after = load(repository).neighbourhoods["claremont"].activities
    assert after[:-1] == before
    assert (after[-1].text, after[-1].year, after[-1].coded) == ("plant trees", 2020, None)
    assert "already" in run(*words).stderr


def asked(*words: str, answers: str) -> Result:
    return CliRunner().invoke(main, ["new", *words, "--ask"], input=answers, catch_exceptions=False)


def test_questions_are_asked_and_may_be_passed_over(book: Path) -> None:
    council = next(iter(load(book).councils.values())).name
    answers = ["Dry homes", "Nowhere at all", council, "20", "2024", "99", "scheme", ""]
    answers += ["give grants to insulate cold homes", "", "https://example.org/a", "1"]
    result = asked("policy", answers="\n".join([*answers, ""]))
    assert result.exit_code == 0, result.output
    assert "A year has four digits." in result.output
    assert "proposes" in result.output
    (path,) = (book / "evidence/policies").glob("*dry-homes-2024.yml")
    text = path.read_text("utf-8")
    assert "types:\n  - fuel-poverty\n" in text
    assert "document_type: scheme\n" in text


def test_proposals_stand_as_comments_with_their_reason(book: Path) -> None:
    words = ("policy", "--title", "Dry", "--summary", "insulate cold homes", "--no-ask", "--slug", "dry")
    CliRunner().invoke(main, ["new", *words], catch_exceptions=False)
    text = (book / "evidence/policies/dry.yml").read_text("utf-8")
    assert "# Proposals of the matcher, not checked by anyone." in text
    assert "# - fuel-poverty (" in text
    assert "types: null\n" in text


def test_a_place_of_the_country_becomes_a_neighbourhood(run: Run, repository: Path) -> None:
    place = list(load(repository).country.places.values())[-1]
    result = run(
        "new", "neighbourhood", "--place", place.code, "--aim", "Fewer lonely people", "--slug", "here"
    )
    assert result.exit_code == 0, result.output
    text = (repository / "evidence/neighbourhoods/here.yml").read_text("utf-8")
    assert f"place: {place.council}.{place.code}\n" in text
    assert "programme: false\n" in text
    assert ": description\n" in result.stdout


def test_an_activity_of_a_neighbourhood_that_is_begun_waits_until_it_is_whole(
    run: Run, repository: Path
) -> None:
    path = repository / "evidence/neighbourhoods/begun.yml"
    path.write_text("name: null\n", "utf-8")
    result = run("new", "activity", "begun", *ACTIVITY[3:])
    assert result.exit_code == 2
    said = " ".join(result.stderr.split())
    assert (
        "begun is begun, and not yet whole. Run `resilience check evidence/neighbourhoods/begun.yml`" in said
    )
    assert path.read_text("utf-8") == "name: null\n"
