"""Describe pictures: the file `alt.toml` in which people say what pictures show, and what is made of it."""
