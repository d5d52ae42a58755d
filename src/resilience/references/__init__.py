"""Bibliographic details for other programs: BibTeX comes from the evidence room, RIS from here."""
