"""Fields that a new record has no use for, and that its template leaves out."""

FOR_EDITORS = frozenset({"coded", "also", "disputed", "top_up", "looked_for", "confidence"})
"""Fields that a new policy has no use for: they are about rounds of coding and of looking again."""

OF_THE_PROGRAMME = frozenset(
    {
        "active_years",
        "confidence",
        "coren_host",
        "mirror",
        "nearby",
        "not_seen",
        "oversight_group",
        "population",
        "public_involved",
        "resident_advisers",
        "ward_fit_note",
    }
)
"""Fields that only records of the programme have a use for."""
