"""What would change if candidates counted is what changes in the counts."""

import pytest

from resilience.findings import Findings
from resilience.policies import candidates
from resilience.policies.candidates import Readings, sentences, what_changes


def test_councils_by_reading(view: Findings) -> None:
    frame = candidates.councils_by_reading(view)
    first = frame.iloc[0]
    assert first["label"] == "Green space"
    assert first[["without", "counted", "agreed", "n", "change"]].tolist() == [1, 2, 0, 5, 1]
    fuel = frame.set_index("label").loc["Reducing fuel poverty"]
    assert fuel[["without", "counted", "agreed", "change"]].tolist() == [2, 2, 1, 0]


def test_sentences(view: Findings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "TOP", 1)
    said = dict(what_changes(view).itertuples(index=False, name=None))
    assert said["Activities found most often"] == (
        "Of the 3 activities that we found most often, 3 stay; Green space would come in."
    )
    assert said["Councils with each activity"] == (
        "1 of 30 activities would be found with more councils; the most for Green space, "
        "with 2 councils in place of 1 of 5."
    )
    assert said["Pairs found most often"] == (
        "The pairs of activities that we found most often stay the same: "
        "Healthy homes with reducing fuel poverty."
    )
    assert said["Breadth of councils"] == (
        "1 of 5 councils would have more activities on record; all councils together 10 in place of 9, "
        "counting each activity once a council."
    )
    assert said["Agreed actions alone"] == (
        "Of the 3 activities that we found most often, 1 stay; "
        "Community clubs and associations would come in, "
        "and Healthy homes and Living wage would drop out."
    )


def test_without_candidates_nothing_changes(view: Findings) -> None:
    read = candidates.readings(view)
    same = Readings(
        {reading: read.policies["settled"] for reading in read.policies},
        {reading: read.councils["settled"] for reading in read.councils},
    )
    said = sentences(view, same)
    assert said["Councils with each activity"] == "No activity would be found with more councils."
    assert said["Agreed actions alone"].startswith("The activities that we found most often stay the same: ")


def test_pairs_by_reading(view: Findings) -> None:
    frame = candidates.pairs_by_reading(view).set_index("label")
    assert frame.loc["Healthy homes with reducing fuel poverty"].tolist() == [2, 2]
    assert frame.loc["Green space with healthy homes"].tolist() == [0, 1]
