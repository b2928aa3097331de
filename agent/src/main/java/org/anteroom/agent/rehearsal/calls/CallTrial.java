package org.anteroom.agent.rehearsal.calls;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.dialogue.Act;
import org.anteroom.agent.dialogue.Request;
import org.anteroom.agent.dialogue.TurnMeaning;
import org.anteroom.agent.emergency.Scorer;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.rehearsal.TextCall;
import org.anteroom.agent.rehearsal.TextPractice;
import org.anteroom.agent.rehearsal.caller.Mind;
import org.anteroom.agent.rehearsal.caller.Move;
import org.anteroom.agent.rehearsal.caller.Situation;

/** One call in text between a caller and the real conversation, with real records. One thread. */
final class CallTrial {
    private static final int TURN_LIMIT = 60;

    private final Situation situation;
    private final Mind mind;
    private final TextCall call;
    private final LocalBook book;
    private final Instant now;
    private final List<String> lines = new ArrayList<>();
    private final List<Request> saved = new ArrayList<>();
    private boolean transferred;
    private int turns;
    private int loops;

    CallTrial(
            TextPractice practice,
            Optional<Scorer> scorer,
            Optional<TurnMeaning> meaning,
            CallerRecords records,
            Situation situation) {
        this.situation = situation;
        this.mind = new Mind(situation, practice.practice());
        ZoneId zone = practice.practice().timezone();
        this.now = situation.now().atZone(zone).toInstant();
        CallerRecords.Opened opened = records.opened(practice, situation.onFile(), now);
        this.book = opened.book();
        this.call = new TextCall(practice, scorer, meaning, opened.reception(), now).watched(this::seen);
    }

    private void seen(Act act) {
        if (act instanceof Act.Commit commit) {
            saved.add(commit.request());
        }
        transferred |= act instanceof Act.Transfer;
    }

    /** Holds the call and tells what came of it. */
    Account hold() {
        BookSeen seen = new BookSeen(book, now);
        Ending ending = talk(call.began(situation.from(), false, false));
        return new Account(
                lines,
                ending,
                saved,
                seen.before(),
                seen.after(),
                seen.patients(),
                mind.when(),
                mind.accepted(),
                mind.told(),
                mind.wantsPerson(),
                turns,
                mind.repairs(),
                loops,
                Timing.NONE);
    }

    private Ending talk(List<String> first) {
        List<String> done = noted(first);
        String before = "";
        while (turns < TURN_LIMIT) {
            if (done.stream().anyMatch(line -> line.startsWith("! "))) {
                return Ending.EMERGENCY;
            }
            if (transferred) {
                return Ending.TRANSFER;
            }
            if (call.ended()) {
                mind.overhear(said(done));
                return Ending.GOODBYE;
            }
            String said = said(done);
            loops += said.equals(before) ? 1 : 0;
            before = said;
            Move move = mind.hear(said);
            if (move instanceof Move.HangUp) {
                noted(call.line("* hangs up"));
                return Ending.HUNG_UP;
            }
            turns++;
            done = done(move);
        }
        return Ending.TURN_LIMIT;
    }

    private List<String> done(Move move) {
        if (move instanceof Move.Say words) {
            return after("C: " + words.words());
        }
        return move instanceof Move.Press keys ? after("K: " + keys.keys()) : after("* silent");
    }

    private List<String> after(String event) {
        lines.add(event);
        return answered(call.line(event));
    }

    /** With what the agent does once that is stored which it wants stored. */
    private List<String> answered(List<String> done) {
        List<String> all = new ArrayList<>(noted(done));
        while (call.saving() && !call.ended()) {
            all.addAll(noted(call.line("* saved")));
        }
        return all;
    }

    private List<String> noted(List<String> done) {
        lines.addAll(done);
        return done;
    }

    private static String said(List<String> done) {
        return String.join(
                " ",
                done.stream()
                        .filter(line -> line.startsWith("A: "))
                        .map(line -> line.substring(3))
                        .toList());
    }
}
