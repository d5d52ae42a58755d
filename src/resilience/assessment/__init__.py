"""Records joined with synthesis: pools, ratings, the gap map and the flow of records."""
