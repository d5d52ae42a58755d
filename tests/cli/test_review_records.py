"""`resilience review --records`: a person compares records with their sources; answers are saved at once."""

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from resilience.checks import Severity, check
from resilience.cli import main
from resilience.evidence import load
from resilience.records.provenance import Provenance

BY = ("--by", "Ann Reviewer")
TRIAL = ("--record", "trial-2020")
WIDTH = 60
EVERY = {"review-2019", "trial-2020", "parks-for-all", "warm-homes-2019", "claremont"}


@pytest.fixture
def book(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COLUMNS", str(WIDTH))
    return repository


def run(*words: str, keys: tuple[str, ...] = ()) -> Result:
    lines = "".join(f"{key}\n" for key in keys)
    return CliRunner().invoke(main, ["review", "--records", *words], input=lines, catch_exceptions=False)


def walked(*words: str, keys: tuple[str, ...]) -> str:
    result = run(*BY, *words, keys=keys)
    assert result.exit_code == 0, result.output
    return result.output


def asked(output: str) -> list[str]:
    return re.findall(r"^(?:study|policy|neighbourhood) (\S+)$", output, re.MULTILINE)


def listed(*words: str) -> list[str]:
    return [line.split("\t")[1] for line in run("--list", *words).output.splitlines()[1:]]


def provenance(book: Path, key: str = "trial-2020") -> Provenance:
    return load(book).studies[key].provenance


def flat(text: str) -> str:
    return " ".join(text.split())


def test_ok_writes_name_and_date_into_the_record(book: Path) -> None:
    output = walked(*TRIAL, keys=("o",))
    checked = provenance(book).checked
    assert checked
    assert (checked.by, checked.on) == ("Ann Reviewer", date.today())
    assert "Saved 1 check and 0 cautions. 0 records wait." in output
    assert "commit evidence" in output


def test_a_checked_record_is_never_asked_again(book: Path) -> None:
    every = listed()
    assert set(every) == EVERY
    assert asked(walked(keys=("o", "s", "q"))) == every[:3]
    assert listed() == every[1:]
    assert asked(walked(keys=("q",))) == every[1:2]


def test_when_all_are_checked_none_waits(book: Path) -> None:
    walked(keys=("o",) * len(EVERY))
    assert run(*BY).output == "No record waits.\n"


def test_wrong_fields_become_cautions_and_the_record_stays_unchecked(book: Path) -> None:
    keys = ("w", "sample_size", "210, in table 1", "outcomes[1].measure", "after two years, p. 4", "", "q")
    output = walked(*TRIAL, keys=keys)
    day = f"{date.today().day} {date.today():%B %Y}"
    assert provenance(book).cautions == (
        f"sample_size is wrong, says Ann Reviewer on {day}: 210, in table 1",
        f"outcomes[1].measure is wrong, says Ann Reviewer on {day}: after two years, p. 4",
    )
    assert provenance(book).checked is None
    assert "Saved 0 checks and 2 cautions. 1 record waits." in flat(output)


@pytest.mark.parametrize("keys", [("w", ""), ("w", "sample_size", "", ""), ("w", "sampl_size", "")])
def test_a_fault_can_be_left_out(book: Path, keys: tuple[str, ...]) -> None:
    walked(*TRIAL, keys=(*keys, "q"))
    assert provenance(book).cautions == ()


def test_a_field_that_is_not_there_is_explained(book: Path) -> None:
    output = walked(*TRIAL, keys=("w", "sampl_size", "", "q"))
    assert "No field is called sampl_size. Did you mean sample_size?" in flat(output)


def test_a_caution_is_shown_to_the_next_who_looks(book: Path) -> None:
    walked(*TRIAL, keys=("w", "sample_size", "210, in table 1", "", "q"))
    assert "Caution: sample_size is wrong" in flat(walked(*TRIAL, keys=("q",)))


@pytest.mark.parametrize("key", ["x", "", "4", "oo", "\x1b[A"])
def test_an_unknown_key_is_explained_and_saves_nothing(book: Path, key: str) -> None:
    assert "Not a key here." in walked(*TRIAL, keys=(key, "q"))
    assert provenance(book).checked is None


def test_keys_may_be_capitals(book: Path) -> None:
    walked(*TRIAL, keys=("O",))
    assert provenance(book).checked


def test_skip_saves_nothing(book: Path) -> None:
    before = {path: path.read_bytes() for path in book.rglob("*.yml")}
    output = walked(keys=("s",) * len(EVERY))
    assert "Saved 0 checks and 0 cautions. 5 records wait." in flat(output)
    assert "commit" not in output
    assert {path: path.read_bytes() for path in book.rglob("*.yml")} == before


@pytest.mark.parametrize("keys", [("o",), ("o", "w"), ("o", "w", "summary")])
def test_the_end_of_input_ends_the_walk_with_a_summary(book: Path, keys: tuple[str, ...]) -> None:
    output = walked(keys=keys)
    assert "Saved 1 check and 0 cautions. 4 records wait." in flat(output)


def test_what_is_saved_passes_the_checks(book: Path) -> None:
    walked(keys=("o", "w", "summary", "Two things. Both wrong.", "", "o", "o", "o"))
    # A check is dated today, and so is not in the future.
    problems = check(book / "evidence", date.today())
    assert [str(one) for one in problems if one.severity is Severity.ERROR] == []


def test_the_card_shows_summary_codes_reasons_and_where_it_was_seen(book: Path) -> None:
    shown = flat(walked(*TRIAL, keys=("q",)))
    study = load(book).studies["trial-2020"]
    for part in (
        study.summary,
        "design: rct",
        "sample_size: 200",
        "outcomes[1]: category other · measure Depressed after a year",
        "Look because",
        "the two passes of coding gave different codes",
        "Seen at https://example.org/page",
        "Read: the abstract.",
        "full source",
    ):
        assert part in shown
    assert "inequality" not in shown


def test_every_kind_of_record_has_a_card(book: Path) -> None:
    output = walked(keys=("s",) * len(EVERY))
    assert set(asked(output)) == EVERY
    assert [line for line in output.splitlines() if len(line) > WIDTH and "://" not in line] == []


def test_letters_that_would_act_on_a_terminal_are_refused_by_their_code(book: Path) -> None:
    path = book / "evidence/studies/trial-2020.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Gardeners were", '"Gardeners \\e[2J').replace("depressed.", 'depressed."'))
    refused = run(*BY, *TRIAL, keys=("q",))
    assert refused.exit_code == 2
    assert "the character U+001B can't be seen" in " ".join(refused.output.split())
    assert "\x1b" not in refused.output


def test_a_sample_is_the_same_for_the_same_seed(book: Path) -> None:
    first = listed("--random", "3", "--seed", "7")
    assert len(first) == 3
    assert listed("--random", "3", "--seed", "7") == first
    assert {tuple(listed("--random", "3", "--seed", str(seed))) for seed in range(9)} != {tuple(first)}
    assert set(listed("--random", "99")) == EVERY


def test_a_sample_goes_on_where_it_was_left(book: Path) -> None:
    words = ("--random", "3", "--seed", "7")
    drawn = listed(*words)
    walked(*words, keys=("o", "q"))
    assert listed(*words) == drawn[1:]


def test_without_a_name_nothing_is_asked(book: Path) -> None:
    for words in ((), ("--by", " ")):
        result = run(*words, keys=("o",))
        assert result.exit_code == 2
        assert "Say who checks the records: --by NAME." in result.output


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--record", "trial-2021"), "trial-2021 is no record that we know. Did you mean trial-2020?"),
        (("--type", "befriending"), "--type does not go with --records."),
        (("--reviewer", "Ann"), "--reviewer does not go with --records."),
        (("--random", "0"), "0 is not in the range"),
    ],
)
def test_words_that_make_no_sense_are_refused(book: Path, words: tuple[str, ...], sentence: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert sentence in flat(result.output)


@pytest.mark.parametrize("words", [("--by", "Ann"), ("--random", "3")])
def test_words_for_records_alone_need_records(book: Path, words: tuple[str, ...]) -> None:
    result = CliRunner().invoke(main, ["review", *words])
    assert result.exit_code == 2
    assert f"{words[0]} goes with --records only." in result.output


def test_a_record_that_broke_meanwhile_ends_with_a_sentence(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = book / "evidence/studies/trial-2020.yml"
    monkeypatch.setattr(
        "resilience.cli.review_records.show", lambda *_: broken.write_text("design: [", encoding="utf-8")
    )
    result = run(*BY, *TRIAL, keys=("o",))
    assert result.exit_code == 2
    assert "Nothing was saved." in result.output
