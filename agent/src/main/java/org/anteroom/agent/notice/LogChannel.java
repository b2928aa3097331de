package org.anteroom.agent.notice;

import org.anteroom.agent.notice.Notice.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes alarms to the logger {@code alarm}: grave ones as errors, others as warnings, one line each. */
public final class LogChannel implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger("alarm");

    @Override
    public void send(Notice notice, AckDesk desk) {
        for (Alarm alarm : notice.alarms()) {
            String line = alarm.line().replaceAll("\\p{Cntrl}", " ");
            if (notice.reason() == Reason.OVER) {
                LOG.info("alarm {} is over: {}", alarm.number(), alarm.kind());
            } else if (alarm.kind().grave()) {
                LOG.error("alarm {} {}", alarm.number(), line);
            } else {
                LOG.warn("alarm {} {}", alarm.number(), line);
            }
        }
    }
}
