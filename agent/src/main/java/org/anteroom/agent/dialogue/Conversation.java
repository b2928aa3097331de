package org.anteroom.agent.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A caller's conversation: a pure step from a state and an input to a state and what is to be done. Immutable, safe for
 * any thread.
 *
 * <pre>
 *   Began -> greeting -> OPEN -> a fact -> FURTHER -> goodbye
 *                         |-> a request -> NAME -> SAME_NUMBER | NUMBER -> CONFIRM_NUMBER -> ABOUT -> MORE -> SAVING
 *                         |-> a clinical question -> boundary, OFFER -> NAME ...            Committed -> "saved"
 *                         |-> a person -> CONNECTING, or out of hours OFFER
 *                         `-> the clinician on call -> CONNECTING, OFFER, or a page: NAME ... SAVING -> "will call you back by"
 * </pre>
 */
public final class Conversation {
    private static final Set<Intent> WISHES = EnumSet.range(Intent.PROVIDER, Intent.BOOK);
    /** In fewer words a recogniser's doubt finds anything. */
    private static final int WISH_WORDS = 3;

    private final Duration callBack;
    private final Commands commands;
    private final Requests requests;
    private final Filling filling;
    private final ErrandAnswers errands;
    private final Keys keys;

    public Conversation(DialogueSettings settings) {
        People people = new People(settings);
        this.callBack = settings.callBack();
        this.commands = new Commands(people);
        this.requests = new Requests(people);
        this.filling = new Filling(people);
        this.errands = new ErrandAnswers(filling, people);
        this.keys = new Keys(people);
    }

    /** The state before {@link Input.Began}. */
    public State start() {
        return State.NEW;
    }

    /**
     * What an input leads to. Never throws for any order of inputs; one that doesn't fit the state changes nothing.
     *
     * @param now wall-clock time of the input, for opening hours
     */
    public Step step(State state, Input input, Instant now) {
        if (state.ended() && !(input instanceof Input.Resumed)) {
            return afterwards(state, input, now);
        }
        Optional<CallFacts> facts = state.stage() == Stage.NEW && input instanceof Input.Began began
                ? Optional.of(began.facts())
                : state.facts();
        return facts.map(known -> step(new Reply(state, known, callBack, now), state, input))
                .orElseGet(() -> new Step(state, List.of()));
    }

    /** After the end only what became of a request that was on its way matters: nothing that was asked for is lost with it. */
    private Step afterwards(State state, Input input, Instant now) {
        boolean lost = (input instanceof Input.Refused || input instanceof Input.CommitFailed)
                && state.pending().isPresent();
        return state.facts()
                .filter(known -> lost)
                .map(known -> new Reply(state, known, callBack, now).lost())
                .orElseGet(() -> new Step(state, List.of()));
    }

    private Step step(Reply reply, State state, Input input) {
        if (input instanceof Input.Began) {
            return state.stage() == Stage.NEW ? Greeting.of(reply) : reply.nothing();
        }
        if (input instanceof Input.Said said) {
            return state.stage().asking() ? said(reply, said) : reply.nothing();
        }
        if (input instanceof Input.Keyed keyed) {
            return state.stage().asking() ? keys.pressed(reply, keyed.keys()) : reply.nothing();
        }
        if (input instanceof Input.Silent) {
            return Mending.silent(reply, state.stage());
        }
        return outcome(reply, state, input);
    }

    private Step said(Reply reply, Input.Said said) {
        if (said.words().isEmpty() && said.slot().isEmpty()) {
            return Mending.silent(reply, reply.stage());
        }
        reply.repairs(reply.repairs().spoke());
        Meaning meaning = Intents.REVIEWED.of(said.words());
        Optional<Step> commanded = commands.carriedOut(reply, said, meaning);
        if (commanded.isPresent()) {
            return commanded.get();
        }
        Optional<Step> corrected = Correcting.midway(reply, said);
        if (corrected.isPresent()) {
            return corrected.get();
        }
        if (Booking.wantedStill(reply, said)) {
            return Mending.counted(reply, () -> reply.ask(reply.stage()));
        }
        if (Booking.wantedAfterAll(reply, said)) {
            return Errands.begin(reply, Job.BOOK, said);
        }
        if (CounterQuestion.in(reply, said)) {
            return Mending.help(reply);
        }
        if (reply.stage().ofErrand()) {
            return errands.answered(reply, said, meaning);
        }
        if (reply.stage().ofMessage()) {
            return filling.answered(reply, said, meaning);
        }
        Meaning whole = Meaning.of(said, meaning);
        Optional<Input.Said> clearer = whole.is(Intent.NONE) ? clearer(said) : Optional.empty();
        return clearer.map(other -> requests.heard(reply, other, Intents.REVIEWED.of(other.words())))
                .orElseGet(() -> requests.heard(reply, said, whole));
    }

    /** A turn that makes no sense as it was heard: the likeliest of its other readings that is a wish. */
    private static Optional<Input.Said> clearer(Input.Said said) {
        return said.others().stream()
                .filter(words -> words.size() >= WISH_WORDS)
                .filter(words -> {
                    Meaning other = Intents.REVIEWED.of(words);
                    return other.clear() && WISHES.contains(other.intent());
                })
                .findFirst()
                .map(words -> new Input.Said(words, List.of(), said.clip()));
    }

    private static Step outcome(Reply reply, State state, Input input) {
        Outcomes outcomes = new Outcomes(reply, state);
        if (input instanceof Input.Committed) {
            return outcomes.committed();
        }
        if (input instanceof Input.Refused refused) {
            return outcomes.refused(refused.why());
        }
        if (input instanceof Input.Found found) {
            return outcomes.found(found.answer());
        }
        if (input instanceof Input.CommitFailed) {
            return outcomes.commitFailed();
        }
        if (input instanceof Input.TransferFailed) {
            return outcomes.transferFailed();
        }
        if (input instanceof Input.Overridden) {
            return reply.suspend();
        }
        if (input instanceof Input.Duty) {
            return reply.nothing();
        }
        return input instanceof Input.Resumed ? outcomes.resumed() : reply.end();
    }
}
