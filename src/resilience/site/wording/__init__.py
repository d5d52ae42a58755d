"""Facts are put into words by templates, and what a template prints is never read as markup."""
