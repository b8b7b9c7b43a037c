"""The lexicon as Markdown pages: one a category, its words by letter, and one that leads to them."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from linter.cards import escape, markdown_card
from linter.folding import fold_word
from linter.lexicon import Category, Concept, Lexicon, Term

OVERVIEW = "README.md"
MARK = "<!-- Made from the lexicon by `evenhand lexicon pages`. Change the YAML and run `make docs`. -->\n"
"""The first line of every page, by which pages that are no longer made can be told from other files."""


def pages(lexicon: Lexicon) -> dict[str, str]:
    """The pages by file name."""
    found = {f"{id}.md": _category_page(category, _concepts(lexicon, id), lexicon) for id, category in lexicon.categories.items()}
    words = dict(_words_pages(lexicon))
    found |= {_words_name(letter): text for letter, text in words.items()}
    found[OVERVIEW] = _overview(lexicon, words)
    return dict(sorted(found.items()))


def _concepts(lexicon: Lexicon, category: str) -> list[Concept]:
    return [concept for concept in lexicon.concepts if concept.category == category]


def _category_page(category: Category, concepts: list[Concept], lexicon: Lexicon) -> str:
    lines = [MARK, f"# {escape(category.title or category.id)}", ""]
    lines += [escape(category.description), ""] if category.description else []
    lines += [f"**Balance.** {escape(category.balance)}", ""] if category.balance else []
    lines += [f"{len(concepts)} concepts: {', '.join(f'[{c.id}](#{c.id})' for c in concepts)}.", ""]
    lines += [f"[All categories and words]({OVERVIEW}) · id of the category in settings: `{category.id}`", ""]
    return "\n".join(lines) + "\n" + "\n".join(markdown_card(concept, lexicon) for concept in concepts)


def _overview(lexicon: Lexicon, letters: Iterable[str]) -> str:
    by_letter = " ".join(f"[{letter}]({_words_name(letter)})" for letter in letters)
    lines = [MARK, "# The lexicon", "", "Each page holds the concepts of one category.", "", f"By word: {by_letter}", ""]
    lines += ["| category | concepts | terms | |", "|---|---:|---:|---|"]
    for id, category in sorted(lexicon.categories.items()):
        concepts = _concepts(lexicon, id)
        terms = sum(len(concept.terms) for concept in concepts)
        lines.append(
            f"| [{escape(category.title or id)}]({id}.md) | {len(concepts)} | {terms:,} | {escape(category.description)} |"
        )
    return "\n".join(lines) + "\n"


def _words_pages(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """A page for each first letter, as one with all words would be too long to show."""
    for letter, words in groupby(_sorted_words(lexicon), key=lambda entry: _initial(entry[0])):
        lines = [
            MARK,
            f"# Words: {letter}",
            "",
            "Terms in their cited form, the concepts that they name, and their status there.",
            "",
        ]
        for word, entries in words:
            named = (f"[{concept.id}]({concept.category}.md#{concept.id}) {status}" for concept, status in entries)
            lines.append(f"- {escape(word)}: {', '.join(named)}")
        yield letter, "\n".join(lines) + "\n"


def _words_name(letter: str) -> str:
    return f"words-{letter.lower()}.md"


def _sorted_words(lexicon: Lexicon) -> Iterator[tuple[str, list[tuple[Concept, str]]]]:
    """The cited spellings in alphabetical order, each with its concepts and its status in them."""
    found: Mapping[str, dict[tuple[str, str], Concept]] = defaultdict(dict)
    for concept in lexicon.concepts:
        for term in concept.terms:
            for word in _cited(term):
                found[word][concept.id, term.status] = concept
    for word in sorted(found, key=lambda word: (_initial(word), fold_word(word), word)):
        yield word, [(concept, status) for (_, status), concept in sorted(found[word].items(), key=lambda item: item[0])]


def _cited(term: Term) -> tuple[str, ...]:
    return next(iter(term.forms.values())) if term.forms else ()


def _initial(word: str) -> str:
    """The letter under which a word stands, without its accents; 0 for those that begin with none."""
    letters = [c for c in unicodedata.normalize("NFD", fold_word(word)) if c.isalnum()]
    return letters[0].upper() if letters and letters[0].isalpha() else "0"
