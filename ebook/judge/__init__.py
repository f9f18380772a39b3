"""Which blocks of a page are its article: a small model over facts that hold for pages of any site."""
