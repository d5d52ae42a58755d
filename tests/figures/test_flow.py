from resilience.figures.flow import flow

STEPS = (("Found", 10, (("leads", 3),)), ("Coded", 7, ()))


def test_the_table_has_every_number() -> None:
    table = flow(STEPS, title="T", sentence="S", note="N").table
    assert table.to_numpy().tolist() == [["Found", 10, "leads: 3"], ["Coded", 7, ""]]


def test_it_is_drawn_for_both_widths() -> None:
    payload = flow(STEPS, title="T", sentence="S", note="N").payload()
    assert payload["narrow"]["width"] < payload["wide"]["width"]
    assert "Found: 10" in str(payload["wide"])
