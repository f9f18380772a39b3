"""Review: every decision of a book that only a person can approve, and what has been approved of it."""
