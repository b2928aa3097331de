package org.anteroom.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The listening path of one call, by audio time alone: the same audio gives the same events, live or from a file.
 *
 * <p>8 kHz frames are raised to 16 kHz, those of a noisy line with a little noise on them; voice activity decides which reach the
 * recognisers and when a turn is over; what the recognisers say is put back on the call's time. One thread at a time.
 */
public final class Listening implements AutoCloseable {
    private final Recognisers recognisers;
    private final SpeechCounters counters;
    private final Judgement judgement;
    private final VoiceActivity activity = new VoiceActivity();
    private final Endpointer endpointer = new Endpointer();
    private final Upsampler upsampler = new Upsampler();
    private final Dither dither = new Dither();
    private final PreRoll preRoll = new PreRoll(Endpointer.PRE_ROLL_MS);
    private final PartialTimes partialTimes = new PartialTimes();
    private final FedAudio fed = new FedAudio();
    private final FedAudio slotFed = new FedAudio();
    private final short[] frame8k = new short[Frames.SAMPLES_8K];
    private final short[] frame16k = new short[Frames.SAMPLES_16K];

    private Recogniser open;
    private @Nullable Recogniser slot;
    private Expected expected = Expected.open();
    private Expected next = expected;
    private List<Heard> heard = new ArrayList<>();
    private int inFrame;
    private int turn;
    private long callMs;
    private int speechStartMs;
    private boolean turnOpen;
    private boolean announced;
    private boolean closed;

    Listening(Recognisers recognisers, SpeechCounters counters) {
        this.recognisers = recognisers;
        this.counters = counters;
        this.judgement = new Judgement(counters.rulesFailed);
        this.open = recognisers.take();
    }

    /**
     * Feeds the first n samples of 8 kHz audio and returns what that led to, in order. Any n; 160 is usual.
     *
     * @throws IllegalStateException after {@link #close}, or when a recogniser failed
     */
    public List<Heard> feed(short[] pcm8k, int n) {
        check();
        for (int at = 0; at < n; ) {
            int some = Math.min(n - at, Frames.SAMPLES_8K - inFrame);
            System.arraycopy(pcm8k, at, frame8k, inFrame, some);
            inFrame += some;
            at += some;
            if (inFrame == Frames.SAMPLES_8K) {
                inFrame = 0;
                frame();
            }
        }
        return collected();
    }

    /** From the next turn on (or now, while the caller is silent) expect this. */
    public void expect(Expected expected) {
        next = expected;
    }

    /** No more audio, or none for now: an open turn is finished. Feeding may go on afterwards. */
    public List<Heard> endOfAudio() {
        check();
        inFrame = 0;
        if (turnOpen) {
            endpointer.abandon();
            finishTurn();
        }
        return collected();
    }

    /** Gives the recogniser back. Idempotent. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        activity.close();
        dropSlot();
        try {
            if (turnOpen) {
                open.finish();
            }
            recognisers.giveBack(open);
        } catch (RuntimeException e) {
            counters.decoderFailures.increment();
            recognisers.discard(open);
        }
    }

    /** Whether speech was reported that has no {@link Heard.Final} yet. */
    boolean inTurn() {
        return turnOpen;
    }

    /** What is to be told when no recogniser is left. */
    Heard lost() {
        return new Heard.Lost(turn, callMs);
    }

    /** So much of the call's audio was lost before it came here. */
    void skip(int ms) {
        callMs += ms;
        if (turnOpen) {
            fed.from(open.fedMs(), callMs);
            if (slot != null) {
                slotFed.from(slot.fedMs(), callMs);
            }
        }
    }

    /** After a recogniser failed: goes on with others. A turn that was open ends without words. */
    List<Heard> recover() {
        Recogniser failed = open;
        open = recognisers.take();
        recognisers.discard(failed);
        dropSlot();
        expected = expected.withGrammar(List.of());
        endpointer.abandon();
        if (turnOpen) {
            turnOpen = false;
            announce();
            report(Recognised.NOTHING, Recognised.NOTHING);
        }
        return collected();
    }

    private void frame() {
        callMs += Frames.MS;
        Activity now = activity.step(frame8k);
        upsampler.process(frame8k, Frames.SAMPLES_8K, frame16k);
        dither.add(frame16k, Frames.SAMPLES_16K, now.floorDb());
        if (!turnOpen && !next.equals(expected)) {
            expect();
        }
        switch (endpointer.step(now, hangOverMs())) {
            case QUIET -> preRoll.add(frame16k);
            case OPENED -> {
                openTurn();
                decode();
            }
            case OPEN -> decode();
            case ENDED -> {
                decode();
                finishTurn();
            }
        }
    }

    /** An answer that is complete only as of just now may be so by mistake: it has the usual pause till then. */
    private int hangOverMs() {
        Completeness completeness = judgement.by(expected.rule());
        boolean tooNew = completeness == Completeness.COMPLETE && !endpointer.stable();
        int usual = expected.kind().hangOverMs();
        int hangOver = expected.kind().hangOverMs(completeness);
        return tooNew ? Math.max(usual, hangOver) : hangOver;
    }

    private void expect() {
        boolean sameGrammar = next.grammar().equals(expected.grammar());
        expected = next;
        if (!sameGrammar) {
            dropSlot();
            slot = expected.grammar().isEmpty() ? null : made(recognisers.grammar(expected.grammar()));
        }
    }

    private static @Nullable Recogniser made(Optional<Recogniser> recogniser) {
        return recogniser.orElse(null);
    }

    private void openTurn() {
        turnOpen = true;
        announced = false;
        judgement.clear();
        partialTimes.clear();
        open = recognisers.renew(open);
        speechStartMs = (int) (callMs - Frames.MS);
        long from = callMs - Frames.MS - preRoll.ms();
        fed.clear();
        fed.from(open.fedMs(), from);
        preRoll.feedTo(open);
        if (slot != null) {
            slotFed.clear();
            slotFed.from(slot.fedMs(), from);
            preRoll.feedTo(slot);
        }
        preRoll.clear();
    }

    private void decode() {
        open.feed(frame16k, Frames.SAMPLES_16K);
        List<String> words = open.partial();
        boolean changed = judgement.words(words);
        if (changed) {
            endpointer.wordsChanged();
        }
        if (endpointer.heard()) {
            announce();
        }
        if (changed) {
            heard.add(new Heard.Partial(turn, callMs, partialTimes.place(words, speechStartMs, (int) callMs)));
        }
        if (announced && endpointer.paused(changed)) {
            heard.add(new Heard.Paused(turn, callMs));
        }
        // Last: whatever fails here, these words are told.
        if (slot != null) {
            slot.feed(frame16k, Frames.SAMPLES_16K);
            judgement.slot(slot.partial());
        }
    }

    private void finishTurn() {
        turnOpen = false;
        if (announced) {
            heard.add(new Heard.SpeechEnded(turn, callMs, speechEndMs()));
        }
        Recognised recognised = open.finish().each(fed::toCall);
        Recognised inSlot = slot == null ? Recognised.NOTHING : slot.finish().each(slotFed::toCall);
        if (!announced && recognised.words().isEmpty()) {
            return;
        }
        if (!announced) {
            announce();
            heard.add(new Heard.SpeechEnded(turn, callMs, speechEndMs()));
        }
        report(recognised, inSlot);
    }

    private void announce() {
        if (!announced) {
            announced = true;
            heard.add(new Heard.SpeechStarted(turn, callMs));
        }
    }

    private void report(Recognised recognised, Recognised inSlot) {
        counters.turns.increment();
        if (recognised.words().isEmpty()) {
            counters.turnsWithoutWords.increment();
        }
        heard.add(new Heard.Final(
                turn,
                callMs,
                recognised.words(),
                recognised.others(),
                inSlot.words(),
                inSlot.others(),
                speechStartMs,
                speechEndMs()));
        turn++;
    }

    private int speechEndMs() {
        return (int) Math.max(speechStartMs, callMs - endpointer.pauseMs());
    }

    private List<Heard> collected() {
        if (heard.isEmpty()) {
            return List.of();
        }
        List<Heard> collected = heard;
        heard = new ArrayList<>();
        return collected;
    }

    private void dropSlot() {
        if (slot != null) {
            recognisers.retire(slot);
            slot = null;
        }
    }

    private void check() {
        if (closed) {
            throw new IllegalStateException("listening after close");
        }
    }
}
