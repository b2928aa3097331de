package org.anteroom.agent.rehearsal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.anteroom.agent.practice.Draft;
import org.anteroom.agent.practice.Message;
import org.anteroom.speech.Expected;

/** What a demo prints after its calls: the table of measured latencies and the inbox. */
final class DemoReport {

    private static final double NANOS_PER_MS = 1e6;
    private static final int SAMPLES_PER_SECOND = 8_000;

    private final PrintWriter out;
    private final List<SipSeen> sip;
    private final Transcript transcript;

    DemoReport(PrintWriter out, List<SipSeen> sip, Transcript transcript) {
        this.out = out;
        this.sip = List.copyOf(sip);
        this.transcript = transcript;
    }

    void figures(DemoCalls calls, OptionalLong decisiveNanos) {
        List<DemoTurn> turns = new ArrayList<>();
        List<Double> greeting = new ArrayList<>();
        List<Double> pacing = new ArrayList<>();
        for (DemoCaller caller : calls.callers()) {
            turns.addAll(caller.turns());
            List<PacketSeen> packets = caller.call().packets();
            pacing.addAll(WireFigures.pacing(packets));
        }
        for (PhoneCall doctor : calls.doctors()) {
            pacing.addAll(WireFigures.pacing(doctor.packets()));
        }
        for (int i = 0; i < calls.callers().size(); i++) {
            OptionalLong invite = invite(DemoPractice.AGENT, i);
            OptionalLong sound =
                    WireFigures.firstLoud(calls.callers().get(i).call().packets(), 0);
            if (invite.isPresent() && sound.isPresent()) {
                greeting.add((sound.getAsLong() - invite.getAsLong()) / NANOS_PER_MS);
            }
        }
        out.println();
        out.println(
                "Measured on the wire, in milliseconds: SIP messages at the telephone system (PBX), sound packets at the phones");
        out.println("p50 is the middle one; of 100, 95 are no worse than p95, 99 no worse than p99");
        FigureTable table = new FigureTable(out);
        table.row("call arrives -> first sound of the greeting", greeting);
        table.row(
                "end of speech -> first sound of the answer (open question)",
                WireFigures.answers(turns, Expected.Kind.OPEN));
        table.row(
                "end of speech -> first sound of the answer (yes or no)",
                WireFigures.answers(turns, Expected.Kind.YES_NO));
        table.row(
                "end of speech -> first sound of the answer (number)",
                WireFigures.answers(turns, Expected.Kind.DIGITS));
        table.row(
                "end of speech -> first sound of the answer (message, long pause)",
                WireFigures.answers(turns, Expected.Kind.MONOLOGUE));
        emergency(table, calls, decisiveNanos);
        table.row("deviation from 20 ms between packets the agent sends", pacing);
    }

    /** Nothing of it can be told where another call rang the doctor's phone before. */
    private void emergency(FigureTable table, DemoCalls calls, OptionalLong decisive) {
        List<Happening> alarms = transcript.all(Happening::alarm);
        if (alarms.stream().anyMatch(alarm -> alarm.call() != DemoCalls.EMERGENCY)) {
            return;
        }
        OptionalLong invite = sip.stream()
                .filter(seen -> seen.method().equals("INVITE")
                        && seen.status() == 0
                        && seen.to().equals(DemoPractice.ON_CALL))
                .mapToLong(SipSeen::nanos)
                .findFirst();
        table.row("end of the decisive word -> call (INVITE) to the doctor's phone", between(decisive, invite));
        OptionalLong decided = alarms.stream().mapToLong(Happening::nanos).findFirst();
        Optional<DemoCaller> inDanger = calls.caller(DemoCalls.EMERGENCY);
        if (inDanger.isPresent() && decided.isPresent()) {
            List<PacketSeen> packets = inDanger.get().call().packets();
            table.row(
                    "decision -> first sound of \"Stay on the line\"",
                    between(decided, WireFigures.firstLoud(packets, decided.getAsLong())));
        }
        if (!calls.doctors().isEmpty()) {
            List<PacketSeen> packets = calls.doctors().get(0).packets();
            table.row(
                    "doctor's phone answered -> first sound of the announcement",
                    between(answered(), WireFigures.firstLoud(packets, 0)));
        }
    }

    /** When the agent's call to the on-call phone was answered: the 200 of its INVITE. */
    private OptionalLong answered() {
        return sip.stream()
                .filter(seen -> seen.method().equals("INVITE")
                        && seen.status() == 200
                        && seen.to().equals(DemoPractice.ON_CALL))
                .mapToLong(SipSeen::nanos)
                .findFirst();
    }

    private OptionalLong invite(String extension, int index) {
        return sip.stream()
                .filter(seen -> seen.method().equals("INVITE") && seen.target().equals(extension))
                .mapToLong(SipSeen::nanos)
                .skip(index)
                .findFirst();
    }

    private static List<Double> between(OptionalLong from, OptionalLong to) {
        return from.isPresent() && to.isPresent()
                ? List.of((to.getAsLong() - from.getAsLong()) / NANOS_PER_MS)
                : List.of();
    }

    /** @param voices what is recorded of each message, in the same order */
    void inbox(List<Message> messages, List<short[]> voices) {
        out.println();
        out.println("The inbox, as the practice finds it: words as they were understood");
        if (messages.isEmpty()) {
            out.println("  is empty");
        }
        for (int i = 0; i < messages.size(); i++) {
            Draft content = messages.get(i).content();
            out.println(String.format(
                    Locale.ROOT,
                    "  %d  %s%s, call back %s: %s",
                    messages.get(i).number(),
                    content.incomplete() ? "(incomplete) " : "",
                    content.callerName().orElse("no name"),
                    content.callBack().orElse("not given"),
                    content.about().orElse("")));
            if (MessageCheck.speaks(voices.get(i))) {
                double seconds = voices.get(i).length / (double) SAMPLES_PER_SECOND;
                out.println(String.format(
                        Locale.ROOT,
                        "     with %.0f s of the call's recording, kept sealed (a player for staff is yet to be built)",
                        seconds));
            } else {
                out.println("     without a recording");
            }
        }
    }
}
