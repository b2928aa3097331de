package org.anteroom.agent.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What must hold between the keys of callers, of on-call phones and of the PBX. */
final class KeyRules {
    private static final String TAKEN = "oncall.keys.taken-by-pbx";

    private KeyRules() {}

    static void check(OncallConfig oncall, Problems problems) {
        BridgeKeysConfig keys = oncall.keys();
        boolean accepts = problems.read("oncall.accept-key");
        if (accepts
                && problems.read("oncall.emergency-key")
                && oncall.acceptKey().equals(oncall.emergencyKey())) {
            problems.add("oncall.accept-key", "is the same as oncall.emergency-key");
        }
        Map<String, String> bridge = new LinkedHashMap<>();
        bridge.put("oncall.keys.pass", keys.pass());
        bridge.put("oncall.keys.back", keys.back());
        bridge.put("oncall.keys.false-alarm", keys.falseAlarm());
        if (!gaveWay(keys)) {
            bridge.put("oncall.keys.add", keys.add());
        }
        bridge.put("oncall.keys.repeat", keys.repeat());
        bridge.keySet().removeIf(key -> !problems.read(key));
        Map<String, String> seen = new LinkedHashMap<>();
        bridge.forEach((key, pressed) -> {
            String before = seen.putIfAbsent(pressed, key);
            if (before != null) {
                problems.add(key, "is \"" + pressed + "\" like " + before + "; give each its own");
            }
            if (accepts && pressed.startsWith(oncall.acceptKey())) {
                problems.add(
                        key,
                        "begins with oncall.accept-key: who presses that twice to take a call would give a command; choose"
                                + " another");
            }
        });
        Map<String, String> ours = new LinkedHashMap<>();
        ours.put("oncall.accept-key", oncall.acceptKey());
        ours.put("oncall.emergency-key", oncall.emergencyKey());
        ours.keySet().removeIf(key -> !problems.read(key));
        ours.putAll(bridge);
        for (String code : keys.takenByPbx()) {
            if (!code.matches("[0-9*#]{1,4}")) {
                problems.add(TAKEN, "\"" + code + "\" is no code of keys: digits, * and #, at most 4");
            } else {
                clashes(code, ours, problems);
            }
        }
    }

    /** Whether the usual key for a service is taken by what was chosen for something else: then no service can be added. */
    static boolean gaveWay(BridgeKeysConfig keys) {
        return keys.add().equals(BridgeKeysConfig.USUAL_ADD)
                && Stream.concat(
                                Stream.of(keys.pass(), keys.back(), keys.falseAlarm(), keys.repeat()),
                                keys.takenByPbx().stream())
                        .anyMatch(BridgeKeysConfig.USUAL_ADD::equals);
    }

    private static void clashes(String code, Map<String, String> ours, Problems problems) {
        ours.forEach((key, pressed) -> {
            if (pressed.startsWith(code)) {
                problems.add(
                        key,
                        "\"" + pressed + "\" never reaches Anteroom: the PBX takes \"" + code + "\" itself (" + TAKEN
                                + "). Switch that code off in the PBX for Anteroom's calls and take it off the list, or set"
                                + " another key");
            } else if (code.equals(pressed.repeat(code.length()))) {
                problems.add(
                        key,
                        "\"" + pressed + "\" pressed more than once is \"" + code
                                + "\", which the PBX takes itself, on FreePBX"
                                + " to hang up or to transfer (" + TAKEN
                                + "). Switch that code off in the PBX for Anteroom's"
                                + " calls and take it off the list, or set another key");
            }
        });
    }
}
