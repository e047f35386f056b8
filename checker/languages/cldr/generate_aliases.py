"""Make aliases/und.json: three-letter language codes and the two-letter ones that BCP 47 prefers.

    npm pack cldr-core@48.2.0 && tar xzf cldr-core-48.2.0.tgz
    python generate_aliases.py package

For maintainers; the table is derived from Unicode CLDR 48 (supplemental/aliases.json), see LICENSE beside this file.
"""

import json
import sys
from pathlib import Path


def table(package: Path) -> dict[str, str]:
    """Code -> preferred code, sorted: overlong codes (`deu`) and languages inside a macrolanguage (`arb`)."""
    aliases = json.loads((package / "supplemental" / "aliases.json").read_text("utf-8"))
    entries = aliases["supplemental"]["metadata"]["alias"]["languageAlias"].items()
    wanted = {
        code: entry["_replacement"]
        for code, entry in entries
        if entry["_reason"] in ("overlong", "macrolanguage") and len(code) == 3 and len(entry["_replacement"]) == 2
    }
    return dict(sorted(wanted.items()))


if __name__ == "__main__":
    out = Path(__file__).with_name("aliases") / "und.json"
    out.write_text(json.dumps(table(Path(sys.argv[1])), indent=0) + "\n", "utf-8")
