package org.anteroom.agent.rehearsal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.emergency.Decision;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.emergency.Found;
import org.anteroom.agent.emergency.Keys;
import org.anteroom.agent.emergency.RuleBook;
import org.anteroom.agent.emergency.Scorer;
import org.anteroom.agent.words.Normaliser;
import org.anteroom.agent.words.Utterance;
import org.anteroom.media.Wav;
import org.anteroom.speech.Ears;
import org.anteroom.speech.Listening;

/** Measures emergencies on sound: every recording goes through a call's own listening path and detector, several at a
 *  time, faster than real time. Deterministic: the order of the threads changes nothing.
 */
public final class AudioEvaluation {

    private final Ears ears;
    private final Scorer scorer;
    private final LineQuality line;
    private final int threads;
    private final Map<Set<PracticeType>, Detector> detectors = new ConcurrentHashMap<>();

    /**
     * @param scorer the score of a call, used by several threads at a time
     * @param line what every recording goes through first
     * @param threads recordings listened to at the same time
     */
    public AudioEvaluation(Ears ears, Scorer scorer, LineQuality line, int threads) {
        this.line = line;
        this.ears = ears;
        this.scorer = scorer;
        this.threads = threads;
    }

    /** Judges every row of a file.
     *
     *  @throws TsvException when rows are malformed or sound files missing or unreadable, with all their lines
     */
    public AudioReport run(Path tsv) throws TsvException, InterruptedException {
        List<AudioCase> cases = AudioCase.read(tsv);
        AtomicInteger number = new AtomicInteger();
        ExecutorService pool =
                Executors.newFixedThreadPool(threads, task -> new Thread(task, "evaluate-" + number.incrementAndGet()));
        long begun = System.nanoTime();
        try {
            List<Callable<AudioVerdict>> tasks = new ArrayList<>();
            cases.forEach(each -> tasks.add(() -> judge(each)));
            List<AudioVerdict> verdicts = new ArrayList<>();
            List<String> problems = new ArrayList<>();
            List<Future<AudioVerdict>> futures = pool.invokeAll(tasks);
            for (int i = 0; i < futures.size(); i++) {
                try {
                    verdicts.add(futures.get(i).get());
                } catch (ExecutionException e) {
                    String why = e.getCause() == null
                            ? "unknown"
                            : String.valueOf(e.getCause().getMessage());
                    problems.add("line " + cases.get(i).line() + ": " + why);
                }
            }
            if (!problems.isEmpty()) {
                throw TsvException.of(tsv, problems);
            }
            return new AudioReport(EmergencyEvaluation.name(tsv), line, verdicts, System.nanoTime() - begun);
        } finally {
            pool.shutdownNow();
        }
    }

    private AudioVerdict judge(AudioCase each) throws IOException {
        short[] pcm = line.through(Wav.read(each.file()), each.line());
        try (Listening listening = ears.listening()) {
            AudioListener listener = new AudioListener(listening, detector(each.practices()), scorer);
            listener.hear(pcm);
            WordErrors words = each.keywordsOnly() || each.text().isEmpty()
                    ? WordErrors.NONE
                    : WordErrors.between(Normaliser.words(each.text()), Normaliser.words(listener.heard()));
            String rule = listener.decision().map(Decision::rule).orElse("");
            Standing standing = listener.standing();
            return new AudioVerdict(
                    each,
                    listener.grade(),
                    rule,
                    words,
                    listener.heard(),
                    pcm.length / 8L,
                    standing,
                    reason(each, listener, standing));
        }
    }

    private String reason(AudioCase each, AudioListener listener, Standing standing) {
        List<Found> found = detector(each.practices()).explain(Utterance.typed(listener.heard(), 0));
        Optional<Decision> decision = listener.decision();
        if (each.emergency() && decision.isEmpty()) {
            return Reason.missed(standing, found);
        }
        return each.ordinary() && decision.isPresent() ? Reason.fired(decision.get(), listener.heard(), found) : "";
    }

    private Detector detector(Set<PracticeType> types) {
        return detectors.computeIfAbsent(types, key -> new Detector(RuleBook.of(key), Keys.DEFAULT));
    }
}
