"""`python -m ebook`: the command line."""

if __name__ == "__main__":  # the processes of a pool load this module, too, and need no command line
    from ebook.cli import main

    main()
