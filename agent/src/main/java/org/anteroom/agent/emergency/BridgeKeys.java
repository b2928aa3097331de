package org.anteroom.agent.emergency;

import java.util.Map;

/**
 * What whoever has the call can press in the bridge. A command that another begins with waits two seconds for the further key.
 *
 * @param pass calls the others, with the caller still on
 * @param back gives the caller back to the conversation
 * @param falseAlarm says that it was no emergency
 * @param repeat says category and number again
 */
public record BridgeKeys(String pass, String back, String falseAlarm, String repeat) {

    /** {@code *2}, {@code *3}, {@code *7} and {@code *}. */
    public static final BridgeKeys DEFAULT = new BridgeKeys("*2", "*3", "*7", "*");

    /** What these keys mean, all of them together; {@link LegSignal#OTHER_KEY} for nothing. */
    LegSignal meaning(String keys) {
        return commands().getOrDefault(keys, LegSignal.OTHER_KEY);
    }

    /** Whether a further key may make another command of these. */
    boolean mayGoOn(String keys) {
        return commands().keySet().stream()
                .anyMatch(command -> command.length() > keys.length() && command.startsWith(keys));
    }

    private Map<String, LegSignal> commands() {
        return Map.of(
                pass,
                LegSignal.PASS_ON,
                back,
                LegSignal.GIVE_BACK,
                falseAlarm,
                LegSignal.FALSE_ALARM,
                repeat,
                LegSignal.REPEAT);
    }
}
