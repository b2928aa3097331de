package org.anteroom.agent.rehearsal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.emergency.Clause;
import org.anteroom.agent.emergency.Clauses;
import org.anteroom.agent.emergency.Decision;
import org.anteroom.agent.emergency.Detection;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.emergency.DetectorState;
import org.anteroom.agent.emergency.Evidence;
import org.anteroom.agent.emergency.Keys;
import org.anteroom.agent.emergency.RuleBook;
import org.anteroom.agent.emergency.Score;
import org.anteroom.agent.emergency.Scorer;
import org.anteroom.agent.words.Utterance;

/**
 * How often the person on call is rung for nothing, on nights put together by chance from sentences that are no
 * emergencies: each call is fed to a detector of its own, turn by turn and word by word, as written. After hours an alarm
 * and a concern both ring the person on call, so the first of either is a wake-up, and ends the call.
 */
public final class NightSimulation {
    /** From the end of a turn to the next: a sentence of ours is between them. */
    private static final int BETWEEN_TURNS_MS = 4_000;

    private final Detector detector;
    private final Scorer scorer;
    private final PracticeType practice;
    private final Map<String, Score> scores = new HashMap<>();

    /** @param practice whose phrases apply, and whose sentences, beside those of any practice */
    public NightSimulation(PracticeType practice, Scorer scorer) {
        this.practice = practice;
        this.detector = new Detector(RuleBook.of(EnumSet.of(practice)), Keys.DEFAULT);
        this.scorer = scorer;
    }

    /**
     * @param files of sentences, as {@link EmergencyCase} reads them; emergencies in them are left out, category {@code
     *     ordinary} is ordinary and every other one worded like an emergency
     * @throws TsvException when a file is malformed, or sentences of one kind are missing
     */
    public NightReport run(List<Path> files, NightMix mix) throws TsvException {
        List<String> ordinary = new ArrayList<>();
        List<String> lookalikes = new ArrayList<>();
        for (Path file : files) {
            for (EmergencyCase each : EmergencyCase.read(file)) {
                if (!each.emergency() && each.practices().contains(practice)) {
                    (each.category().equals("ordinary") ? ordinary : lookalikes).add(each.text());
                }
            }
        }
        if (ordinary.isEmpty() || (lookalikes.isEmpty() && mix.lookalikes() > 0)) {
            throw new TsvException(
                    "The files need rows labelled not, of category ordinary and of others, for any practice" + " or "
                            + practice.id() + "; there are " + ordinary.size() + " and " + lookalikes.size() + ".");
        }
        return simulate(ordinary, lookalikes, mix);
    }

    private NightReport simulate(List<String> ordinary, List<String> lookalikes, NightMix mix) {
        SplittableRandom chance = new SplittableRandom(mix.seed());
        List<NightReport.WakeUp> wakeUps = new ArrayList<>();
        for (int month = 0; month < mix.months(); month++) {
            for (int night = 0; night < NightMix.NIGHTS; night++) {
                int doctor = (month * NightMix.NIGHTS + night) / 7 % mix.doctors();
                for (int call = 0; call < mix.calls(); call++) {
                    boolean lookalike = chance.nextDouble() < mix.lookalikes();
                    List<String> turns = new ArrayList<>();
                    for (int turn = 0; turn < mix.turns(); turn++) {
                        turns.add(ordinary.get(chance.nextInt(ordinary.size())));
                    }
                    if (lookalike) {
                        turns.set(chance.nextInt(mix.turns()), lookalikes.get(chance.nextInt(lookalikes.size())));
                    }
                    int when = month;
                    decides(turns)
                            .ifPresent(decision -> wakeUps.add(new NightReport.WakeUp(
                                    when, doctor, lookalike, decision.grade(), decision.rule())));
                }
            }
        }
        return new NightReport(practice.id(), mix, ordinary.size(), lookalikes.size(), wakeUps);
    }

    /** The first decision of a call. */
    Optional<Decision> decides(List<String> turns) {
        DetectorState state = detector.initial();
        Clauses clauses = new Clauses();
        int startMs = 0;
        for (String text : turns) {
            Utterance whole = Utterance.typed(text, startMs);
            startMs = (int) whole.audioMs() + BETWEEN_TURNS_MS;
            int words = whole.words().size();
            for (int heard = 1; heard <= words + 1; heard++) {
                Utterance now = heard <= words ? whole.partial(heard) : whole;
                List<Evidence> evidence = new ArrayList<>(List.of(Evidence.Words.of(now)));
                clauses.heard(now.words(), now.complete(), now.audioMs())
                        .ifPresent(clause -> evidence.add(new Evidence.Scored(clause, score(clause))));
                for (Evidence piece : evidence) {
                    Detection detection = detector.step(state, piece);
                    state = detection.state();
                    if (detection.decision().isPresent()) {
                        return detection.decision();
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Score score(Clause clause) {
        return scores.computeIfAbsent(clause.text(), scorer::of);
    }
}
