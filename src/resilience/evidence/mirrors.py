"""Tell mirror hosts, which re-publish other people's documents, from pages that we may link to."""

from collections.abc import Iterable
from urllib.parse import urlsplit


class MirrorHosts:
    """A set of hosts; a host covers all its sub-domains."""

    def __init__(self, hosts: Iterable[str]) -> None:
        """Take the hosts of `mirrors.yml`."""
        self._hosts = frozenset(hosts)

    def covers(self, url: str) -> bool:
        """Say whether an address belongs to a mirror."""
        labels = (urlsplit(url).hostname or "").rstrip(".").lower().split(".")
        return any(".".join(labels[start:]) in self._hosts for start in range(len(labels)))
