package org.anteroom.agent.call;

import java.util.List;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.OncallPin;
import org.anteroom.agent.dialogue.DutyNews;

/** The PINs of those who may change something by phone. Blocks for seconds at most; any thread. */
public interface PinBook {
    /**
     * The PINs, as they are kept now.
     *
     * @throws ConfigException when their file can't be used
     */
    List<OncallPin> pins() throws ConfigException;

    /** What somebody is told whose PIN was right. */
    DutyNews welcome(String who);

    /**
     * Writes to the audit trail that a PIN was wrong.
     *
     * @param who whose phone it was typed at; empty for a phone of several
     */
    void wrongPin(String who);

    /** Writes to the audit trail that somebody is locked out for wrong PINs. */
    void locked(String who);
}
