"""Other sizes of the same corpus: fewer or more files, larger files, one large file; made of the articles that exist.

More or fewer files are hard links, so that 100,000 of them take no room.
"""

from __future__ import annotations

import os
import shutil
from itertools import islice


def articles(folder: str, format: str = "text") -> list[str]:
    """The articles of a corpus, in order, relative to its folder of that format."""
    root = os.path.join(folder, format)
    return [
        os.path.join(shelf, name) for shelf in sorted(os.listdir(root)) for name in sorted(os.listdir(os.path.join(root, shelf)))
    ]


def linked(folder: str, number: int) -> str:
    """A folder of `number` plain-text files; returns its name in `folder`."""
    name = f"text-{number}"
    paths = articles(folder)
    if number == len(paths):
        return "text"
    target = os.path.join(folder, name)
    if not os.path.isdir(target):
        for index in range(number):
            place = os.path.join(target, f"{index // 100:04}")
            if index % 100 == 0:
                os.makedirs(place)
            os.link(os.path.join(folder, "text", paths[index % len(paths)]), os.path.join(place, f"{index:06}.txt"))
    return name


def joined(folder: str, together: int, total: int) -> str:
    """The first `total` articles, so many in one file; returns the folder's name in `folder`."""
    name = f"text-{total}-by-{together}"
    target = os.path.join(folder, name)
    if not os.path.isdir(target):
        os.makedirs(target)
        paths = iter(articles(folder)[:total])
        for number in range(total // together):
            with open(os.path.join(target, f"{number:05}.txt"), "wb") as out:
                for path in islice(paths, together):
                    with open(os.path.join(folder, "text", path), "rb") as file:
                        out.write(file.read() + b"\n\n")
    return name


def one_file(folder: str, size: int) -> str:
    """One file of `size` bytes or a little more, with its manifest `NAME.tsv`; returns its name without suffix."""
    name = f"one-{size}"
    target = os.path.join(folder, name)
    if os.path.isdir(target):
        return name
    planted: dict[str, list[str]] = {}
    with open(os.path.join(folder, "text.tsv"), encoding="utf-8") as lines:
        for line in lines:
            path, _, rest = line.partition("\t")
            planted.setdefault(path, []).append(rest)
    os.makedirs(target + ".part")
    written = points = 0
    paths = articles(folder)
    with (
        open(os.path.join(target + ".part", "large.txt"), "wb") as out,
        open(os.path.join(folder, f"{name}.tsv"), "w", encoding="utf-8") as manifest,
    ):
        while written < size:
            for path in paths:
                with open(os.path.join(folder, "text", path), "rb") as file:
                    data = file.read() + b"\n\n"
                for rest in planted.get(path, ()):
                    kind, start, end = rest.split("\t")
                    manifest.write(f"large.txt\t{kind}\t{points + int(start)}\t{points + int(end)}\n")
                out.write(data)
                written += len(data)
                points += len(data.decode())
                if written >= size:
                    break
    shutil.move(target + ".part", target)
    return name


def bytes_in(path: str) -> int:
    """The bytes of a file, or of all files below a folder."""
    if os.path.isfile(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(at, name)) for at, _, names in os.walk(path) for name in names)
