"""What runs in the reader's browser beside the rooms it calls: standard library only."""
