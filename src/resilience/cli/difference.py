"""How `resilience places evaluate` prints a difference in change."""

from resilience.cli.reports import lined_up
from resilience.places.estimate import LABELS, Estimate
from resilience.places.evaluation import Difference
from resilience.places.placebo import placebo_in_words
from resilience.places.trend import trend_in_words, undoing


def as_object(found: Difference) -> dict[str, object]:
    """Write it for programs: the leading estimate at the top, the others under `beside`."""
    leading = _estimate(found.leading)
    rest = {
        "areas": found.areas,
        "people": found.people,
        "beside": [_estimate(one) for one in found.estimates[1:]],
        "means": found.means.to_dict("records"),
        "trend": undoing(found.leading)._asdict(),
        "placebo": as_object(found.placebo) if found.placebo else None,
        "notes": list(found.notes),
    }
    return {**leading, **rest}


def _estimate(one: Estimate) -> dict[str, object]:
    names = ("method", "estimate", "se", "df", "ci_low", "ci_high", "p")
    return {name: getattr(one, name) for name in names}


def as_table(found: Difference) -> str:
    """Write it for people: numbers by name, then what they mean and the rules."""
    said = [trend_in_words(found, _signed), *found.notes]
    if found.placebo:
        said.insert(0, placebo_in_words(found.placebo, _signed))
    return "\n".join([*lined_up(_rows(found)), *said])


def _rows(found: Difference) -> list[tuple[str, str]]:
    leading = found.leading
    return [
        ("difference in change", f"{leading.estimate:.5g}"),
        ("by", _label(leading)),
        ("standard error", f"{leading.se:.5g}"),
        ("95% interval", _interval(leading)),
        ("p", f"{leading.p:.5g}"),
        *((f"beside it: {_label(one)}", _short(one)) for one in found.estimates[1:]),
        ("areas", str(found.areas)),
        ("answers", str(found.people)),
        *(
            (
                f"mean of areas, {row['group']}, wave {row['wave']:g}",
                f"{row['mean']:.5g} ({row['areas']} areas, {row['n']} answers)",
            )
            for row in found.means.to_dict("records")
        ),
        *((f"placebo: {_label(one)}", _short(one)) for one in _placebo(found)),
    ]


def _placebo(found: Difference) -> tuple[Estimate, ...]:
    return found.placebo.estimates if found.placebo else ()


def _label(one: Estimate) -> str:
    label = LABELS[one.method]
    return label[0].lower() + label[1:]


def _short(one: Estimate) -> str:
    return f"{one.estimate:.5g} ({_interval(one)}), p {one.p:.5g}"


def _interval(one: Estimate) -> str:
    return f"{one.ci_low:.5g} to {one.ci_high:.5g}"


def _signed(number: float) -> str:
    return f"{number:+.3g}"
