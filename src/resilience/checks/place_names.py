"""Countries and continents in a text, by the names and adjectives under which studies speak of them."""

import re

_NAMES = {
    "the United Kingdom": r"UK|U\.K\.|United Kingdom|Brit(?:ain|ish)|(?<!New )England|English|Scotland"
    r"|Scottish|Wales|Welsh|Northern Ireland",
    "the United States": r"US|USA|U\.S\.|United States|(?<!North )(?<!South )(?<!Latin )Americans?",
    "Australia": r"Australian?s?",
    "Austria": r"Austrians?|Austria",
    "Bangladesh": r"Bangladesh",
    "Belgium": r"Belgium|Belgian",
    "Brazil": r"Brazil(?:ian)?",
    "Canada": r"Canada|Canadian",
    "China": r"China|Chinese",
    "Denmark": r"Denmark|Danish",
    "Finland": r"Finland|Finnish",
    "France": r"France|French",
    "Germany": r"Germany?",
    "India": r"Indian?",
    "Ireland": r"(?<!Northern )Ireland|(?<!Northern )Irish",
    "Italy": r"Italy|Italian",
    "Japan": r"Japan(?:ese)?",
    "Korea": r"Korean?",
    "Malawi": r"Malawi",
    "Nepal": r"Nepal",
    "the Netherlands": r"Netherlands|Dutch",
    "New Zealand": r"New Zealand",
    "Norway": r"Norway|Norwegian",
    "Portugal": r"Portugal|Portuguese",
    "Spain": r"Spain|Spanish",
    "Sweden": r"Sweden|Swedish",
    "Switzerland": r"Switzerland|Swiss",
    "Africa": r"African?",
    "Asia": r"Asian?",
    "Europe": r"Europe(?:an)?s?",
    "Latin America": r"(?:Latin|South) American?",
    "North America": r"North American?",
}
CONTINENTS = frozenset({"Africa", "Asia", "Europe", "Latin America", "North America"})
_PATTERNS = {name: re.compile(rf"(?<!\w)(?:{pattern})(?!\w)") for name, pattern in _NAMES.items()}
_ASIDE = re.compile(
    r"\b(?:outside|beyond|later|earlier|(?:especially|particularly|mostly|mainly|notably)(?: in)?) "
    r"(?:the )?(?:[A-Z]\w+ ?)+"
)


def places_named(text: str) -> list[str]:
    """Give the places that a text is about; one that it only sets apart, as `outside Brazil`, is left out."""
    said = _ASIDE.sub(" ", text)
    return [name for name, pattern in _PATTERNS.items() if pattern.search(said)]


def is_country(text: str) -> bool:
    """Say whether a text is the name of one country and no more."""
    return any(
        pattern.fullmatch(text.strip().removeprefix("the "))
        for name, pattern in _PATTERNS.items()
        if name not in CONTINENTS
    )
