"""Works brought from exports: read, compared with what is on record, and written as leads."""
