package org.anteroom.agent.config;

import java.util.List;
import java.util.Optional;

/** How people on call hand over to each other by phone. Without code they can't. */
@Key(
        doc =
                "Handing over by phone: who is on call calls this code from a phone of theirs, enters a PIN (made with: anteroom"
                        + " oncall pin NAME), and gives the on-call phone to somebody else, who is rung and takes it with the"
                        + " accept key. Without code nobody can.")
public record HandOverConfig(
        @Key(
                        doc =
                                "What they dial, as it reaches Anteroom: it must come in the Request-URI or as the user of To, and"
                                        + " no patient may reach it. Not sip.user.",
                        example = "*41",
                        form = Form.DIALLED)
                Optional<String> code,
        @Key(
                        doc =
                                "Further phones that may call it, shared ones for example, as the PBX shows their number. Phones of"
                                        + " an [[oncall.person]] may without this.",
                        example = "[\"310\"]",
                        form = Form.DIALLED)
                List<String> phones) {

    /** Nobody hands over by phone. */
    static final HandOverConfig NONE = new HandOverConfig(Optional.empty(), List.of());

    public HandOverConfig {
        phones = List.copyOf(phones);
    }
}
