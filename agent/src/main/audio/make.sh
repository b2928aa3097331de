#!/bin/sh
# Makes the recorded callers of the rehearsal: 8 kHz mu-law, band-limited to 300-3400 Hz like a telephone, about -23 dBFS.
# Run by hand when a sentence changes; the results are checked in, so the build needs none of these programs.
# Never with flite's voice slt: its speaker is the one of the agent's own voice.
# Needs the Debian packages flite, festival, festvox-kallpc16k and sox.
#
#   usage: agent/src/main/audio/make.sh
#
# callers.tsv lists them: name, voice, end of the decisive word in ms (empty where there is none), words.
set -eu
cd "$(dirname "$0")"
. ./line.sh
out=../resources/org/anteroom/agent/rehearsal
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
printf 'name\tvoice\tdecisive-ms\twords\n' > "$out/callers.tsv"

# speak NAME VOICE WORDS [PHONES]: PHONES end the decisive word, as flite writes them.
speak() {
    decisive=
    if [ "$2" = kal ]; then
        echo "$3" | text2wave -o "$work/raw.wav"
    else
        flite -voice "$2" -t "$3" -o "$work/raw.wav"
    fi
    if [ -n "${4-}" ]; then
        decisive=$(flite -voice "$2" -t "$3" -psdur -o /dev/null | tr ' ' '\n' | awk -F: -v want="$4" '
            BEGIN { count = split(want, phone, " ") }
            NF == 2 { at = ($1 == phone[at + 1]) ? at + 1 : ($1 == phone[1]) ; if (at == count && !found) { found = int($2 * 1000) } }
            END { print found }')
    fi
    telephone "$work/raw.wav" "$out/$1.wav"
    printf '%s\t%s\t%s\t%s\n' "$1" "$2" "$decisive" "$3" >> "$out/callers.tsv"
}

# The first call: a message.
speak message-wish     rms "good morning, i would like to leave a message please"
speak message-name     rms "my name is robert miller"
speak message-no       rms "no"
speak message-number   rms "it is two one two, five five five, zero one seven three"
speak message-yes      rms "yes"
speak message-about    rms "please call me back about the bill from last month, i think it was paid twice"
speak message-nothing  rms "no"
speak message-bye      rms "no, that is all, goodbye"

# The second call: opening hours, then an emergency in the middle of a sentence.
speak hours-wish       rms "what are your opening hours today"
speak hours-chest-pain rms "thank you, and also my husband has had bad chest pain since breakfast and he looks grey" "p ey n"

# The third call: a clinical question.
speak clinical-question awb "should i stop my antibiotic"
speak clinical-yes     awb "yes please"
speak clinical-message awb "i would like to leave a message"
speak clinical-name    awb "my name is helen parker"
speak clinical-about   awb "can somebody call me back about my antibiotic"
speak clinical-no      awb "no thank you"

# Emergencies in one breath, for measuring; the last two are a single word.
speak emergency-word        rms "this is an emergency" "jh ax n s iy"
speak emergency-breathe     awb "my mother can't breathe" "b r iy dh"
speak emergency-seizure     rms "my son is having a seizure" "s iy zh er"
speak emergency-unconscious awb "my husband is unconscious" "n sh ax s"
speak emergency-overdose    rms "she took an overdose" "d ow s"
speak emergency-chest       awb "i am having chest pain" "p ey n"
speak emergency-shout       rms "emergency" "jh ax n s iy"
speak emergency-call        awb "emergency" "jh ax n s iy"

# The same by a rule that waits for what follows, by rules that don't wait, and told by nothing but what it means: no rule
# knows these words.
speak emergency-father      rms "my father has chest pain and he looks bad" "p ey n"
speak emergency-choking     rms "my father is choking" "ch ow k ih ng"
speak emergency-unresponsive awb "my grandmother is unresponsive" "s ih v"
speak emergency-blue        awb "her lips are blue" "b l uw"
speak meaning-husband       rms "my husband went down and he is not getting up" "ah p"
speak meaning-garden        awb "he is lying in the garden and he is not getting up" "ah p"
speak meaning-towel         rms "i have a towel on it and the towel is full" "f uh l"
speak meaning-baby          awb "my baby is strange and she does not drink and does not cry" "k r ay"
speak meaning-battery       rms "my little girl put a battery in her mouth and it is gone" "g ao n"
speak meaning-standing      awb "it feels as if somebody is standing on me" "m iy"

# A long message with a thinking pause in it, for holding a call.
speak message-more          rms "and please tell him that the blue folder is still on my desk"

# Who asks for the clinician on call, after hours.
speak on-call-wish          rms "i would like to speak to the doctor on call please"

# An appointment.
speak book-wish             rms "hello, i would like to book a checkup please"
speak book-when             rms "tomorrow morning"
speak book-choice           rms "the second one please"
speak book-birth            rms "march third nineteen eighty four"

# Other people.
speak on-call-hello    kal "hello, this is the doctor, how can i help"
speak voicemail-yes    kal "hello, yes, press one, i am not here right now, please leave a message after the tone"

# Callers who say what our greeting says, while it says it.
speak over-emergency   rms "this is an emergency"
speak over-danger      rms "a life is in danger"
speak over-nine-one-one rms "hang up and call nine one one"

# What a drill says, beside emergencies above; drill.tsv says in which practices.
speak drill-pregnant       rms "i am pregnant and i am bleeding" "b l iy d ih ng"
speak drill-sugar          awb "his blood sugar is very low and he is confused" "f y uw z d"
speak drill-swollen-throat rms "my throat is closing after the new medicine" "k l ow z ih ng"
speak drill-socket         rms "my tooth was pulled this morning and it is still bleeding" "b l iy d ih ng"
speak drill-swallow        awb "my face is swollen and i can not swallow" "s w aa l ow"
speak drill-tooth          rms "my son fell and his front tooth was knocked out" "aw t"
speak drill-chocolate      rms "my dog ate a whole box of chocolate" "l ax t"
speak drill-car            awb "my dog was hit by a car" "k aa r"
speak drill-urine          rms "my cat can not pee and he is crying" "k r ay ih ng"
speak drill-live           awb "i do not want to live any more" "m ao r"
speak drill-kill           rms "i am going to kill myself" "s eh l f"
speak drill-pills          awb "my son took all his pills" "p ih l z"
