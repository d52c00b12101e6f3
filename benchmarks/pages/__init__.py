"""How quickly pages come through the real server, with a thousand and a hundred thousand members.

`python -m benchmarks.pages` builds both installations in a temporary folder (some minutes), and
sets each page against a bare page of one query on the same server, asked for just before it:
medians of 25 turns. `--only rates writing matching memory` takes some of its parts, `--members
20000` another size, `--keep FOLDER` builds once and measures there again.
"""
