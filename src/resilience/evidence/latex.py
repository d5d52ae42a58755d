"""Fields of BibTeX as plain text and back: letters, dashes and commands of LaTeX are what they mean."""

import html
import re
import unicodedata
from functools import cache
from typing import Any, NamedTuple

from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db
from pylatexenc.latexwalker import LatexWalkerError
from pylatexenc.latexwalker import get_default_latex_context_db as get_grammar
from pylatexenc.macrospec import MacroSpec


class Plain(NamedTuple):
    """What a field says, and the commands in it that nobody here can read."""

    text: str
    unread: tuple[str, ...] = ()


_NOTHING_TO_READ = re.compile(r"[^\\{}$~`\u00ad]*")
_DOUBLED = re.compile(r"--|''")
_BARE_SIGN = re.compile(r"(?<!\\)[&%#$_]")
_INSTRUCTION = re.compile(r"(?<!\\)[%&#]")
# As in pandoc: dollars enclose mathematics where no blank stands inside of them and no digit follows.
_MATHS = re.compile(r"(?<!\\)\$(?=\S)((?:[^$\\]|\\.)+?)(?<=\S)\$(?!\d)")
_DOLLAR = re.compile(r"(?<!\\)\$")
_RAISED = re.compile(r"(?<!\\)([_^])\s*(\{[^{}]*\}|\\[A-Za-z]+|.)")
_OPENING_QUOTE = re.compile(r"(?<![\\`?!])`(?!`)")
_CLOSING_QUOTE = re.compile(r"(?<=\S)(?<![\\'])'(?!['\w])")
_LOOSE_ACCENT = re.compile(r"[\u0300-\u036f]")
_APOSTROPHE = re.compile(r"\b[A-Z]\\'[A-Z]")
_DASH, _QUOTE = re.compile(r"-(?=-)"), re.compile(r"'(?=')")
_START, _END = "\ue000", "\ue001"
_MARKED = re.compile(f"{_START}([^{_END}]*){_END}")
_SCRIPTS = {
    "_": dict(zip("0123456789+-=()aeoxhklmnpst", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ", strict=True)),
    "^": dict(zip("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", strict=True)),
}
_HTML = re.compile(
    r"</?(?:i|b|em|strong|sub|sup|scp|span|p|br|jats:[a-z]+)\b[^<>]*>|&(?:[a-z]+\d*|#\d+|#x[0-9a-f]+);",
    re.IGNORECASE,
)
_COMMANDS = {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "`": "\\textasciigrave{}",
    **{char: f"\\{char}" for char in "&%#$_"},
}
_SIGNS = {
    "textasciicircum": "^",
    "textasciitilde": "~",
    "textasciigrave": "`",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textless": "<",
    "textgreater": ">",
    "less": "<",
    "greater": ">",
    "textbar": "|",
    "textquotesingle": "'",
    "textquotedbl": '"',
    "mathsemicolon": ";",
    "mathplus": "+",
    "textmu": "µ",
    "textunderscore": "_",
    "textellipsis": "…",
    "slash": "/",
    "copyright": "©",
    "pounds": "£",
    "S": "§",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "BibTeX": "BibTeX",
    "newline": " ",
    "\\": " ",
    "-": "",
    "/": "",
    "@": "",
    "relax": "",
    "protect": "",
}
_OF_TYPE = """
bf it em rm sc sl tt sf bfseries itshape scshape slshape upshape mdseries rmfamily sffamily ttfamily
normalfont normalsize small footnotesize large Large
"""
"""Commands for the look of letters, which say nothing."""
_HOLDING = """
emph textit textbf textsc textrm textsf texttt textsl textup textmd textnormal text mbox hbox url path
enquote underline mathrm mathit mathbf mathsf mathtt mathnormal NoCaseChange
"""
"""Commands that hold a text and say nothing more."""
_NOT_FOR_TITLES = """
today input include title author date maketitle item footnote href section ref cite sqrt frac
includegraphics ket bra braket ketbra not
"""


def read_latex(value: str) -> Plain:
    """Turn a field into plain text, by the tables of pylatexenc; grouping braces mean nothing.

    Letters are composed (NFC), and soft hyphens go. An unknown command stands in the text as it was typed.
    """
    if _NOTHING_TO_READ.fullmatch(value) and not _DOUBLED.search(value):
        return Plain(_joined(value))
    try:
        found: str = _decoder().latex_to_text(
            _prepared(value), tolerant_parsing=False, latex_context=_grammar()
        )
    except (LatexWalkerError, RecursionError, ValueError, IndexError, TypeError):
        return Plain(_joined(value), ("a brace or command that does not end",))
    unread = [f"\\{name}" for name in _MARKED.findall(found)]
    text = _joined(_MARKED.sub(r"\\\1", found))
    if _APOSTROPHE.search(value) or (_LOOSE_ACCENT.search(text) and not _LOOSE_ACCENT.search(value)):
        unread.append("an accent on a letter that has none")
    return Plain(text, tuple(dict.fromkeys(unread)))


def plain(value: str) -> str:
    """Give the text of a field."""
    return read_latex(value).text


def escaped(text: str) -> str:
    """Turn plain text into a field that BibTeX reads as that text."""
    signs = "".join(_COMMANDS.get(char, char) for char in " ".join(text.split()))
    return _QUOTE.sub("'{}", _DASH.sub("-{}", signs))


def verbatim(value: str) -> str:
    """Read an address or DOI, which is taken as it stands but for signs that a program wrote as LaTeX."""
    bare = re.sub(r"^\\(?:url|path)\{(.*)\}$", r"\1", value.strip())
    bare = re.sub(r"\{?\\(?:textasciitilde|~)(?:\{\})?\}?|\{~\}", "~", bare)
    bare = re.sub(r"\{\\textunderscore(?:\{\})?\}", "_", bare)
    return re.sub(r"\{?\\([_%&#$])\}?", r"\1", bare)


def bare_sign(value: str) -> str:
    """Give the first sign of a field that other programs take for an instruction, or nothing."""
    found = _BARE_SIGN.search(_MATHS.sub("", value))
    return found[0] if found else ""


def html_in(text: str) -> str:
    """Give the first tag or entity of HTML in plain text, or nothing."""
    found = _HTML.search(text)
    return found[0] if found else ""


def without_html(text: str) -> str:
    """Take the tags out of plain text and turn entities into the signs they mean."""
    bare = _HTML.sub(lambda match: "" if match[0].startswith("<") else html.unescape(match[0]), text)
    return _joined(_HTML.sub(lambda match: "" if match[0].startswith("<") else match[0], bare))


def _joined(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text.replace("\u00ad", "")).split())


def _prepared(value: str) -> str:
    """Write maths, single quotes and signs that LaTeX takes for instructions so that all reads as text."""
    bare = re.sub(f"[{_START}{_END}]", "", value)
    bare = _MATHS.sub(lambda match: f"{{{_scripts(match[1])}}}", bare)
    bare = _DOLLAR.sub(r"\\$", bare)
    bare = _INSTRUCTION.sub(lambda match: f"\\{match[0]}", bare)
    if _OPENING_QUOTE.search(bare):
        bare = _CLOSING_QUOTE.sub("’", _OPENING_QUOTE.sub("‘", bare))
    return bare


def _scripts(maths: str) -> str:
    names = {"_": "textsubscript", "^": "textsuperscript"}
    return _RAISED.sub(lambda match: f"\\{names[match[1]]}{{{match[2].strip('{}')}}}", maths)


def _script(sign: str) -> Any:
    """Set a text low or high where Unicode can; else it stands on the line."""

    def set_so(node: Any, l2tobj: Any) -> str:
        text: str = l2tobj.nodelist_to_text([arg for arg in node.nodeargd.argnlist if arg])
        table = _SCRIPTS[sign]
        return "".join(map(table.__getitem__, text)) if all(char in table for char in text) else text

    return set_so


def _unread(node: Any) -> str:
    return f"{_START}{getattr(node, 'macroname', '') or node.environmentname}{_END}"


@cache
def _decoder() -> Any:
    known = get_default_latex_context_db().filter_context(
        keep_categories=["latex-base", "nonascii-specials", "advanced-symbols"]
    )
    ours = [
        *(MacroTextSpec(name, simplify_repl=_unread) for name in _NOT_FOR_TITLES.split()),
        *(
            MacroTextSpec(name, simplify_repl=sign) if sign else MacroTextSpec(name, discard=True)
            for name, sign in _SIGNS.items()
        ),
        *(MacroTextSpec(name, discard=True) for name in _OF_TYPE.split()),
        *(MacroTextSpec(name, discard=False) for name in _HOLDING.split()),
        MacroTextSpec("textsubscript", simplify_repl=_script("_")),
        MacroTextSpec("textsuperscript", simplify_repl=_script("^")),
    ]
    known.add_context_category("titles", macros=ours, prepend=True)
    known.set_unknown_macro_spec(MacroTextSpec("", simplify_repl=_unread))
    return LatexNodes2Text(latex_context=known, math_mode="text", strict_latex_spaces=True)


@cache
def _grammar() -> Any:
    known = get_grammar()
    names = [*_HOLDING.split(), "textsubscript", "textsuperscript"]
    known.add_context_category("titles", macros=[MacroSpec(name, "{") for name in names], prepend=True)
    return known
