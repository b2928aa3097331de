package org.anteroom.agent.call;

import java.util.List;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.OncallPin;
import org.anteroom.agent.dialogue.DutyNews;
import org.anteroom.agent.emergency.DutyChoice;
import org.anteroom.agent.emergency.HandOver;

/** The on-call plan in force, as hand-overs by phone see and change it. Blocks for seconds at most; any thread. */
public interface DutyBook {
    /**
     * The PINs, as they are kept now.
     *
     * @throws ConfigException when their file can't be used
     */
    List<OncallPin> pins() throws ConfigException;

    /** What somebody may change now, by rota. */
    List<DutyChoice> choices(String who);

    /** Hands over, and keeps it: {@link DutyNews.Done} only when it is on the disk and in force. */
    DutyNews handOver(HandOver handOver);

    /**
     * Writes to the audit trail that a PIN was wrong.
     *
     * @param who whose phone it was typed at; empty for a phone of several
     */
    void wrongPin(String who);

    /** Writes to the audit trail that somebody is locked out for wrong PINs. */
    void locked(String who);
}
