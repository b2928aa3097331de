package org.anteroom.agent.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Health;

/** How a service may be. */
final class Statuses {
    private static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");

    static final ServiceStatus WELL = new ServiceStatus(
            "1.0",
            ZoneId.of("America/Chicago"),
            Duration.ofSeconds(93_784),
            Optional.empty(),
            new ServiceStatus.Line(
                    true,
                    MORNING,
                    "700",
                    "10.0.0.2:5060",
                    "",
                    Optional.empty(),
                    Optional.of(new ServiceStatus.Offer(
                            List.of("PCMU", "PCMA", "TELEPHONE-EVENT"), "", MORNING.plusSeconds(600)))),
            List.of(
                    new ServiceStatus.Call(
                            "20260301-080000-abcdef1", Duration.ofSeconds(63), "talking to Anteroom", false),
                    new ServiceStatus.Call(
                            "20260301-080100-abcdef2", Duration.ofSeconds(3), "talking to Anteroom", true)),
            new ServiceStatus.Capacity(1, 4, 8, 100, 2),
            List.of(new ServiceStatus.OnCallGroup(
                    "on call", Duration.ofSeconds(25), List.of("Dr. Okafor's mobile", "Dr. Yu's mobile"))),
            List.of(),
            List.of(
                    new Health.Report(Condition.MEDIA_CLOCK, true, "Sound leaves on time."),
                    new Health.Report(Condition.LINE, true, "Registered at the PBX.")),
            new ServiceStatus.Drills(Optional.of(MORNING), "passed", Optional.of(MORNING.plusSeconds(604_800))),
            new ServiceStatus.Configuration("/etc/anteroom/anteroom.toml", MORNING));

    static final ServiceStatus UNWELL = new ServiceStatus(
            "1.0",
            ZoneId.of("America/Chicago"),
            Duration.ofSeconds(59),
            Optional.of("The key is missing. Put it back."),
            new ServiceStatus.Line(
                    false,
                    MORNING,
                    "700",
                    "10.0.0.2:5060",
                    "The PBX 10.0.0.2:5060 refuses extension 700: check the password.",
                    Optional.of(MORNING.plusSeconds(30)),
                    Optional.of(new ServiceStatus.Offer(List.of("G729"), "Incompatible media format", MORNING))),
            List.of(),
            new ServiceStatus.Capacity(0, 4, 0, 100, 0),
            List.of(),
            List.of(
                    new ServiceStatus.OpenAlarms("line", true, 1, 1),
                    new ServiceStatus.OpenAlarms("call back", false, 2, 0)),
            List.of(
                    new Health.Report(Condition.MEDIA_CLOCK, true, "Sound leaves on time."),
                    new Health.Report(
                            Condition.LINE,
                            false,
                            "The PBX 10.0.0.2:5060 refuses extension 700: check sip.user, sip.auth-user and the"
                                    + " password, there and here.")),
            new ServiceStatus.Drills(Optional.empty(), "", Optional.empty()),
            new ServiceStatus.Configuration("/etc/anteroom/anteroom.toml", MORNING));

    private Statuses() {}

    static ServiceStatus with(ServiceStatus of, Health.Report report) {
        return with(of, of.line(), of.alarms(), List.of(report));
    }

    static ServiceStatus with(ServiceStatus of, ServiceStatus.Line line) {
        return with(of, line, of.alarms(), of.conditions());
    }

    static ServiceStatus with(ServiceStatus of, ServiceStatus.OpenAlarms alarms) {
        return with(of, of.line(), List.of(alarms), of.conditions());
    }

    private static ServiceStatus with(
            ServiceStatus of,
            ServiceStatus.Line line,
            List<ServiceStatus.OpenAlarms> alarms,
            List<Health.Report> conditions) {
        return new ServiceStatus(
                of.version(),
                of.zone(),
                of.uptime(),
                of.emergencyOnly(),
                line,
                of.calls(),
                of.capacity(),
                of.onCall(),
                alarms,
                conditions,
                of.drills(),
                of.configuration());
    }
}
