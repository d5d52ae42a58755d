"""What is wrong with an answer, in one sentence; what a sender wrote is quoted so that it can't act."""

from dataclasses import dataclass

LONGEST_QUOTED = 300


@dataclass(frozen=True)
class Fault:
    """One thing to mend."""

    question: str
    """The label of the question; empty where the whole form is meant."""
    says: str
    """What is wrong and how to mend it, as Markdown; whatever a sender wrote in it is `quoted`."""

    def __str__(self) -> str:
        return f"{self.question}: {self.says}" if self.question else self.says


def quoted(text: object) -> str:
    """Show words that a sender wrote as code of Markdown: on one line, and without any effect."""
    line = " ".join(str(text).split())
    shown = "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in line)
    shown = shown if len(shown) <= LONGEST_QUOTED else f"{shown[: LONGEST_QUOTED - 1]}…"
    # A backtick would end the code, after which a name with an @ would call people.
    return f"`{shown.replace('`', chr(0x2019)).strip() or ' '}`"
