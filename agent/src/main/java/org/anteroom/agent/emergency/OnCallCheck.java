package org.anteroom.agent.emergency;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.anteroom.agent.config.OncallConfig;
import org.anteroom.agent.config.OncallOverride;
import org.anteroom.agent.config.OncallRota;
import org.anteroom.agent.config.Problem;

/** What this room has to say about the on-call plan of a configuration. Pure. */
public final class OnCallCheck {
    /** How far ahead a plan must have somebody on call. */
    public static final Duration AHEAD = Duration.ofDays(60);

    private static final int TOLD = 3;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);

    private OnCallCheck() {}

    /** Problems of the plan from a moment on, with the overrides put in by command. */
    public static List<Problem> check(OncallConfig config, List<OncallOverride> overrides, ZoneId zone, Instant now) {
        List<Problem> problems = new ArrayList<>();
        categories(config, problems);
        OnCall onCall = OnCall.of(config, overrides, zone);
        List<Hole> holes = onCall.holes(now, AHEAD);
        holes.stream()
                .limit(TOLD)
                .forEach(hole -> problems.add(Problem.of(key(config, hole), sentence(hole, now, zone))));
        if (holes.size() > TOLD) {
            problems.add(Problem.of(
                    key(config, holes.get(TOLD)),
                    "there are " + (holes.size() - TOLD) + " more such times in the next " + AHEAD.toDays() + " days"));
        }
        return List.copyOf(problems);
    }

    /** What is wrong with a hole and how to mend it. */
    public static String sentence(Hole hole, Instant now, ZoneId zone) {
        return "nobody is on call " + time(hole, now, zone)
                + "; write a [[oncall.rota.shift]] or [[oncall.rota.override]] for that time, or give a group"
                + " without categories a [[oncall.group.target]] with a number and when = \"always\"";
    }

    /** Rota, from, to and time zone of a hole that was looked for at that moment. */
    public static String time(Hole hole, Instant now, ZoneId zone) {
        String rotas = String.join(", ", hole.rotas());
        boolean ends = hole.to().isBefore(now.plus(AHEAD));
        String to = ends ? " to " + TIME.format(hole.to().atZone(zone)) : " on";
        return "by the rota " + rotas + " from " + TIME.format(hole.from().atZone(zone)) + to + " (" + zone + ")";
    }

    private static String key(OncallConfig config, Hole hole) {
        List<String> names = config.rotas().stream().map(OncallRota::name).toList();
        return hole.rotas().stream()
                .findFirst()
                .map(name -> "oncall.rota[" + (names.indexOf(name) + 1) + "]")
                .orElse("oncall");
    }

    private static void categories(OncallConfig config, List<Problem> problems) {
        for (int i = 0; i < config.groups().size(); i++) {
            List<String> named = config.groups().get(i).categories();
            if (!named.isEmpty()) {
                Set<String> known = Categories.all();
                String key = "oncall.group[" + (i + 1) + "].categories";
                named.stream()
                        .filter(name -> !known.contains(name))
                        .forEach(name -> problems.add(Problem.of(
                                key,
                                "\"" + name + "\" is no kind of emergency; there are " + String.join(", ", known))));
            }
        }
    }
}
