"""Makes the corpus: articles in plain text, Markdown and HTML with planted terms, a manifest of them, and lexicons.

    python -m bench.make_corpus --files 10000 --size 5000 --to FOLDER

The same arguments make the same bytes. An article is paragraphs of sentences from templates; half of the articles have
typographic quotation marks, half are wrapped at 76 characters. Now and then a sentence carries a planted term in a known
form, or something that only looks like one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator

from bench import articles
from bench import vocabulary as v
from bench.articles import Article, Newsroom, Piece, planted_terms

FORMATS = {"text": "txt", "markdown": "md", "html": "html"}
LEXICON_SIZES = (100, 1_000, 10_000, 50_000)

_WIDTH = 76
"""Code points to which a wrapped line is filled."""


def as_text(article: Article) -> Iterator[Piece]:
    yield Piece(article.title)
    for paragraph in article.paragraphs:
        yield Piece("\n\n")
        yield from _wrapped(article, [_without_markup(piece) for piece in paragraph])
    yield Piece("\n")


def as_markdown(article: Article) -> Iterator[Piece]:
    yield Piece(f"# {article.title}")
    for number, paragraph in enumerate(article.paragraphs):
        yield Piece(f"\n\n## Part {number}\n\n" if number % 5 == 4 else "\n\n")
        lead = [Piece("**Our own report.** ")] if number == 0 else []
        yield from _wrapped(article, lead + [_marked_up(piece, "**{}**", "`{}`") for piece in paragraph])
    yield Piece("\n")


def as_html(article: Article) -> Iterator[Piece]:
    yield Piece(f'<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{article.title}</title></head>\n<body>\n')
    yield Piece(f'<nav><a href="/">Front page</a> <a href="/town">Town</a></nav>\n<article>\n<h1>{article.title}</h1>\n')
    for paragraph in article.paragraphs:
        yield Piece('<p class="text">')
        for piece in _wrapped(article, [_marked_up(piece, "<em>{}</em>", "<code>{}</code>") for piece in paragraph]):
            text = piece.text
            if article.is_typographic:
                text = text.replace("’", "&rsquo;").replace("\u00a0", "&nbsp;").replace("\u00ad", "&shy;")
            yield Piece(text, piece.kind)
        yield Piece("</p>\n")
    yield Piece("</article>\n</body>\n</html>\n")


def _without_markup(piece: Piece) -> Piece:
    return Piece("empty") if piece.kind == "code" else Piece(piece.text, "plain" if piece.kind == "emphasis" else piece.kind)


def _marked_up(piece: Piece, emphasis: str, code: str) -> Piece:
    if piece.kind == "emphasis":
        first, _, rest = piece.text.partition(" ")
        return Piece(f"{first} {emphasis.format(rest.split()[0])}{rest[len(rest.split()[0]) :]}", piece.kind)
    return Piece(code.format(piece.text), piece.kind) if piece.kind == "code" else piece


def _wrapped(article: Article, pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces with some blanks turned into line ends. No planted piece is broken but those that are meant to be."""
    if not article.is_wrapped:
        yield from pieces
        return
    column = 0
    for piece in pieces:
        if piece.kind:
            newline = piece.text.rfind("\n")
            column = len(piece.text) - newline - 1 if newline >= 0 else column + len(piece.text)
            yield piece
            continue
        text, done = piece.text, 0
        while column + len(text) - done > _WIDTH:
            end = text.rfind(" ", done, max(done, done + _WIDTH - column) + 1)
            end = end if end >= 0 else text.find(" ", done)
            if end < 0 or end >= len(text) - 1:
                break
            text = text[:end] + "\n" + text[end + 1 :]
            done, column = end + 1, 0
        column += len(text) - done
        yield Piece(text)


RENDERERS: dict[str, Callable[[Article], Iterator[Piece]]] = {"text": as_text, "markdown": as_markdown, "html": as_html}


def make_articles(folder: str, *, files: int, size: int, every: int, seed: int, formats: tuple[str, ...]) -> None:
    """Writes `folder`/FORMAT/NNN/NNNNN.SUFFIX and `folder`/FORMAT.tsv: file, kind, and code points [start, end)."""
    newsroom = Newsroom(seed, every)
    manifests: dict[str, list[str]] = {name: [] for name in formats}
    for number in range(files):
        article = newsroom.write(number, size)
        for name, manifest in manifests.items():
            path = os.path.join(f"{number // 100:03}", f"{number:05}.{FORMATS[name]}")
            text, length = [], 0
            for piece in RENDERERS[name](article):
                if piece.kind:
                    manifest.append(f"{path}\t{piece.kind}\t{length}\t{length + len(piece.text)}\n")
                text.append(piece.text)
                length += len(piece.text)
            where = os.path.join(folder, name, path)
            if number % 100 == 0:
                os.makedirs(os.path.dirname(where), exist_ok=True)
            with open(where, "wb") as file:
                file.write("".join(text).encode())
    for name, manifest in manifests.items():
        with open(os.path.join(folder, f"{name}.tsv"), "w", encoding="utf-8", newline="\n") as out:
            out.writelines(manifest)


def make_lexicons(folder: str) -> None:
    """Writes `folder`/lexicon-N.yaml: the planted terms first, then random phrases that hardly occur."""
    singles, phrases = planted_terms()
    planted = singles + phrases
    filler = v.phrases(1, max(LEXICON_SIZES) - len(planted))
    for number in LEXICON_SIZES:
        lines = ["category: bench", "title: Terms of the benchmark", "description: Planted terms, and others.", "concepts:"]
        for index, term in enumerate(planted):
            lines += (
                f"  - id: planted-{index:03}",
                "    terms:",
                f"      - {{text: proper wording number {index}, status: preferred}}",
                f"      - {{text: {term}, status: deprecated, pos: noun}}",
            )
        rest = filler[: number - len(planted)]
        if rest:
            lines.append("prefer:")
            for start in range(0, len(rest), 10):
                lines.append(f"  other wording number {start // 10}: [{', '.join(rest[start : start + 10])}]")
        with open(os.path.join(folder, f"lexicon-{number}.yaml"), "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")


def _makers() -> str:
    """A hash of what makes the corpus: made by another version, it is made again."""
    digest = hashlib.sha256()
    for module in (articles.__file__, v.__file__, __file__):
        with open(module, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--size", type=int, default=5_000, help="bytes of an article, about")
    parser.add_argument("--every", type=int, default=3_000, help="one planted sentence in so many words")
    parser.add_argument("--seed", type=int, default=20_261_121)
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--to", required=True, metavar="FOLDER")
    options = parser.parse_args()
    made_with = json.dumps({**{key: value for key, value in vars(options).items() if key != "to"}, "by": _makers()})
    stamp = os.path.join(options.to, "made-with.json")
    if os.path.exists(stamp):
        with open(stamp) as file:
            if file.read() == made_with:
                return
        shutil.rmtree(options.to)
    elif os.path.isdir(options.to) and os.listdir(options.to):
        sys.exit(f"{options.to} is neither empty nor a corpus; name another folder")
    part = f"{options.to}.part"
    shutil.rmtree(part, ignore_errors=True)
    os.makedirs(part)
    formats = tuple(options.formats.split(","))
    make_articles(part, files=options.files, size=options.size, every=options.every, seed=options.seed, formats=formats)
    make_lexicons(part)
    with open(os.path.join(part, "made-with.json"), "w") as file:
        file.write(made_with)
    if os.path.isdir(options.to):
        os.rmdir(options.to)
    os.rename(part, options.to)
    sys.stderr.write(f"{options.files:,} articles of about {options.size:,} bytes, in {', '.join(formats)}\n")


if __name__ == "__main__":
    main()
