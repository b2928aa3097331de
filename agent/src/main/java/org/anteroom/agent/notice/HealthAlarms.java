package org.anteroom.agent.notice;

import org.anteroom.agent.notice.Alarm.Kind;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Health;

/** Raises an alarm when something is no longer in order and clears it when it is again. */
public final class HealthAlarms implements AutoCloseable {
    private final Alarms alarms;
    private final Health.Subscription subscription;

    private HealthAlarms(Health health, Alarms alarms) {
        this.alarms = alarms;
        this.subscription = health.onChange(this::changed);
    }

    /** Watches until it is closed; what was out of order before is raised at once. */
    public static HealthAlarms watch(Health health, Alarms alarms) {
        HealthAlarms watching = new HealthAlarms(health, alarms);
        health.reports().stream().filter(report -> !report.ok()).forEach(watching::changed);
        return watching;
    }

    private void changed(Health.Report report) {
        Condition condition = report.condition();
        if (report.ok()) {
            alarms.clear(kind(condition), condition.toString());
        } else {
            alarms.raise(kind(condition), sentence(report), condition.toString());
        }
    }

    /** Whoever reports records knows nothing of calls. */
    private static String sentence(Health.Report report) {
        return report.condition() == Condition.RECORDS
                ? report.sentence() + " Until then only emergencies are served and nothing is stored."
                : report.sentence();
    }

    private static Kind kind(Condition condition) {
        return switch (condition) {
            case MEDIA_CLOCK, RECOGNISER, VOICE, MEANING -> Kind.HEALTH;
            case LINE -> Kind.LINE;
            case RECORDS, KEY -> Kind.RECORDS;
            case PLAN, CALENDARS, WATCH -> Kind.CONFIGURATION;
            case FULL_SERVICE -> Kind.EMERGENCY_ONLY;
            case DRILL_PASSED -> Kind.DRILL_FAILED;
            case DRILL_DUE -> Kind.DRILL_OVERDUE;
        };
    }

    @Override
    public void close() {
        subscription.close();
    }
}
