"""The review of UK policies: which councils do what, what goes together, and how sure we are of it."""
