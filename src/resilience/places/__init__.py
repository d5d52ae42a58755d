"""Places: their figures, wards that are like them, and what changed in them between two waves of a survey."""
