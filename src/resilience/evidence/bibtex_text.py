"""Plain text to the inside of a BibTeX field and back."""

import re

_COMMANDS = {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    **{char: f"\\{char}" for char in "&%#$_"},
}
_CHARACTERS = {command: char for char, command in _COMMANDS.items()}
_COMMAND = re.compile("|".join(re.escape(command) for command in _CHARACTERS))
_MARKED = re.compile(f"({_COMMAND.pattern})|[{{}}]")
OTHERS = "others"
"""What stands for further authors that a source does not name."""


def plain(value: str) -> str:
    """Turn a field into plain text: commands are the characters they mean, grouping braces mean nothing."""
    return " ".join(_MARKED.sub(lambda match: _CHARACTERS.get(match[0], ""), value).split())


def escaped(text: str) -> str:
    """Turn plain text into a field that BibTeX reads as that text."""
    return "".join(_COMMANDS.get(char, char) for char in " ".join(text.split()))


def authors(field: str) -> tuple[str, ...]:
    """Split a field of names at each `and` that no braces hold together."""
    names: list[list[str]] = [[]]
    depth = 0
    for word in field.split():
        if word == "and" and depth == 0:
            names.append([])
            continue
        bare = _COMMAND.sub("", word)
        depth += bare.count("{") - bare.count("}")
        names[-1].append(word)
    return tuple(name for name in (plain(" ".join(words)) for words in names) if name)


def authors_as_bibtex(names: tuple[str, ...]) -> str:
    """Join names, with braces around bodies, whose names have no family name to sort by."""
    return " and ".join(_name(name) for name in names)


def _name(name: str) -> str:
    is_body = "," not in name and " " in name
    return f"{{{escaped(name)}}}" if is_body or "and" in name.split() else escaped(name)
