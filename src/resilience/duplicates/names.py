"""Names of authors, out of one text in whatever form an export has it."""

import re

_BETWEEN = re.compile(r"\s+and\s+|\s*;\s*|\s*\|\s*|\s+&\s+", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-Z]\.?[-\s]?){1,4}")
_ENDS_WITH_INITIALS = re.compile(r"\S.*\s(?:[A-Z]\.?-?){1,4}")
_FAMILY_THEN_INITIALS = re.compile(
    r"((?:[^\W\d_]['’-]?){2,}(?:\s(?:[^\W\d_]['’-]?){2,})*),?\s*((?:[A-Z]\.?[\s-]?){1,4})(?=\s|$|[A-Z])"
)
_RUN_TOGETHER = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z])|(?<=\.)(?=[A-Z][a-zß-ÿ])")


def split_names(text: str) -> tuple[str, ...]:
    """Split a text into names, as "Family, Given" where it tells the two apart.

    Read are names between `and`, semicolons or commas, and families with initials that nothing separates.
    """
    text = re.sub(r"\s+", " ", text).strip(" ,;")
    parts = [part.strip(" ,") for part in _BETWEEN.split(text) if part.strip(" ,")]
    if len(parts) != 1:
        return tuple(parts)
    return tuple(_between_commas(text) or _between_initials(text) or [text])


def _between_commas(text: str) -> list[str]:
    """Split "Smith J, Jones K" and "Smith, J., Jones, K."; nothing where commas do not separate names."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) > 1 and all(_ENDS_WITH_INITIALS.fullmatch(part) for part in parts):
        return parts
    families, given = parts[::2], parts[1::2]
    if len(parts) > 2 and len(parts) % 2 == 0 and all(_INITIALS.fullmatch(part) for part in given):
        return [f"{family}, {initials}" for family, initials in zip(families, given, strict=True)]
    if len(parts) > 2 and all(" " in part for part in parts):
        return parts
    return []


def _between_initials(text: str) -> list[str]:
    """Split "SmithJ.A.JonesK." and "Smith J.A. Jones K."; nothing where that is not the form."""
    if "," in text:
        return []
    found = _FAMILY_THEN_INITIALS.findall(_RUN_TOGETHER.sub(" ", text))
    return [f"{family}, {initials.strip()}" for family, initials in found] if len(found) > 1 else []
