package org.anteroom.agent.notice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes alarms to the logger {@code alarm}: grave ones as errors, others as warnings, one line each. */
public final class LogChannel implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger("alarm");

    @Override
    public void send(Alarm alarm, boolean again) {
        if (alarm.kind().grave()) {
            LOG.error("{}", alarm.line());
        } else {
            LOG.warn("{}", alarm.line());
        }
    }
}
