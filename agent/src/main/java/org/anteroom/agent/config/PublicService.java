package org.anteroom.agent.config;

import java.util.Set;
import java.util.regex.Pattern;

/** Numbers of public services, where nobody presses a key: emergency, and suicide and crisis. */
public final class PublicService {
    /** 911 also with the digit for an outside line; 112 is put through to it by mobile networks. */
    private static final Set<String> NUMBERS = Set.of("911", "9911", "112", "988");

    private static final Pattern MARKS = Pattern.compile("[^0-9]");

    private PublicService() {}

    /** Whether a number reaches one; a + or a # in it changes nothing of what is reached. */
    public static boolean reachedBy(String number) {
        return NUMBERS.contains(MARKS.matcher(number).replaceAll(""));
    }
}
