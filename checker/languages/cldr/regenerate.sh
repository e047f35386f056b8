#!/bin/sh
# Makes every generated table anew from its published sources: the tables beside this script and tests/data/spelled.json.
# For maintainers; needs npm, Python 3.11 and the network. With these versions the result is byte-identical to what is
# shipped, so that `git diff` afterwards shows what a new version changes:
#
#     sh checker/languages/cldr/regenerate.sh && git diff --stat
set -eu

cldr=48.2.0
icu=78.3.1

here=$(cd "$(dirname "$0")" && pwd)
root=$here/../../..
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for name in core dates-full localenames-full numbers-full units-full; do
    (cd "$work" && npm pack --silent "cldr-$name@$cldr" >/dev/null)
    mkdir "$work/$name"
    tar xzf "$work/cldr-$name-$cldr.tgz" -C "$work/$name" --strip-components=1
done
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet "icukit-pyicu==$icu"

generate() {
    script=$1
    shift
    echo "$(basename "$script")"
    "$work/venv/bin/python" "$script" "$@" >/dev/null
}
generate "$here/generate_numbers.py" "$work/numbers-full"
generate "$here/generate_units.py" "$work/units-full" "$work/numbers-full" "$work/core"
generate "$here/generate_unit_names.py" "$work/units-full"
generate "$here/generate_dates.py" "$work/dates-full/main"
generate "$here/generate_territories.py" "$work/localenames-full" "$work/dates-full"
generate "$here/generate_aliases.py" "$work/core"
generate "$root/tests/data/generate_spelled.py"
