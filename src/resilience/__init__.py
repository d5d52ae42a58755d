"""The Neighbourhood Resilience Evidence Book: open evidence, and the code that reads it."""
