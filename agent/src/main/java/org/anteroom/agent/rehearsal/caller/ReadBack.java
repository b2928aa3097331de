package org.anteroom.agent.rehearsal.caller;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.PracticePayer;
import org.anteroom.agent.config.VisitType;

/** Compares what is read back with what the caller knows. */
final class ReadBack {
    private static final int NUMBER = 7;
    private static final Pattern CALLED = Pattern.compile("\\b[A-Z][a-z]{2,}\\b");

    private final Goal goal;
    private final PracticeConfig practice;

    ReadBack(Goal goal, PracticeConfig practice) {
        this.goal = goal;
        this.practice = practice;
    }

    /** The rule by which the caller corrects the first thing that is wrong; empty when all is right. */
    Optional<String> wrong(String said, HeardTimes heard, Optional<LocalDateTime> chosen) {
        return Stream.of(
                        birth(heard),
                        number(said),
                        time(heard, chosen),
                        provider(said),
                        name(said),
                        visit(said),
                        payer(said))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** How a number that was just given is read back. */
    enum Read {
        RIGHT,
        /** Another of the same length. */
        WRONG,
        /** Too much or too little was made out. */
        UNCLEAR,
        /** None is. */
        NONE
    }

    /** @param member whether it is the member id, else it is the telephone number */
    Read number(String said, HeardTimes heard, boolean member) {
        String given = member ? goal.errand().memberId() : goal.self().phone();
        String read = Digits.longest(said);
        if (read.length() < 2 || given.isEmpty() || !heard.births().isEmpty()) {
            return Read.NONE;
        }
        if (read.equals(given)) {
            return Read.RIGHT;
        }
        return read.length() == given.length() ? Read.WRONG : Read.UNCLEAR;
    }

    private Optional<String> birth(HeardTimes heard) {
        boolean wrong = goal.self().animal().isEmpty()
                && !heard.births().isEmpty()
                && !heard.births().contains(goal.self().birth());
        return wrong ? Optional.of("dob.wrong") : Optional.empty();
    }

    private Optional<String> number(String said) {
        String read = Digits.longest(said);
        String member = goal.errand().memberId();
        boolean phone = read.length() >= NUMBER && read.matches("[0-9]+");
        if (phone) {
            return read.equals(goal.self().phone()) ? Optional.empty() : Optional.of("phone.wrong");
        }
        boolean id = !member.isEmpty() && read.length() > member.length() / 2;
        return id && !read.equals(member) ? Optional.of("member.wrong") : Optional.empty();
    }

    private Optional<String> time(HeardTimes heard, Optional<LocalDateTime> chosen) {
        Optional<LocalDateTime> meant = chosen.or(() -> goal.held().map(Held::at));
        boolean wrong =
                meant.isPresent() && !heard.times().isEmpty() && !heard.times().contains(meant.get());
        return wrong ? Optional.of("time.wrong") : Optional.empty();
    }

    /** Whoever wants one provider notices another's name; one that can't be made out is no other. */
    private Optional<String> provider(String said) {
        List<String> words = List.of(said.toLowerCase(Locale.ROOT).split("[^a-z]+"));
        String own = surname(goal.provider());
        boolean other = practice.providers().stream()
                .map(provider -> surname(provider.name()))
                .anyMatch(name -> !name.equals(own) && words.contains(name));
        return goal.providerWished() && other && !words.contains(own)
                ? Optional.of("provider.wrong")
                : Optional.empty();
    }

    private static String surname(String name) {
        String lower = name.toLowerCase(Locale.ROOT).strip();
        return lower.substring(lower.lastIndexOf(' ') + 1);
    }

    private Optional<String> name(String said) {
        if (!said.matches("(?i).*\\b(name|named|called)\\b.*")) {
            return Optional.empty();
        }
        List<String> called = CALLED.matcher(said)
                .results()
                .filter(match -> match.start() > 0)
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .toList();
        String own = goal.self().name() + " " + goal.self().animal().orElse("");
        boolean wrong = !called.isEmpty() && called.stream().noneMatch(each -> Alike.some(each, own));
        return wrong ? Optional.of("name.wrong") : Optional.empty();
    }

    private Optional<String> visit(String said) {
        if (goal.visitType().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> named = practice.visitTypes().stream()
                .map(VisitType::name)
                .filter(name -> said.toLowerCase(Locale.ROOT).contains(name))
                .max((one, other) -> Integer.compare(one.length(), other.length()));
        return named.filter(name -> !name.equals(goal.visitType())).map(any -> "visit.wrong");
    }

    private Optional<String> payer(String said) {
        String own = goal.errand().payer();
        String lower = said.toLowerCase(Locale.ROOT);
        boolean wrong = !own.isEmpty()
                && !lower.contains(own)
                && practice.payers().stream()
                        .map(PracticePayer::name)
                        .anyMatch(name -> lower.contains(name.toLowerCase(Locale.ROOT)));
        return wrong ? Optional.of("payer.wrong") : Optional.empty();
    }
}
