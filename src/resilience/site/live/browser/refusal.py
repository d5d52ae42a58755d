"""How a handler says that it can't answer."""


class Refusal(Exception):
    """A sentence for the reader: what is wrong with the request, and what to do."""
