"""`python -m ebook`: the command line."""

from ebook.cli import main

if __name__ == "__main__":
    main()
