package org.anteroom.agent.emergency;

import java.util.HashMap;
import java.util.Map;

/**
 * What whoever has the call can press in the bridge. A command that another begins with waits two seconds for the further key.
 *
 * @param pass calls the others, with the caller still on
 * @param back gives the caller back to the conversation
 * @param falseAlarm says that it was no emergency
 * @param add calls a service, to talk with both; without effect where another command has the same keys
 * @param repeat says category and number again
 */
public record BridgeKeys(String pass, String back, String falseAlarm, String add, String repeat) {

    /** {@code *2}, {@code *3}, {@code *7}, {@code *9} and {@code *}. */
    public static final BridgeKeys DEFAULT = new BridgeKeys("*2", "*3", "*7", "*9", "*");

    /** What these keys mean, all of them together; {@link LegSignal#OTHER_KEY} for nothing. */
    LegSignal meaning(String keys) {
        return commands().getOrDefault(keys, LegSignal.OTHER_KEY);
    }

    /** What one more key of a phone means, with those it pressed before; {@link LegSignal#OTHER_KEY} while a further one may follow. */
    LegSignal pressed(Climb climb, int leg, char key, long nowMs) {
        PressedKeys pressed = climb.pressed.with(leg, key, nowMs);
        LegSignal meaning = meaning(pressed.keys());
        if (meaning == LegSignal.OTHER_KEY && !mayGoOn(pressed.keys())) {
            pressed = pressed.lastAlone();
            meaning = meaning(pressed.keys());
        }
        boolean waits = mayGoOn(pressed.keys());
        climb.pressed = waits ? pressed : PressedKeys.NONE;
        return waits ? LegSignal.OTHER_KEY : meaning;
    }

    /** Whether a further key may make another command of these. */
    boolean mayGoOn(String keys) {
        return commands().keySet().stream()
                .anyMatch(command -> command.length() > keys.length() && command.startsWith(keys));
    }

    private Map<String, LegSignal> commands() {
        Map<String, LegSignal> commands = new HashMap<>();
        commands.put(pass, LegSignal.PASS_ON);
        commands.put(back, LegSignal.GIVE_BACK);
        commands.put(falseAlarm, LegSignal.FALSE_ALARM);
        commands.put(repeat, LegSignal.REPEAT);
        // Who chose other keys before there was this one keeps them.
        commands.putIfAbsent(add, LegSignal.ADD);
        return commands;
    }
}
