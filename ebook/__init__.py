"""Articles in, one validated accessible EPUB 3 out.

>>> import ebook
>>> result = ebook.build("article.html", output="article.epub")   # doctest: +SKIP
>>> result.verdict                                                # doctest: +SKIP
'valid'
"""

from ebook import signals as signals  # first: it guards the command while the others load
from ebook.binding import bind
from ebook.errors import EbookError, EnvironmentProblem, InvalidBook, NothingBuilt, UnreadableInput, UsageProblem
from ebook.model import Article, Book, Chapter, Edition, Image, Kind, Metadata, Person, Term, Theme
from ebook.normalise import normalise
from ebook.options import Options
from ebook.passes import PASSES
from ebook.pipeline import BuildResult, build, glossary_of_text
from ebook.rules import RULES, Finding, Place, Rule, Severity
from ebook.sources import from_text, read

__version__ = "0.1.0"

__all__ = [
    "PASSES",
    "RULES",
    "Article",
    "Book",
    "BuildResult",
    "Chapter",
    "EbookError",
    "Edition",
    "EnvironmentProblem",
    "Finding",
    "Image",
    "InvalidBook",
    "Kind",
    "Metadata",
    "NothingBuilt",
    "Options",
    "Person",
    "Place",
    "Rule",
    "Severity",
    "Term",
    "Theme",
    "UnreadableInput",
    "UsageProblem",
    "__version__",
    "bind",
    "build",
    "from_text",
    "glossary_of_text",
    "normalise",
    "read",
]
