"""Finds duplicate files the slow, obvious way, to compare with dupfind's answer.

Usage: duplicates.py DIRECTORY

Prints what `dupfind --plain DIRECTORY` prints: the paths of each group of equal files, one a line,
groups separated by an empty line. Symbolic links and empty files are left out; of several names of
one file only the smallest counts. Groups come by bytes wasted, most first, then by first path.
"""

import hashlib
import os
import stat
import sys
from collections import defaultdict


def regular_files(root):
    names = defaultdict(list)
    for directory, _, files in os.walk(root):
        for file in files:
            path = os.path.join(directory, file)
            info = os.lstat(path)
            if stat.S_ISREG(info.st_mode) and info.st_size > 0:
                names[info.st_dev, info.st_ino].append((path, info.st_size))
    return [min(group) for group in names.values()]


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).digest()


def main():
    root = os.fsencode(sys.argv[1])
    same = defaultdict(list)
    for path, size in regular_files(root):
        same[size, digest(path)].append(path)
    groups = [(-size * (len(paths) - 1), sorted(paths))
              for (size, _), paths in same.items() if len(paths) > 1]
    text = b"\n".join(b"".join(path + b"\n" for path in paths) for _, paths in sorted(groups))
    sys.stdout.buffer.write(text)


main()
