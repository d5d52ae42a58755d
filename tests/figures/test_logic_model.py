"""A logic model: every step is drawn with how sure it is."""

import pandas as pd
import pytest

from resilience.figures.logic_model import Arrow, Stage, logic_model

STAGES = (Stage("Did", ["Debt advice"]), Stage("Found", ["Money", "Trust"]), Stage("Measured", ["Health"]))
ARROWS = (Arrow("own account", True), Arrow("mixed evidence", False))
TABLE = pd.DataFrame([("Debt advice", "Health", "mixed evidence")], columns=["From", "To", "How sure"])


def test_arrows_say_how_sure_a_step_is_and_only_unstudied_ones_are_dashed() -> None:
    payload = logic_model(STAGES, ARROWS, TABLE, title="T", sentence="S.", note="N").payload()
    for size in (payload["wide"], payload["narrow"]):
        rows = [row for rows in size["datasets"].values() for row in rows]
        assert {"own account", "mixed evidence"} <= {row.get("text") for row in rows}
        shafts = {row["is_dashed"]: row["from"] for row in rows if "is_dashed" in row}
        assert shafts[True] < shafts[False]


def test_boxes_stand_under_each_other_from_stage_to_stage() -> None:
    spec = logic_model(STAGES, ARROWS, TABLE, title="T", sentence="S.", note="N").payload()["narrow"]
    boxes = {row["text"]: row for rows in spec["datasets"].values() for row in rows if "bottom" in row}
    assert boxes["Debt advice"]["bottom"] < boxes["Money"]["top"] == boxes["Trust"]["top"]
    assert boxes["Money"]["right"] < boxes["Trust"]["left"]
    assert boxes["Trust"]["bottom"] < boxes["Health"]["top"]


def test_arrows_must_fit_between_stages() -> None:
    with pytest.raises(ValueError, match="3 stages need 2 arrows, not 1"):
        logic_model(STAGES, ARROWS[:1], TABLE, title="T", sentence="S.", note="N")
