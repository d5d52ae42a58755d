"""The six steps, each a function from what is given to what it says."""
