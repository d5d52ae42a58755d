"""The websites on which policies were read."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from resilience.records.policy import Policy


def sites(policies: Iterable[Policy]) -> set[str]:
    """Name the websites on which something of the policies was read."""
    hosts = (urlsplit(seen.at).hostname for policy in policies for seen in policy.provenance.seen)
    return {host.removeprefix("www.") for host in hosts if host}
