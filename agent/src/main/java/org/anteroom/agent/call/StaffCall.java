package org.anteroom.agent.call;

import java.time.Instant;
import java.util.function.Consumer;
import org.anteroom.agent.dialogue.DutyNews;
import org.anteroom.agent.dialogue.DutyWish;
import org.anteroom.agent.dialogue.Input;
import org.anteroom.agent.dialogue.KeyTurn;
import org.anteroom.agent.dialogue.StaffState;
import org.anteroom.agent.dialogue.StaffTalk;
import org.anteroom.agent.dialogue.StaffWish;
import org.anteroom.agent.dialogue.State;
import org.anteroom.agent.dialogue.Step;

/** One call about an override. */
final class StaffCall implements PinCall {
    private final StaffOverrides desk;
    private final StaffTalk talk;
    private final String phone;
    private volatile StaffState state;

    /** @param phone the extension they call from, against which wrong PINs count */
    StaffCall(StaffOverrides desk, StaffTalk talk, String phone) {
        this.desk = desk;
        this.talk = talk;
        this.phone = phone;
        this.state = talk.start();
    }

    /** The conversation's own state is nobody's here, and stays. */
    @Override
    public Step step(State unchanged, Input input, Instant now) {
        KeyTurn<StaffState> turn = talk.step(state, input, now);
        state = turn.state();
        return new Step(unchanged, turn.acts());
    }

    @Override
    public void carryOut(DutyWish wish, Consumer<DutyNews> answer) {
        if (wish instanceof DutyWish.CheckPin pin) {
            var unused = desk.check(phone, pin.typed()).thenAccept(answer);
        } else if (wish instanceof StaffWish wanted) {
            var unused = desk.carryOut(wanted).thenAccept(answer);
        }
    }

    @Override
    public String about() {
        return "staff override";
    }

    @Override
    public String words() {
        return "putting an override in force";
    }
}
