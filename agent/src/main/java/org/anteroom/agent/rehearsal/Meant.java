package org.anteroom.agent.rehearsal;

import java.io.IOException;
import org.anteroom.agent.words.Normaliser;

/** What a caller of the demo means to leave.
 *
 *  @param call number of the call
 *  @param number to call back, digits
 */
record Meant(int call, String name, String number, String reason) {

    private static final String BEFORE_THE_NAME = "my name is ";

    /** As the recordings say it. */
    static Meant spoken(int call, String nameClip, String number, String... reasonClips) throws IOException {
        String name = CallerAudio.clip(nameClip).words();
        if (!name.startsWith(BEFORE_THE_NAME)) {
            throw new IllegalArgumentException(nameClip + " does not begin with \"" + BEFORE_THE_NAME + "\"");
        }
        StringBuilder reason = new StringBuilder();
        for (String clip : reasonClips) {
            reason.append(' ').append(CallerAudio.clip(clip).words());
        }
        return new Meant(
                call,
                name.substring(BEFORE_THE_NAME.length()),
                number,
                String.join(" ", Normaliser.words(reason.toString())));
    }
}
