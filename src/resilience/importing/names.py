"""Names of authors in the house's form, `Family, Given`, from the forms that exports use."""

import re
from collections.abc import Iterator

_AND = re.compile(r"\s+(?:and|&)\s+")
_INITIALS_LAST = re.compile(r"([^,]*[a-zà-ÿ’'][^,]*?) ((?:[A-Z]\.?[- ]?){1,4})")
"""`Smith JB` or `van der Berg A.`; a body of two words ends in no initials."""
_FAMILY_AND_INITIALS = re.compile(r"[^,]+ (?:[A-Z]\.?[- ]?){1,4}")
OTHERS = re.compile(r"(?:et al\.?|others|\.{3}|…)", re.IGNORECASE)


def split_names(text: str) -> Iterator[str]:
    """Part names that stand in one cell: by semicolons, else by `and`, else by commas after initials."""
    text = text.strip().strip(";")
    if ";" in text:
        parts = text.split(";")
    else:
        parts = [piece for part in _AND.split(text) for piece in _by_commas(part)]
    yield from (part.strip() for part in parts if part.strip())


def _by_commas(text: str) -> list[str]:
    """Part `Smith J, Jones KB`; in `Smith, J` and `Smith, J., Jones, K.` a comma stands inside a name."""
    pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
    whole = [piece for piece in pieces if not OTHERS.fullmatch(piece)]
    if len(pieces) > 1 and all(_FAMILY_AND_INITIALS.fullmatch(piece) for piece in whole):
        return pieces
    initials = re.compile(r"(?:[A-Z]\.?[- ]?){1,4}")
    if len(whole) > 2 and len(whole) % 2 == 0 and all(map(initials.fullmatch, whole[1::2])):
        pairs = zip(whole[::2], whole[1::2], strict=True)
        return [f"{family}, {given}" for family, given in pairs] + pieces[len(whole) :]
    return [text]


def in_form(name: str) -> str:
    """Write one name in the house's form; what names no person stays as it is."""
    name = " ".join(name.split()).strip(" ,;")
    if OTHERS.fullmatch(name):
        return "others"
    if "," in name:
        family, _, given = name.partition(",")
        return f"{family.strip()}, {given.strip()}" if given.strip() else family.strip()
    match = _INITIALS_LAST.fullmatch(name)
    return f"{match[1]}, {match[2].strip()}" if match else name
