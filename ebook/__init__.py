"""Articles in, one validated accessible EPUB 3 out.

>>> import ebook
>>> result = ebook.build("article.html", output="article.epub")   # doctest: +SKIP
>>> result.verdict                                                # doctest: +SKIP
'valid'
"""

from ebook import signals as signals  # first: it guards the command while the others load

# isort: split
import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

_HOMES = {
    "ebook.binding": "bind",
    "ebook.errors": "EbookError EnvironmentProblem InvalidBook NothingBuilt UnreadableInput UsageProblem",
    "ebook.model": "Article Book Chapter Edition Image Kind Metadata Person Term Theme",
    "ebook.normalise": "normalise",
    "ebook.options": "Options",
    "ebook.passes": "PASSES",
    "ebook.pipeline": "BuildResult build glossary_of_text",
    "ebook.rules": "RULES Finding Place Rule Severity",
    "ebook.sources": "from_text read",
}
"""Where each name is defined. It is loaded when it is asked for: a process of a pool needs few."""
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOME_OF[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """`ebook.normalise` is the function, whenever the module in which it is defined is loaded."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME_OF and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
