package org.anteroom.agent.rehearsal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.anteroom.agent.config.OncallConfig;
import org.anteroom.agent.config.PracticeType;

/** A drill: every phrase of the practice's type, one call after the other. */
public final class DrillRun {

    /** The problem of a phrase that gave way. */
    static final String GAVE_WAY = "a real emergency began, or the call's place was needed";

    private DrillRun() {}

    /** Names of the phrases that are played in that type of practice, in order.
     *
     *  @throws IOException when they are missing in this build
     */
    public static List<String> phrases(PracticeType type) throws IOException {
        return DrillPhrase.of(type).stream().map(DrillPhrase::clip).toList();
    }

    /** Makes it, on the calling thread; tells each result as it comes. Minutes.
     *
     *  @param only names of the phrases that are played; all of the type's where it is empty
     *  @throws IOException when a recording is missing in this build
     */
    public static List<DrillResult> play(
            DrillPhones phones,
            DrillAgent agent,
            PracticeType type,
            String dial,
            OncallConfig oncall,
            Set<String> only,
            Consumer<DrillResult> told)
            throws IOException, InterruptedException {
        Duration accept = Duration.ofSeconds(
                oncall.acceptSeconds() + (long) oncall.groups().get(0).ringSeconds());
        DrillCaller caller =
                new DrillCaller(phones, agent, dial, oncall.acceptKey().charAt(0), accept);
        List<DrillResult> results = new ArrayList<>();
        for (DrillPhrase phrase : DrillPhrase.of(type)) {
            if (!only.isEmpty() && !only.contains(phrase.clip())) {
                continue;
            }
            DrillResult result = caller.play(phrase);
            results.add(result);
            told.accept(result);
            if (result.over()) {
                break;
            }
        }
        return List.copyOf(results);
    }
}
