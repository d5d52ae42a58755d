"""What the options of `resilience plan` ask for, as the link of a plan; every fault is told in one run."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

from resilience.appraisal import Places
from resilience.appraisal.options import COMMUNITY, NEED
from resilience.appraisal.ranking import MOST
from resilience.checks.problem import listed, meant
from resilience.drafts.the_place import the_place
from resilience.planning.walk import MOST_ACTIVITIES


class Asked:
    """The answers of a link, and what options change in them."""

    def __init__(self, link: str | None) -> None:
        """Take a link, as an address or as its query alone, or none."""
        query = urlsplit(link).query or link if link else ""
        self._answers = dict(parse_qsl((query or "").removeprefix("?")))
        self.problems: list[str] = []

    @property
    def link(self) -> str:
        """Give all answers as the query of a link."""
        return urlencode(self._answers)

    @property
    def names_place(self) -> bool:
        """Say whether a place is named."""
        return "place" in self._answers

    def place(self, name: str, places: Places) -> None:
        """Take a place by its name or code."""
        try:
            self._answers["place"] = the_place(places, name).slug
        except ValueError as reason:
            self._fault(f"PLACE: {reason}")

    def names(self, key: str, given: str | None, option: str, known: Collection[str], what: str) -> None:
        """Take names with commas between."""
        if given is None:
            return
        names = _parts(given)
        for name in names:
            self._is_known(name, option, known, what)
        if key == "activities" and len(names) > MOST_ACTIVITIES:
            self._fault(f"{option}: a plan is for up to two activities; {len(names)} are named.")
        self._answers[key] = ".".join(names)

    def weights(self, given: str | None, groups: Collection[str]) -> None:
        """Take how much each step matters."""
        if given is None:
            return
        pairs = self._pairs(_parts(given), "--weights", (NEED, *groups, COMMUNITY), "step to weigh")
        for name, text in pairs.items():
            if not _is_number(text) or not 0 <= float(text) <= MOST:
                self._fault(f"--weights: {name}={text} is no number from 0 to {MOST:g}.")
        self._answers["weights"] = ",".join(f"{name}:{text}" for name, text in pairs.items())

    def numbers(self, given: Sequence[str], known: Collection[str]) -> None:
        """Take numbers of the evaluation; which can be, the step on evaluation says."""
        self._answers.update(self._pairs(given, "--set", known, "number of the evaluation"))

    def text(self, key: str, given: str | None) -> None:
        """Take an answer as it is."""
        if given is not None:
            self._answers[key] = given

    def day(self, given: str | None) -> str:
        """Give the day to print, as 2026-11-30."""
        if given is None:
            return datetime.date.today().isoformat()
        try:
            return datetime.date.fromisoformat(given).isoformat()
        except ValueError:
            self._fault(f"--day: {given} is no day. Write it like 2026-11-30.")
            return ""

    def _pairs(
        self, given: Sequence[str], option: str, known: Collection[str], what: str
    ) -> Mapping[str, str]:
        found = {}
        for text in given:
            name, sign, value = (part.strip() for part in text.partition("="))
            if not sign or not value:
                example = next(iter(known))
                self._fault(f"{option}: {text} is not like {example}=5.")
            elif self._is_known(name, option, known, what):
                found[name] = value
        return found

    def _is_known(self, name: str, option: str, known: Collection[str], what: str) -> bool:
        if name not in known:
            hint = meant(name, known) or f"Take one of: {listed(known)}."
            self._fault(f"{option}: {name} is no {what} that we know. {hint}")
        return name in known

    def _fault(self, sentence: str) -> None:
        self.problems.append(sentence.strip())


def _parts(text: str) -> list[str]:
    return list(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
