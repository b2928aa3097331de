#!/bin/sh
# Makes the callers who say a single word: 8 kHz mu-law, band-limited to 300-3400 Hz like a telephone, about -23 dBFS.
# Run by hand when a word is added; the results are checked in, so the build needs none of these programs.
# Never with flite's voice slt: its speaker is the one of the agent's own voice.
# Needs the Debian packages flite and sox.
#
#   usage: agent/src/test/audio/make.sh
#
# single-words.tsv lists them: name, voice, words.
set -eu
cd "$(dirname "$0")"
. ../../main/audio/line.sh
out=../resources/org/anteroom/agent/rehearsal
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
printf 'name\tvoice\twords\n' > "$out/single-words.tsv"

# speak VOICE WORD: as a caller says it who gets out no more
speak() {
    flite -voice "$1" -t "$2" -o "$work/raw.wav"
    name=word-$(echo "$2" | tr ' ' -)-$1
    telephone "$work/raw.wav" "$out/$name.wav"
    printf '%s\t%s\t%s\n' "$name" "$1" "$2" >> "$out/single-words.tsv"
}

for word in help ambulance emergency overdose choking bleeding suicide stroke fire seizure unconscious suffocating dying; do
    for voice in rms awb; do
        speak "$voice" "$word"
    done
done
