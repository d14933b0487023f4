#!/bin/sh
# The main job on the examples: check, withhold, write public copies, prove them, print the report.
# One example is wrong on purpose, so the right exit code is 1; any other fails the demo.
set -u
cd "$(dirname "$0")/.." || exit 1

rm -rf out
echo "\$ redact release examples/ -o out/"
redact release examples/ -o out/ --today 2026-11-21
code=$?
if [ "$code" -ne 1 ]; then
    echo "demo failed: exit code $code, expected 1" >&2
    exit 1
fi
echo
echo "Exit code 1 is right: 02-everything-wrong.txt contradicts itself, so it got no public copy."
echo
echo "One public copy, out/public/05-quoted-note.txt:"
echo
cat out/public/05-quoted-note.txt
echo
echo "Public copies:  out/public/"
echo "Records:        out/internal/"
echo "Audit report:   out/internal/audit.pdf"
