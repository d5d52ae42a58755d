"""Addresses that lead nobody else there: places on one computer, bare hosts, DOIs without their site."""

import re

from resilience.evidence.slips import Meant, inside_marks

_LOCAL = re.compile(
    r"[A-Za-z]:[\\/]|\\\\|file:|~[\\/]|\.{1,2}[\\/]|/(?:home|Users|tmp|mnt|media|Volumes|var|private)/"
    r"|(?:https?://)?(?:localhost|127\.0\.0\.1)(?=[:/]|\Z)",
    re.IGNORECASE,
)
_DOI = re.compile(
    r"(?:doi:?\s*)?(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/)?(?P<doi>10\.\d{4,9}/\S*[^\s.,;])", re.IGNORECASE
)
_WHOLE = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_SLASHES = re.compile(r"(https?)(?::?/*|:/{3,})(?=[\w-]+\.)", re.IGNORECASE)
_HOST = re.compile(r"(?:www\.)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?P<path>/\S*)?", re.IGNORECASE)
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|csv|txt|html?|rtf|odt|pptx?|ya?ml|bib|ris)\Z", re.IGNORECASE)


def is_local(address: str) -> bool:
    """Say whether an address is a place on one computer; it may tell the name of an account."""
    return bool(_LOCAL.match(address.strip()))


def is_file_name(address: str) -> bool:
    """Say whether an address is no more than the name of a file."""
    plain = address.strip()
    return bool(_FILE.search(plain)) and "/" not in plain and not _WHOLE.match(plain)


def is_bare(address: str) -> bool:
    """Say whether an address lacks the part before its host, or is a DOI without its site."""
    plain = address.strip()
    return not _WHOLE.match(plain) and bool(_HOST.fullmatch(plain) or _DOI.fullmatch(plain))


def names_a_page(address: str) -> bool:
    """Say whether a bare address goes on after its host."""
    found = _HOST.fullmatch(address.strip())
    return not found or (found["path"] or "/") != "/"


def meant_address(address: str) -> Meant:
    """Say which address a text was meant to be.

    A DOI has one; what stands before a bare host can be http or https, and only the browser knows.
    """
    plain = (inside_marks(address) or address).strip().removeprefix("<").removesuffix(">")
    if is_local(plain) or is_file_name(plain):
        return Meant("Write the address from which it came, or the DOI; nobody else can open your computer.")
    if (doi := _DOI.fullmatch(plain)) and not _WHOLE.match(plain):
        whole = f"https://doi.org/{doi['doi']}"
        return Meant(f"Write {whole}.", whole)
    if _WHOLE.match(plain) and not re.search(r'[\s<>"]', plain):
        return Meant(f"Write {plain}.", plain if plain != address else "")
    if slashes := _SLASHES.match(plain):
        return Meant(f"Write {slashes[1].lower()}://{plain[slashes.end() :]}.")
    if _HOST.fullmatch(plain):
        return Meant(f"Write https://{plain}, or http:// where the browser shows that.")
    return Meant("Copy the whole address from the browser, from https:// on.")
