package org.anteroom.agent.call;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.anteroom.agent.dialogue.DutyNews;
import org.anteroom.agent.dialogue.DutyState;
import org.anteroom.agent.dialogue.DutyTalk;
import org.anteroom.agent.dialogue.DutyWish;
import org.anteroom.agent.dialogue.Input;
import org.anteroom.agent.dialogue.KeyTurn;
import org.anteroom.agent.dialogue.State;
import org.anteroom.agent.dialogue.Step;
import org.anteroom.agent.emergency.HandOver;

/** One call about a hand-over. */
final class DutyCall implements PinCall {
    private final HandOvers desk;
    private final DutyTalk talk;
    private final List<String> people;
    private final String phone;
    private volatile DutyState state;
    private CompletableFuture<Runnable> untold = new CompletableFuture<>();

    /**
     * @param people who may be calling
     * @param phone the number they call from, against which wrong PINs count where it may be several
     */
    DutyCall(HandOvers desk, DutyTalk talk, List<String> people, String phone) {
        this.desk = desk;
        this.talk = talk;
        this.people = List.copyOf(people);
        this.phone = phone;
        this.state = talk.start();
    }

    /** The conversation's own state is nobody's here, and stays. */
    @Override
    public Step step(State unchanged, Input input, Instant now) {
        KeyTurn<DutyState> turn = talk.step(state, input, now);
        state = turn.state();
        return new Step(unchanged, turn.acts());
    }

    @Override
    public String about() {
        return "hand-over";
    }

    @Override
    public String words() {
        return "handing over the on-call phone";
    }

    @Override
    public void carryOut(DutyWish wish, Consumer<DutyNews> answer) {
        if (wish instanceof DutyWish.CheckPin pin) {
            var unused = desk.check(people, phone, pin.typed()).thenAccept(answer);
        } else if (wish instanceof DutyWish.Ask ask) {
            follow(ask.handOver(), true, desk.ask(ask.handOver()), answer);
        } else if (wish instanceof DutyWish.Take take) {
            follow(take.handOver(), false, desk.take(take.handOver()), answer);
        } else if (wish instanceof DutyWish.TellByPhone) {
            var unused = untold.thenAccept(Runnable::run);
        }
    }

    private void follow(
            HandOver handOver, boolean giver, CompletableFuture<DutyNews> outcome, Consumer<DutyNews> answer) {
        untold = outcome.thenApply(news -> () -> desk.tell(news, handOver, giver));
        var unused = outcome.thenAccept(answer);
    }
}
