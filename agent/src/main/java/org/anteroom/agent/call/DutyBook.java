package org.anteroom.agent.call;

import java.util.List;
import org.anteroom.agent.dialogue.DutyNews;
import org.anteroom.agent.emergency.DutyChoice;
import org.anteroom.agent.emergency.HandOver;

/** The on-call plan in force, as hand-overs by phone see and change it. Blocks for seconds at most; any thread. */
public interface DutyBook extends PinBook {
    /** What somebody may change now, by rota. */
    List<DutyChoice> choices(String who);

    @Override
    default DutyNews welcome(String who) {
        return new DutyNews.Known(who, choices(who));
    }

    /** Hands over, and keeps it: {@link DutyNews.Done} only when it is on the disk and in force. */
    DutyNews handOver(HandOver handOver);
}
