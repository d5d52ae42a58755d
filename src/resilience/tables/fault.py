"""The one error that a table raises."""


class TableFault(Exception):
    """What is wrong with a table and how to mend it, in a sentence or two; the line where it is known."""

    def __init__(self, sentence: str, line: int | None = None) -> None:
        super().__init__(sentence)
        self.line = line

    def in_file(self, name: str) -> str:
        """Say it with the name of the file before it, as compilers do."""
        place = name if self.line is None else f"{name}:{self.line}"
        return f"{place}: {self}"
