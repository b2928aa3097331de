package org.anteroom.agent.notice;

import java.time.Instant;
import java.util.List;
import org.anteroom.agent.notice.AckDesk.Answer;
import org.anteroom.agent.notice.Alarm.Kind;
import org.anteroom.agent.notice.Notice.Reason;

/** Messages to try channels with. */
final class Notices {
    static final AckDesk NOBODY = (number, actor) -> Answer.NOT_OPEN;

    private static final Instant AT = Instant.parse("2026-03-02T14:00:00Z");

    private Notices() {}

    static Notice grave(long number) {
        Alarm alarm = new Alarm(number, Kind.NOBODY_ANSWERS, "No on-call phone took the call.", "call-7", AT, AT, 1);
        return new Notice(number, Reason.FIRST, Kind.NOBODY_ANSWERS, List.of(alarm), AT);
    }

    static Notice test(long number) {
        Alarm alarm = new Alarm(number, Kind.TEST, "This is a test.", "", AT, AT, 1);
        return new Notice(number, Reason.TEST, Kind.TEST, List.of(alarm), AT);
    }
}
