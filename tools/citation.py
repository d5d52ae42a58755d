"""What repositories that give DOIs are told of an edition, made from CITATION.cff and the evidence.

`.zenodo.json` is what Zenodo reads when GitHub publishes a release (https://developers.zenodo.org/#representation).
DataCite's is what every registry of DOIs asks for (https://datacite-metadata-schema.readthedocs.io/en/4.5/).
"""

from collections.abc import Mapping
from typing import Any

PUBLISHER = "Zenodo"
LANGUAGE = "en"
SPDX = "https://spdx.org/licenses/"


def zenodo(citation: Mapping[str, Any]) -> dict[str, Any]:
    """Give the content of `.zenodo.json`."""
    evidence, *others = citation["license"]
    found = {
        "title": citation["title"],
        "description": " ".join(citation["abstract"].split()),
        "creators": [_zenodo_creator(author) for author in citation["authors"]],
        "upload_type": citation["type"],
        "access_right": "open",
        "license": evidence.lower(),
        "notes": f"The evidence is under {evidence}, the code under {', '.join(others)}.",
        "keywords": list(citation["keywords"]),
        "language": "eng",
        "version": str(citation["version"]),
    }
    if released := citation.get("date-released"):
        found["publication_date"] = str(released)
    return found


def _zenodo_creator(author: Mapping[str, str]) -> dict[str, str]:
    found = {"name": _name(author)}
    for ours, theirs in (("affiliation", "affiliation"), ("orcid", "orcid")):
        if value := author.get(ours):
            found[theirs] = value.removeprefix("https://orcid.org/")
    return found


def _name(author: Mapping[str, str]) -> str:
    if name := author.get("name"):
        return name
    return f"{author['family-names']}, {author['given-names']}"


def datacite(citation: Mapping[str, Any], counts: Mapping[str, int]) -> dict[str, Any]:
    """Give DataCite's metadata of an edition; `counts` says how many records of each kind it holds."""
    released = str(citation["date-released"])
    return {
        "schemaVersion": "http://datacite.org/schema/kernel-4",
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": "Evidence base"},
        "titles": [{"title": citation["title"], "lang": LANGUAGE}],
        "creators": [_datacite_creator(author) for author in citation["authors"]],
        "publisher": {"name": PUBLISHER},
        "publicationYear": released[:4],
        "version": str(citation["version"]),
        "dates": [{"date": released, "dateType": "Issued"}],
        "language": LANGUAGE,
        "subjects": [{"subject": word} for word in citation["keywords"]],
        "sizes": [f"{count} {kind}" for kind, count in counts.items()],
        "formats": ["application/yaml", "text/csv", "text/html"],
        "rightsList": [_right(name) for name in citation["license"]],
        "descriptions": [
            {
                "description": " ".join(citation["abstract"].split()),
                "descriptionType": "Abstract",
                "lang": LANGUAGE,
            }
        ],
    }


def _datacite_creator(author: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {"name": _name(author)}
    if "name" in author:
        return found | {"nameType": "Organizational"}
    found |= {
        "nameType": "Personal",
        "givenName": author["given-names"],
        "familyName": author["family-names"],
    }
    if orcid := author.get("orcid"):
        found["nameIdentifiers"] = [
            {"nameIdentifier": orcid, "nameIdentifierScheme": "ORCID", "schemeUri": "https://orcid.org"}
        ]
    return found


def _right(name: str) -> dict[str, str]:
    return {
        "rights": name,
        "rightsUri": f"{SPDX}{name}.html",
        "rightsIdentifier": name,
        "rightsIdentifierScheme": "SPDX",
        "schemeUri": SPDX,
    }
