package org.anteroom.agent.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.PracticeType;

/** A recorded emergency that a drill plays; each must be taken for an alarm.
 *
 *  @param clip its name in {@link CallerAudio}
 *  @param practice where it is played; empty in every practice
 */
record DrillPhrase(String clip, Optional<PracticeType> practice) {

    private static final String TABLE = "drill.tsv";

    /** All of them. */
    static List<DrillPhrase> all() throws IOException {
        try (InputStream in = DrillPhrase.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IOException("The phrases of drills are missing in this build.");
            }
            List<DrillPhrase> phrases = new ArrayList<>();
            for (String line :
                    new String(in.readAllBytes(), UTF_8).lines().skip(1).toList()) {
                String[] column = line.split("\t", -1);
                phrases.add(new DrillPhrase(column[0], PracticeType.of(column[1])));
            }
            return List.copyOf(phrases);
        }
    }

    /** Those of one type of practice: what is an emergency everywhere first, then its own. */
    static List<DrillPhrase> of(PracticeType type) throws IOException {
        return all().stream()
                .filter(phrase -> phrase.practice().map(type::equals).orElse(true))
                .toList();
    }
}
