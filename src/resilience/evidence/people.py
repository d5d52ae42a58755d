"""The names in a field of authors: read as BibTeX reads them, and other ways of writing them mended."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from resilience.evidence.latex import escaped, plain

OTHERS = "others"
"""What stands for further authors that a source does not name."""


class Person(NamedTuple):
    """One name in a field, as it stands and as it reads."""

    raw: str
    text: str

    @property
    def in_braces(self) -> bool:
        """Say whether braces hold the whole name together, as those around a body do."""
        return bool(
            re.fullmatch(r"\{(?!\\[^A-Za-z\s])(?!\\[A-Za-z]{1,2}\})[^{}]*(?:\{[^{}]*\}[^{}]*)*\}", self.raw)
        )


_ET_AL = re.compile(r"[,;]?\s*(?:\band\s+)?\bet\.?\s*al\b\.?,?\s*\Z", re.IGNORECASE)
_INITIALS = r"[^\W\d_a-z]{1,3}"
_SURNAME = r"[^\W\d_][^\d,;&@]*[^\W\d_]"
_FAMILY_INITIALS = re.compile(rf"({_SURNAME}) ({_INITIALS})")
"""As PubMed writes a name: Smith JK."""
_ONLY_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[ -]?){1,4}")
_GIVEN_FIRST = re.compile(
    rf"((?:{_SURNAME} )?(?:[^\W\d_a-z]\.[ -]?)+(?: [^\W\d_]+\.?)*?) ?((?:[^\W\d_A-Z]\w* )*{_SURNAME})"
)
_FULL_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]+(?: [^\W\d_a-z][^\W\d_]+)+")
_SUFFIX = re.compile(r"(?:jr|sr|junior|senior|[ivx]+|ph\.?d|m\.?d|esq)\.?", re.IGNORECASE)
_ROLE = re.compile(r"\b(?:Dr|Prof|Professor|Mr|Mrs|Ms)\b\.?|\((?i:eds?\.?|hrsg\.?)\)")


def people(field: str) -> tuple[Person, ...]:
    """Split a field of names at each `and` that no braces hold together; a name may turn out empty."""
    names: list[list[str]] = [[]]
    depth = 0
    for word in field.split():
        if word.lower() == "and" and depth == 0:
            names.append([])
            continue
        bare = re.sub(r"\\[{}]", "", word)
        depth += bare.count("{") - bare.count("}")
        names[-1].append(word)
    raws = (" ".join(words) for words in names)
    return tuple(Person(raw, plain(raw)) for raw in raws)


def read_people(field: str) -> tuple[str, ...]:
    """Give the names in a field: people family name first, bodies as they stand."""
    return tuple(
        _family_first(person.text) if not person.in_braces else person.text
        for person in people(field)
        if person.text
    )


def _family_first(name: str) -> str:
    """Turn `J. K. van Dam` round; who has no initial may be a body, and stays."""
    if "," not in name and (found := _GIVEN_FIRST.fullmatch(name)) and " " in name:
        return f"{found[2]}, {found[1].strip()}"
    return name


def people_as_bibtex(names: tuple[str, ...]) -> str:
    """Join names, with braces around bodies, whose names have no family name to sort by."""
    return " and ".join(map(_as_bibtex, names))


def _as_bibtex(name: str) -> str:
    is_body = "," not in name and " " in name
    return f"{{{escaped(name)}}}" if is_body or "and" in name.lower().split() else escaped(name)


def in_letters(field: str) -> str:
    """Write the names of a field without LaTeX; what braces held together stays so."""
    return " and ".join(
        f"{{{escaped(person.text)}}}" if person.in_braces else escaped(_family_first(person.text))
        for person in people(field)
        if person.text
    )


def faults(field: str) -> Iterator[str]:
    """Say what keeps a field from being read as the names that it means."""
    found = people(field)
    if not all(person.text for person in found):
        yield "a name before or after an `and` is missing"
    for place, person in enumerate(found):
        if person.text.lower() == OTHERS and (place == 0 or place < len(found) - 1):
            yield "`others` stands for the rest, so it comes last and never alone"
        elif person.text and not person.in_braces and (fault := _fault(person)):
            yield fault


def _fault(person: Person) -> str:
    name = person.text
    parts = [part.strip() for part in name.split(",")]
    if _ET_AL.search(name):
        return "`et al.` is read as a name"
    if sign := re.search(r"[;&/]|\bwith\b", name):
        return f"names are joined by {sign[0]}, so they are read as one name"
    if not all(parts):
        return f"{_short(name)} has a comma too many"
    if role := _ROLE.search(name):
        return f"{_short(name)} holds {role[0]}, which is no part of a name"
    if odd := re.search(r"[\d@*†‡§=<>()\[\]]", name):
        return f"{_short(name)} holds {odd[0]}, which no name has"
    return _misread(person, parts)


def _misread(person: Person, parts: list[str]) -> str:
    """Say where a name has too many commas, or too few."""
    name = person.text
    has_suffix = len(parts) == 3 and _SUFFIX.fullmatch(parts[1])
    if (len(parts) > 2 and not has_suffix) or (
        len(parts) == 2 and all(map(_FAMILY_INITIALS.fullmatch, parts))
    ):
        return "names are joined by commas, so they are read as one name"
    if len(parts) == 2 and not person.raw.startswith("{") and all(map(_FULL_NAME.fullmatch, parts)):
        return f"{_short(name)} could be two people, or one with a family name of several words"
    if len(parts) == 1 and _FAMILY_INITIALS.fullmatch(name):
        return f"{_short(name)} has no comma after the family name"
    if len(parts) == 1 and " " in name and name == _family_first(name):
        return f"{_short(name)} could be a person or a body"
    return ""


def mended(field: str) -> str:
    """Write the names of a field as BibTeX has them; nothing where more than one reading is possible."""
    if any(person.in_braces for person in people(field)):
        return ""
    text = plain(field)
    cut = _ET_AL.sub("", text)
    has_others = cut != text or bool(re.search(r"[\s,;]and others\Z", cut))
    cut = re.sub(r"[\s,;]+and others\Z", "", cut)
    names = [name for chunk in _chunks(cut) for name in _names(chunk)]
    if not names or not all(names):
        return ""
    whole = people_as_bibtex((*names, *((OTHERS,) if has_others else ())))
    return "" if any(faults(whole)) else whole


def _chunks(text: str) -> list[str]:
    parts = re.split(r";|&|(?<!\S)and(?!\S)", text, flags=re.IGNORECASE)
    return [part.strip(" ,") for part in parts if part.strip(" ,")]


def _names(chunk: str) -> list[str]:
    """Read a piece between two signs as one name or, by commas, as several; empty where it can't be."""
    parts = [part.strip() for part in chunk.split(",")]
    if not all(parts) or re.search(r"[\d@*†‡§=<>()\[\]/{}]", chunk) or _ROLE.search(chunk):
        return [""]
    if all(map(_FAMILY_INITIALS.fullmatch, parts)):
        return [_FAMILY_INITIALS.sub(r"\1, \2", part) for part in parts]
    if len(parts) == 1:
        # A word alone may be a person or, as in Marks & Spencer, half of a body.
        turned = _family_first(parts[0])
        return [turned if turned != parts[0] else ""]
    if len(parts) == 2 or (len(parts) == 3 and _SUFFIX.fullmatch(parts[1])):
        return [", ".join(parts)]
    pairs = list(zip(parts[::2], parts[1::2], strict=False))
    if len(parts) % 2 == 0 and all(_ONLY_INITIALS.fullmatch(given) for _, given in pairs):
        return [f"{family}, {given}" for family, given in pairs]
    if all(" " in part and _family_first(part) != part for part in parts):
        return [_family_first(part) for part in parts]
    return [""]


def _short(name: str) -> str:
    return name if len(name) <= 60 else f"{name[:59]}…"
