"""The vocabulary: what a study, an outcome, a policy, a neighbourhood is. No input or output here."""
