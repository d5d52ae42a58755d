"""The vocabulary: what a study, an outcome, an effect, a policy, a neighbourhood is. No input or output here."""
