package org.anteroom.agent.call;

import java.util.regex.Pattern;

/** How an on-call target stands in a call's journal: by its name, in which no phone number gets through. Pure. */
final class TargetLabel {
    /** Digits in a row, spaces and the like between them or not, that may be dialled: four of them or more. */
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d(?:[ ./()-]*\\d){3,}");

    private TargetLabel() {}

    static String of(String name) {
        return NUMBER.matcher(name).replaceAll("(number)");
    }
}
