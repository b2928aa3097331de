package org.anteroom.agent.config;

import java.util.List;
import java.util.Optional;

/** How staff change what callers get for a while, by phone. Without code they can't. */
@Key(
        doc =
                "Overrides by phone: staff call this code from a listed extension, enter a PIN (made with: anteroom staff pin"
                        + " NAME), and by keys put all calls to the desk, close the practice, or note that a provider is out"
                        + " today; each ends by itself. Without code nobody can.")
public record StaffConfig(
        @Key(
                        doc =
                                "What they dial, as it reaches Anteroom: it must come in the Request-URI or as the user of To, and"
                                        + " no patient may reach it. Not sip.user, not oncall.hand-over.code.",
                        example = "*42",
                        form = Form.DIALLED)
                Optional<String> code,
        @Key(
                        doc =
                                "Extensions that may call it, as the PBX shows their number; all others get an ordinary call.",
                        example = "[\"100\", \"101\"]",
                        form = Form.DIALLED)
                List<String> extensions,
        @Key(doc = "Who may have a PIN, by name.", example = "[\"Ana\", \"Dr. Reed\"]") List<String> people) {

    /** Nobody changes anything by phone. */
    public static final StaffConfig NONE = new StaffConfig(Optional.empty(), List.of(), List.of());

    public StaffConfig {
        extensions = List.copyOf(extensions);
        people = List.copyOf(people);
    }

    /** What logs and audit entries call somebody, from 1; 0 for somebody else. */
    public int numberOf(String who) {
        return people.indexOf(who) + 1;
    }
}
