package org.anteroom.agent.dialogue;

import java.util.Optional;

/** Keys instead of words. Every task can be done without speaking. */
final class Keys {
    private static final int LOCAL = 7;
    private static final int NATIONAL = 10;

    private final People people;

    Keys(People people) {
        this.people = people;
    }

    Step pressed(Reply reply, String keys) {
        boolean speechless = reply.repairs().speechless();
        reply.repairs(reply.repairs().spoke());
        if (speechless) {
            return reply.nearest(Act.Reason.ANY_KEY);
        }
        if (keys.equals("0")) {
            return people.person(reply);
        }
        return switch (reply.stage()) {
            case OPEN, FURTHER -> keys.equals("2") ? reply.nearest(Act.Reason.LANGUAGE) : Mending.noAnswer(reply);
            case NUMBER -> number(reply, keys);
            case OFFER, SAME_NUMBER, CONFIRM_NUMBER, MORE -> yesNo(reply, keys);
            default -> reply.stage().ofErrand() ? ErrandKeys.pressed(reply, keys) : Mending.noAnswer(reply);
        };
    }

    private static Step number(Reply reply, String keys) {
        Optional<String> number = phone(keys);
        return number.isPresent()
                ? reply.understood().form(reply.form().withNumber(number.get())).fill()
                : Filling.otherWay(reply);
    }

    private static Optional<String> phone(String keys) {
        String digits = keys.replaceAll("[^0-9]", "");
        if (digits.length() == NATIONAL + 1 && digits.charAt(0) == '1') {
            digits = digits.substring(1);
        }
        return digits.length() == LOCAL || digits.length() == NATIONAL ? Optional.of(digits) : Optional.empty();
    }

    /** 1 is yes, 2 is no. */
    private static Step yesNo(Reply reply, String keys) {
        boolean yes = keys.equals("1");
        if (!yes && !keys.equals("2")) {
            return Mending.noAnswer(reply);
        }
        return switch (reply.stage()) {
            case OFFER -> yes ? Requests.accepted(reply) : Requests.declined(reply);
            case SAME_NUMBER -> yes ? Filling.same(reply) : reply.understood().ask(Stage.NUMBER);
            case CONFIRM_NUMBER -> yes ? Filling.confirmed(reply) : Filling.otherWay(reply);
            default -> yes ? reply.understood().ask(Stage.ADDING) : Filling.save(reply.understood());
        };
    }
}
