"""What all tests share."""

from hypothesis import settings

# A loaded machine is no fault of the code: speed is measured in benchmarks/, never in a test.
settings.register_profile("book", deadline=None)
settings.load_profile("book")
