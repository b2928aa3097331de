package org.anteroom.agent.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.emergency.Clause;
import org.anteroom.agent.emergency.Clauses;
import org.anteroom.agent.emergency.Decision;
import org.anteroom.agent.emergency.Detection;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.emergency.DetectorState;
import org.anteroom.agent.emergency.Evidence;
import org.anteroom.agent.emergency.Grade;
import org.anteroom.agent.emergency.Reading;
import org.anteroom.agent.emergency.RulesAlone;
import org.anteroom.agent.emergency.Scorer;
import org.anteroom.agent.words.HeardWord;
import org.anteroom.agent.words.Utterance;
import org.anteroom.speech.Heard;
import org.anteroom.speech.Listening;
import org.anteroom.speech.Word;

/**
 * Puts one recording through the listening path of a call and the detector behind it, as fast as they go, and remembers how near its
 * words came to a decision by their meaning.
 */
final class AudioListener {

    private static final int FRAME = 160;
    private static final int SETTLE_MS = 1_000;
    private static final int AFTERWARDS_MS = 2_000;

    private final Listening listening;
    private final Detector detector;
    private final Scorer scorer;
    private final Clauses clauses = new Clauses();
    private DetectorState state;
    private final List<Decision> decisions = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final List<TopScore> scored = new ArrayList<>();
    private long quietAtMs = Long.MAX_VALUE;

    AudioListener(Listening listening, Detector detector, Scorer scorer) {
        this.listening = listening;
        this.scorer = scorer;
        this.detector = detector;
        this.state = detector.initial();
    }

    void hear(short[] pcm) {
        short[] frame = new short[FRAME];
        int whole = pcm.length - pcm.length % FRAME;
        for (int at = 0; at < whole; at += FRAME) {
            System.arraycopy(pcm, at, frame, 0, FRAME);
            listening.feed(frame, FRAME).forEach(this::heard);
            long now = (at + FRAME) / 8L;
            if (now >= quietAtMs) {
                evidence(Evidence.Quiet.at(now));
                quietAtMs = Long.MAX_VALUE;
            }
        }
        listening.endOfAudio().forEach(this::heard);
        evidence(Evidence.Quiet.at(pcm.length / 8L + AFTERWARDS_MS));
    }

    private void heard(Heard event) {
        if (event instanceof Heard.Partial partial) {
            List<HeardWord> words = words(partial.words());
            said(new Utterance(words, false, partial.audioMs()), clauses.heard(words, false, partial.audioMs()));
        } else if (event instanceof Heard.Final end) {
            ended(end);
            end.words().forEach(word -> heard.add(word.text()));
        } else if (event instanceof Heard.Paused paused) {
            evidence(new Evidence.Pause(paused.audioMs()));
        }
    }

    private void said(Utterance words, Optional<Clause> clause) {
        evidence(Evidence.Words.of(words));
        score(clause);
        quietAtMs = words.audioMs() + SETTLE_MS;
    }

    private void ended(Heard.Final end) {
        List<HeardWord> words = words(end.words());
        List<Reading> others = end.others().stream()
                .map(other -> new Reading(words(other.words()), other.behind()))
                .toList();
        said(new Utterance(words, true, end.audioMs()), clauses.ended(words, others, end.audioMs()));
    }

    private static List<HeardWord> words(List<Word> words) {
        return words.stream()
                .map(word -> new HeardWord(word.text(), word.confidence(), word.startMs(), word.endMs()))
                .toList();
    }

    private void score(Optional<Clause> clause) {
        clause.ifPresent(words -> {
            Evidence.Scored judged = Evidence.Scored.of(words, scorer);
            scored.add(new TopScore(words.text(), words.whole(), judged.score()));
            evidence(judged);
        });
    }

    private void evidence(Evidence evidence) {
        Detection detection = detector.step(state, evidence);
        state = detection.state();
        detection.decision().ifPresent(decisions::add);
    }

    Grade grade() {
        return state.grade();
    }

    /** The first decision; a later one only raises the grade. */
    Optional<Decision> decision() {
        return decisions.stream().findFirst();
    }

    /** The words of all finished turns. */
    String heard() {
        return String.join(" ", heard);
    }

    /** Where the score decided first, the rules are asked what they find in all that was heard. */
    Standing standing() {
        Optional<Decision> first = decision();
        boolean rule = first.isPresent() && (!first.get().byMeaning() || new RulesAlone(detector).test(heard()));
        return new Standing(rule, TopScore.of(scored));
    }
}
