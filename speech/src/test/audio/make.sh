#!/bin/sh
# Makes the small audio files of this room: synthetic callers over a telephone line (8 kHz, 300-3400 Hz, mu-law and back).
# Needs the Debian packages flite and sox. Run it anywhere; it writes next to the sources:
#   sh speech/src/test/audio/make.sh
# The files are checked in, so nobody needs to run it to build or test.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
test_out=$here/../resources/org/anteroom/speech
main_out=$here/../../main/resources/org/anteroom/speech
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$test_out" "$main_out"

# say VOICE TEXT FILE: one sentence as it arrives from a telephone, without silence around it
say() {
    flite -voice "$1" -t "$2" -o "$work/full.wav"
    sox -D "$work/full.wav" -r 8000 -c 1 "$work/line.wav" norm -9 sinc 300-3400 silence 1 0.01 0.1% reverse silence 1 0.01 0.1% reverse
    sox -D "$work/line.wav" -e mu-law -b 8 "$work/line.ul.wav"
    sox -D "$work/line.ul.wav" -e signed -b 16 "$3"
}

say slt "Good morning, I would like to change my appointment to Friday." "$test_out/appointment.wav"
say awb "Is there a place to park behind the building?" "$test_out/parking.wav"
say rms "Please tell the doctor that the blue folder is on the table." "$test_out/folder.wav"
say slt "Yes." "$test_out/yes.wav"
say rms "Seven two nine." "$test_out/digits-1.wav"
say rms "Four one six." "$test_out/digits-2.wav"

say slt "I am calling about the letter that came in the mail last week." "$work/1.wav"
say awb "We have a question about the bill and we need a new time for my son." "$work/2.wav"
sox "$work/1.wav" "$work/2.wav" -D "$main_out/warm-up.wav"
