package org.anteroom.agent.config;

import java.util.List;

/** What whoever took an emergency can press while talking to the caller. {@link KeyRules} says what must hold between them. */
@Key(
        doc =
                "Keys of the on-call phone while it talks to the caller, one or two each. A key that a longer command begins"
                        + " with counts after two seconds.")
public record BridgeKeysConfig(
        @Key(
                        doc = "Calls the others of the plan; the caller stays until one of them has the call.",
                        preset = "*2",
                        form = Form.KEYS)
                String pass,
        @Key(doc = "Gives the caller back to message-taking.", preset = "*3", form = Form.KEYS) String back,
        @Key(doc = "Marks a false alarm; nothing else changes.", preset = "*7", form = Form.KEYS) String falseAlarm,
        @Key(
                        doc =
                                "Calls a service of the plan, such as 911, as a third to the two; one after another when pressed"
                                        + " again. Only services whose state-law-checked is given.",
                        preset = BridgeKeysConfig.USUAL_ADD,
                        form = Form.KEYS)
                String add,
        @Key(doc = "Says category and call-back number again.", preset = "*", form = Form.KEYS) String repeat,
        @Key(
                        doc =
                                "Codes that the PBX takes itself during a call, so that a clash with keys of ours is found here."
                                        + " FreePBX as it is installed takes *1, *2, ** and ##: switch them off there for"
                                        + " Anteroom's calls, or name them and choose other keys.",
                        example = "[\"##\", \"*1\"]")
                List<String> takenByPbx) {

    /** There since a later version than the other keys: where it clashes with what a practice chose before, it gives way. */
    static final String USUAL_ADD = "*9";

    public BridgeKeysConfig {
        takenByPbx = List.copyOf(takenByPbx);
    }
}
