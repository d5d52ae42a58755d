"""Evidence to send forms to."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.received.sent import MARY, answered

from resilience.evidence import EvidenceBase
from resilience.received.body import NotUnderstood
from resilience.received.form import Form
from resilience.received.forms import forms_of
from resilience.received.take import Taken, take

Send = Callable[..., Taken]
Refuse = Callable[..., list[str]]


@pytest.fixture
def base(folder: Path) -> EvidenceBase:
    return EvidenceBase(folder)


@pytest.fixture(scope="session")
def forms() -> dict[str, Form]:
    good = EvidenceBase(Path(__file__).parents[1] / "checks/good/evidence")
    return {form.kind: form for form in forms_of(good)}


@pytest.fixture
def send(base: EvidenceBase, forms: dict[str, Form]) -> Send:
    """Send a recorded form with other answers to some questions."""
    return lambda kind, **answers: take(base, MARY, answered(forms[kind], **answers))


@pytest.fixture
def refuse(send: Send) -> Refuse:
    """Send a form that is refused, and give what is said."""

    def refused(kind: str, **answers: str) -> list[str]:
        with pytest.raises(NotUnderstood) as why:
            send(kind, **answers)
        return [str(fault) for fault in why.value.faults]

    return refused
