"""The one error that reading the evidence raises."""


class EvidenceError(Exception):
    """A file of the evidence can't be read as a record; the message says which, why and what to do."""
