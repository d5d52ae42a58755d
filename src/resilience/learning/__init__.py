"""What the matcher learns from coded evidence, how well it does on unseen texts, and its lexicon."""

from .lexicon import lexicon_of

__all__ = ["lexicon_of"]
