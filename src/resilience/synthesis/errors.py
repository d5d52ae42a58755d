"""The one way in which this room says no."""


class CannotPool(Exception):
    """Say, in one plain sentence that may stand on a page, why a number would be wrong."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
