# Sourced by the scripts that make callers. Needs sox.

# telephone RAW OUT: as it comes out of a telephone line: 8 kHz mu-law, 300-3400 Hz, about -23 dBFS
telephone() {
    sox -D -R "$1" -r 8000 -b 16 -c 1 "$work/line.wav" sinc 300-3400
    level=$(sox "$work/line.wav" -n stats 2>&1 | awk '/^RMS Tr dB|^RMS lev dB/ { print $4; exit }')
    gain=$(awk -v level="$level" 'BEGIN { print -23 - level }')
    sox -D -R "$work/line.wav" -e mu-law "$2" gain "$gain"
}
