package org.anteroom.agent.rehearsal.calls;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.dialogue.Request;
import org.anteroom.agent.rehearsal.LineQuality;
import org.anteroom.agent.rehearsal.OtherVoice;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.ScratchFolder;
import org.anteroom.agent.rehearsal.TextPractice;
import org.anteroom.agent.rehearsal.caller.Mind;
import org.anteroom.agent.rehearsal.caller.Situation;
import org.anteroom.media.MediaCounters;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.MediaSettings;
import org.anteroom.speech.Listening;

/** Lets callers who are strangers to the agent phone it over real SIP and RTP on the loopback, several at once, and judges what came of
 *  each call. Each has an agent of its own, with records and a clock of its own: what one does can't help or hinder another.
 */
public final class PhoneCallsEvaluation {
    private static final Duration REGISTERED_WITHIN = Duration.ofSeconds(30);
    private static final long LONGEST_MINUTES = 15;
    private static final int FIRST_PORT = 40_000;
    private static final int LAST_PORT = 41_999;

    private final Strangers strangers;
    private final AnsweringAgent.Starter starter;
    private final Supplier<Listening> ears;
    private final LineQuality line;
    private final int atOnce;
    private final Path prompts;
    private final Consumer<String> progress;
    private final Semaphore starting = new Semaphore(1, true);

    /**
     * @param practices called in turn
     * @param ears what callers hear with; one at a time for each call
     * @param line what it does to what callers say
     * @param atOnce how many calls go on at the same time, from 1
     * @param prompts folder where agents find and keep their rendered sentences
     * @param progress told of each call, as it is over, by the thread that held it
     */
    public PhoneCallsEvaluation(
            List<TextPractice> practices,
            AnsweringAgent.Starter starter,
            Supplier<Listening> ears,
            LineQuality line,
            int atOnce,
            Path prompts,
            Consumer<String> progress) {
        this.strangers = new Strangers(practices);
        this.starter = starter;
        this.ears = ears;
        this.line = line;
        this.atOnce = atOnce;
        this.prompts = prompts;
        this.progress = progress;
    }

    /**
     * Holds calls in real time.
     *
     * @param calls how many, from 1
     * @param seed of the first; each has its own, so that one call can be held again alone
     * @throws IOException when none can be held at all
     */
    public CallsReport run(int calls, long seed) throws IOException, InterruptedException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        MediaSettings sound = new MediaSettings(loopback, FIRST_PORT, LAST_PORT, 20, 200, false);
        BlockingQueue<Integer> lanes =
                new LinkedBlockingQueue<>(IntStream.range(0, atOnce).boxed().toList());
        ExecutorService pool = Executors.newFixedThreadPool(atOnce, task -> new Thread(task, "evaluate-caller"));
        try (ScratchFolder folder = ScratchFolder.create("anteroom-calls-");
                MediaEngine phones = new MediaEngine(sound, new MediaCounters())) {
            try {
                List<Future<Verdict>> running = new ArrayList<>();
                for (int call = 0; call < calls; call++) {
                    long one = seed + call;
                    running.add(pool.submit(() -> one(one, folder, phones, lanes)));
                }
                return gathered(running, seed);
            } finally {
                // Whoever still talks uses the folder and the phones.
                pool.shutdownNow();
                boolean unused = pool.awaitTermination(LONGEST_MINUTES, TimeUnit.MINUTES);
            }
        }
    }

    /** One that fails takes nothing from the others.
     *
     *  @param seed of the first
     *  @throws IOException when all failed: why the first did
     */
    CallsReport gathered(List<? extends Future<Verdict>> running, long seed) throws IOException, InterruptedException {
        List<Verdict> verdicts = new ArrayList<>();
        List<Throwable> faults = new ArrayList<>();
        for (int call = 0; call < running.size(); call++) {
            try {
                verdicts.add(running.get(call).get());
            } catch (ExecutionException e) {
                Throwable why = e.getCause() == null ? e : e.getCause();
                faults.add(why);
                long own = seed + call;
                verdicts.add(Verdict.notHeld(strangers.practice(own).type(), strangers.caller(own), why.toString()));
            }
        }
        if (faults.size() == running.size()) {
            Throwable why = faults.get(0);
            throw why instanceof IOException told ? told : new IOException(why.getMessage(), why);
        }
        return new CallsReport(verdicts);
    }

    private Verdict one(long seed, ScratchFolder folder, MediaEngine phones, BlockingQueue<Integer> lanes)
            throws Exception {
        int lane = lanes.take();
        try (ScratchFolder own = folder.within("call-" + seed)) {
            Verdict verdict = one(strangers.caller(seed), strangers.practice(seed), own.path(), phones, lane);
            progress.accept(CallsReport.line(verdict));
            return verdict;
        } finally {
            lanes.add(lane);
        }
    }

    private Verdict one(Situation situation, TextPractice practice, Path folder, MediaEngine phones, int lane)
            throws Exception {
        Instant now = situation.now().atZone(practice.practice().timezone()).toInstant();
        Mind mind = new Mind(situation, practice.practice());
        CallerSound voice = new CallerSound(new OtherVoice(folder), line, situation);
        PhoneTrial trial = new PhoneTrial(situation, mind, voice);
        try (CallExchange exchange = new CallExchange(situation.from(), lane);
                Phone desk = new Phone(exchange.phone(CallExchange.DESK), phones);
                Phone onCall = new Phone(exchange.phone(CallExchange.ON_CALL), phones);
                Phone caller = new Phone(exchange.caller(), phones)) {
            desk.answering(trial.desk());
            onCall.answering(trial.onCall());
            for (Phone phone : List.of(desk, onCall, caller)) {
                phone.register(REGISTERED_WITHIN);
            }
            Config config = exchange.configure(folder, prompts, practice);
            try (AnsweringAgent agent = started(folder, config, practice, situation, now, trial);
                    LineEar ear = new LineEar(ears.get())) {
                if (!exchange.pbx().awaitRegistered(CallExchange.AGENT, REGISTERED_WITHIN)) {
                    throw new IOException("The agent was not registered within " + REGISTERED_WITHIN.toSeconds()
                            + " s: is this machine busy with something else?");
                }
                BookSeen seen = new BookSeen(agent.book(), now);
                PhoneTrial.Talk talk = trial.call(caller, ear);
                List<Request> saved =
                        agent.inbox().stream().map(StoredRequest::of).toList();
                Account account = new Account(
                        talk.lines(),
                        talk.ending(),
                        saved,
                        seen.before(),
                        seen.after(),
                        seen.patients(),
                        mind.when(),
                        mind.accepted(),
                        mind.told(),
                        mind.wantsPerson(),
                        talk.turns(),
                        mind.repairs(),
                        talk.loops(),
                        talk.timing());
                return Judge.of(practice, situation, account);
            }
        }
    }

    /** One after the other: a service starts beside no other, and calls that go on need the processor. */
    private AnsweringAgent started(
            Path folder, Config config, TextPractice practice, Situation situation, Instant now, PhoneTrial trial)
            throws Exception {
        starting.acquire();
        try {
            return starter.start(folder, config, practice, situation.onFile(), now, trial::told);
        } finally {
            starting.release();
        }
    }
}
