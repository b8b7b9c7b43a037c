"""What `when`, `unless`, `exceptions` and `lists` of a lexicon file hold: phrases, named lists of them, and conditions."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from linter.braces import expand_braces
from linter.errors import Problem, did_you_mean, one_of, quote
from linter.findings import VOICES
from linter.forms import has_letter
from linter.lexicon import Condition
from linter.marked_yaml import Fields, Node

_SPECIAL_WORDS: Mapping[str, tuple[str, ...]] = {
    "near": ("<number>", "<name>"),
    "before": ("<number>", "<name>", "<start>"),
    "after": ("<number>", "<name>", "<end>"),
}
_CONDITION_KEYS = ("near", "within", "before", "after", "voice", "part")
_PARTS = ("body", "heading", "caption", "cell", "alt", "title", "description")


class ConditionReader:
    """Reads the conditions of one file, in which they may name the lists of words that stand at its beginning."""

    def __init__(self, fields: Fields) -> None:
        self._problems: list[Problem] = fields.problems
        self._lists: dict[str, tuple[str, ...]] = {}
        self._lists = self._word_lists(fields)

    def read(self, fields: Fields, key: str) -> tuple[Condition, ...]:
        """The conditions of a field, which holds one or a list of them."""
        node = fields.node(key)
        if node is None:
            return ()
        return tuple(self._condition(item, key) for item in (node.items if node.items is not None else (node,)))

    def _condition(self, node: Node, key: str) -> Condition:
        fields = Fields(node, f"a condition of “{key}”", _CONDITION_KEYS, self._problems)
        within = fields.text("within", "sentence")
        if within not in ("sentence", "paragraph", "document") and not (within.isdecimal() and 0 < int(within) <= 500):
            fields.problem(
                f"within: found {quote(within)}; expected sentence, paragraph, document or a number of words up to 500"
            )
        if "within" in fields and "near" not in fields:
            fields.problem("within: goes with “near”, which is missing")
        lists = {name: self.phrases(fields, name, special) for name, special in _SPECIAL_WORDS.items()}
        for name, options in (("voice", VOICES), ("part", _PARTS)):
            found = fields.located_texts(name)
            lists[name] = tuple(text for text, _ in found)
            for text, node in found:
                if text not in options:
                    fields.problem(f"{name}: found {quote(text)}; expected {', '.join(options)}", node.origin)
        if not any(lists.values()) and node.fields is not None:
            fields.problem(f"{key}: an empty condition; expected {', '.join(_CONDITION_KEYS)}")
        return Condition(within=within, **lists)

    def phrases(self, fields: Fields, key: str, special: Collection[str] = ()) -> tuple[str, ...]:
        """The phrases of a field, with their braces checked; `special` are the words in angle brackets that it may hold."""
        phrases: list[str] = []
        for text, node in fields.located_texts(key):
            if text.startswith("<") and text.endswith(">"):
                names = [*special, *self._lists] if special else []
                phrases += self._lists.get(text, (text,))
                if text not in names:
                    hint = f"; expected a word or {one_of(names)}" if names else "; expected a word"
                    fields.problem(f"{key}: found {quote(text)}{did_you_mean(text, names) or hint}", node.origin)
                continue
            phrases.append(text)
            if "<" in text:
                fields.problem(f"{key}: {quote(text)}: a word in angle brackets stands alone, not in a phrase", node.origin)
            try:
                spellings = expand_braces(text) if "{" in text or "}" in text else (text,)
            except ValueError as error:
                fields.problem(f"{key}: {quote(text)}: {error}", node.origin)
                continue
            if not all(spellings) or (key == "exceptions" and not all(map(has_letter, spellings))):
                fields.problem(f"{key}: {quote(text)} has a spelling without a letter or digit", node.origin)
        return tuple(phrases)

    def _word_lists(self, fields: Fields) -> dict[str, tuple[str, ...]]:
        """The lists of words that conditions of the file name in angle brackets."""
        node = fields.node("lists")
        if node is None or node.fields is None:
            fields.mapping("lists")
            return {}
        named = Fields(node, "lists", tuple(node.fields), self._problems)
        return {f"<{name}>": self.phrases(named, name) for name in node.fields}
