package org.anteroom.agent.cli.setup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anteroom.agent.config.ConfigKey;
import org.anteroom.agent.config.PhoneGroup;

/** On-call phones as people type them: {@code Dr. Reed=301, Dr. Reed's mobile=555 0142}. Pure. */
final class OnCallEntry {
    private static final Pattern MARKS = Pattern.compile("[\\s().-]");

    private OnCallEntry() {}

    /** What is wrong with phones as typed; empty when they can be read. */
    static Optional<String> problem(String typed) {
        Set<String> numbers = new HashSet<>();
        for (String part : typed.split(",", -1)) {
            String[] sides = part.split("=", -1);
            String name = sides[0].strip();
            if (sides.length != 2 || name.isEmpty() || sides[1].isBlank()) {
                return Optional.of("\"" + part.strip() + "\" is not understood: write NAME=NUMBER, as in Dr. Reed=301");
            }
            Optional<String> wrong = ConfigKey.problem("desk.number", sides[1].strip());
            if (wrong.isPresent()) {
                return wrong.map(sentence -> "the number of " + name + " " + sentence);
            }
            String number = plain(sides[1]);
            if (Services.publicOne(number).isPresent()) {
                return Optional.of(
                        number + " is a service, no person on call. The law decides whether it may be dialled"
                                + " by itself: see oncall.md, and write it into the file by hand");
            }
            if (!numbers.add(number)) {
                return Optional.of("the number of " + name + " stands there twice");
            }
        }
        return Optional.empty();
    }

    /** @param typed something without a {@link #problem} */
    static List<PhoneGroup.Phone> parse(String typed) {
        List<PhoneGroup.Phone> phones = new ArrayList<>();
        for (String part : typed.split(",")) {
            int at = part.indexOf('=');
            phones.add(new PhoneGroup.Phone(part.substring(0, at).strip(), plain(part.substring(at + 1)), true));
        }
        return List.copyOf(phones);
    }

    /** The same as people type them. */
    static String typed(PhoneGroup group) {
        return group.phones().stream()
                .map(phone -> phone.name() + "=" + (phone.number().isEmpty() ? "(by a rota)" : phone.number()))
                .collect(Collectors.joining(", "));
    }

    static String plain(String number) {
        return MARKS.matcher(number).replaceAll("");
    }
}
