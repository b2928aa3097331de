package org.anteroom.agent.rehearsal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.anteroom.agent.practice.Message;
import org.anteroom.speech.Expected;

/** What a demo prints after its calls: the table of measured latencies and the inbox. */
final class DemoReport {

    private static final double NANOS_PER_MS = 1e6;

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
        out.println("Measured on the wire: SIP messages at the PBX, RTP packets at the phones");
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

    private void emergency(FigureTable table, DemoCalls calls, OptionalLong decisive) {
        OptionalLong invite = sip.stream()
                .filter(seen -> seen.method().equals("INVITE")
                        && seen.status() == 0
                        && seen.to().equals(DemoPractice.ON_CALL))
                .mapToLong(SipSeen::nanos)
                .findFirst();
        table.row("end of the decisive word -> INVITE to the on-call phone", between(decisive, invite));
        OptionalLong decided = transcript.all(happening -> happening.kind() == Happening.Kind.DECIDED).stream()
                .mapToLong(Happening::nanos)
                .findFirst();
        if (calls.callers().size() > 1 && decided.isPresent()) {
            List<PacketSeen> packets = calls.callers().get(1).call().packets();
            table.row(
                    "decision -> first sound of \"Stay on the line\"",
                    between(decided, WireFigures.firstLoud(packets, decided.getAsLong())));
        }
        if (!calls.doctors().isEmpty()) {
            List<PacketSeen> packets = calls.doctors().get(0).packets();
            table.row(
                    "on-call phone answered -> first sound of the announcement",
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

    void inbox(List<Message> messages) {
        out.println();
        out.println("The inbox");
        if (messages.isEmpty()) {
            out.println("  is empty");
        }
        for (Message message : messages.stream()
                .sorted(Comparator.comparingLong(Message::number))
                .toList()) {
            out.println(String.format(
                    Locale.ROOT,
                    "  %d  %s%s, call back %s: %s",
                    message.number(),
                    message.content().incomplete() ? "(incomplete) " : "",
                    message.content().callerName().orElse("no name"),
                    message.content().callBack().orElse("not given"),
                    message.content().about().orElse("")));
        }
    }
}
