package org.anteroom.agent.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.anteroom.agent.notice.Alarm.Kind;
import org.anteroom.agent.notice.Notice.Reason;

/** Whatever happens in whatever order: no grave alarm is lost while it is in nobody's hand, and nobody is flooded. */
class AlarmProperties {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration FLOOD = Duration.ofMinutes(1);
    private static final List<Route> ROUTES = List.of(
            new Route("first", Duration.ZERO, true),
            new Route("second", Duration.ofMinutes(10), true),
            new Route("third", Duration.ofMinutes(30), true));
    private static final List<Kind> KINDS = List.of(Kind.NOBODY_ANSWERS, Kind.LINE, Kind.CALL_FAILED);

    private enum Act {
        RAISE,
        CLEAR,
        ACKNOWLEDGE
    }

    /** Something happens, and then time passes. */
    private record Step(Act act, Kind kind, String subject, long number, int seconds) {}

    private record Sent(Instant at, Route route, Notice notice) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Act> acts =
                Arbitraries.frequency(Tuple.of(6, Act.RAISE), Tuple.of(2, Act.CLEAR), Tuple.of(1, Act.ACKNOWLEDGE));
        return Combinators.combine(
                        acts,
                        Arbitraries.of(KINDS),
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.longs().between(1, 20),
                        Arbitraries.integers().between(0, 1_200))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 300)
    void noGraveAlarmIsLostUntilItIsTakenOrOver(@ForAll("steps") List<Step> steps) {
        Practice practice = new Practice();
        for (Step step : steps) {
            practice.act(step);
            practice.pass(step.seconds());
        }
    }

    @Property(tries = 300)
    void nothingIsSentMoreOftenThanItsWindowAllows(@ForAll("steps") List<Step> steps) {
        Practice practice = new Practice();
        for (Step step : steps) {
            practice.act(step);
            practice.pass(step.seconds());
        }
        practice.judgePace();
    }

    /** What happens to one practice, from its first alarm on. */
    private static final class Practice {
        private final AlarmBook book = new AlarmBook(new AlarmTimes(WINDOW, FLOOD, Duration.ofMinutes(5)));
        private final List<Sent> sent = new ArrayList<>();
        private Instant now = Instant.parse("2026-03-02T14:00:00Z");
        private final Map<String, Instant> asking = new HashMap<>();

        void act(Step step) {
            String name = step.kind() + " " + step.subject();
            switch (step.act()) {
                case RAISE -> {
                    Optional<Alarm> opened = book.raise(step.kind(), "It broke.", step.subject(), now);
                    if (opened.isPresent() && step.kind().grave()) {
                        asking.put(name, now);
                    }
                }
                case CLEAR -> {
                    book.clear(step.kind(), step.subject());
                    asking.remove(name);
                }
                default -> {
                    Optional<Alarm> taken = book.open().stream()
                            .map(OpenAlarm::alarm)
                            .filter(alarm -> alarm.number() == step.number())
                            .findFirst();
                    book.acknowledge(step.number(), "uid:0", now);
                    taken.ifPresent(alarm -> asking.remove(alarm.kind() + " " + alarm.subject()));
                }
            }
            send();
        }

        void pass(int seconds) {
            for (int left = seconds; left > 0; left -= 30) {
                now = now.plusSeconds(Math.min(left, 30));
                book.tidy(now);
                send();
                asking.forEach(this::reached);
            }
        }

        private void send() {
            for (Route route : ROUTES) {
                book.due(route, now).forEach(notice -> sent.add(new Sent(now, route, notice)));
            }
        }

        /** Every route whose time has come was told, and within two windows of now again. */
        private void reached(String name, Instant since) {
            assertThat(book.open()).anyMatch(each -> name(each.alarm()).equals(name));
            for (Route route : ROUTES) {
                Instant told = since.plus(route.after()).plus(FLOOD).plusSeconds(60);
                if (now.isBefore(told)) {
                    continue;
                }
                Instant recently =
                        now.minus(WINDOW.multipliedBy(2)).minus(FLOOD).minusSeconds(60);
                assertThat(sent)
                        .as("%s on %s since %s", name, route.name(), since)
                        .anyMatch(each -> each.route().equals(route)
                                && each.notice().reason() != Reason.OVER
                                && !each.at().isBefore(since)
                                && !each.at().isBefore(recently)
                                && each.notice().alarms().stream()
                                        .anyMatch(alarm -> name(alarm).equals(name)));
            }
        }

        void judgePace() {
            for (Route route : ROUTES) {
                for (Kind kind : KINDS) {
                    gaps(route, kind, false, kind.grave() ? FLOOD : WINDOW);
                    gaps(route, kind, true, kind.grave() ? FLOOD : WINDOW);
                }
                sent.stream()
                        .filter(each -> each.route().equals(route))
                        .flatMap(each -> each.notice().alarms().stream())
                        .map(Alarm::number)
                        .distinct()
                        .forEach(number -> sameAlarm(route, number));
            }
        }

        private static String name(Alarm alarm) {
            return alarm.kind() + " " + alarm.subject();
        }

        private void gaps(Route route, Kind kind, boolean over, Duration least) {
            List<Instant> times = sent.stream()
                    .filter(each -> each.route().equals(route)
                            && each.notice().kind() == kind
                            && (each.notice().reason() == Reason.OVER) == over)
                    .map(Sent::at)
                    .toList();
            apart(times, least);
        }

        private void sameAlarm(Route route, long number) {
            List<Instant> times = sent.stream()
                    .filter(each -> each.route().equals(route)
                            && each.notice().reason() != Reason.OVER
                            && each.notice().alarms().stream().anyMatch(alarm -> alarm.number() == number))
                    .map(Sent::at)
                    .toList();
            apart(times, WINDOW);
        }

        private static void apart(List<Instant> times, Duration least) {
            for (int i = 1; i < times.size(); i++) {
                assertThat(Duration.between(times.get(i - 1), times.get(i))).isGreaterThanOrEqualTo(least);
            }
        }
    }
}
