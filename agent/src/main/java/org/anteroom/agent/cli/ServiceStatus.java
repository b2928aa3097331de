package org.anteroom.agent.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.watch.Health;

/** The running service at one moment: all that {@code anteroom status} shows. Nothing about patients; people on call by name
 *  only, as {@code anteroom oncall now} shows them.
 *
 *  @param zone of the practice
 *  @param emergencyOnly why only emergencies are served; empty in full service
 *  @param calls those in progress, rehearsals among them, the oldest first
 *  @param onCall whose phones an emergency rings now, in this order
 *  @param alarms those nobody has cleared, by kind
 *  @param conditions every one that was reported
 */
record ServiceStatus(
        String version,
        ZoneId zone,
        Duration uptime,
        Optional<String> emergencyOnly,
        Line line,
        List<Call> calls,
        Capacity capacity,
        List<OnCallGroup> onCall,
        List<OpenAlarms> alarms,
        List<Health.Report> conditions,
        Drills drills,
        Configuration configuration) {

    /** The extension at the PBX.
     *
     *  @param pbx host and port
     *  @param since when it was registered, or when it ceased to be
     *  @param failure why an attempt failed last, even if a later one succeeded; empty when none has failed
     *  @param failed when that was
     *  @param offer what the PBX offered in its last call; empty before the first
     */
    record Line(
            boolean registered,
            Instant since,
            String extension,
            String pbx,
            String failure,
            Optional<Instant> failed,
            Optional<Offer> offer) {}

    /** For the sound of a call: nothing of who called.
     *
     *  @param formats upper-case names
     *  @param refusal why the call was refused with 488; empty when it wasn't
     */
    record Offer(List<String> formats, String refusal, Instant at) {
        Offer {
            formats = List.copyOf(formats);
        }
    }

    /** @param stage what happens on it, in plain words */
    record Call(String id, Duration lasting, String stage, boolean drill) {}

    /** What is in use of what there is.
     *
     *  @param calls callers on the line, without rehearsals
     *  @param ports RTP port pairs in use, reserves for on-call phones included
     *  @param recognisersSpare warmed ones that wait for a call
     */
    record Capacity(int calls, int mostCalls, int ports, int mostPorts, int recognisersSpare) {}

    /** Phones that ring together. */
    record OnCallGroup(String name, Duration ring, List<String> names) {
        OnCallGroup {
            names = List.copyOf(names);
        }
    }

    /** @param untaken how many of them nobody has acknowledged */
    record OpenAlarms(String kind, boolean grave, int count, int untaken) {}

    /** @param last when the newest rehearsal was made; empty when none was, or the records can't tell
     *  @param outcome of it, in a word
     *  @param next when the service makes one by itself
     */
    record Drills(Optional<Instant> last, String outcome, Optional<Instant> next) {}

    /** @param loaded when the service read it */
    record Configuration(String file, Instant loaded) {}

    ServiceStatus {
        calls = List.copyOf(calls);
        onCall = List.copyOf(onCall);
        alarms = List.copyOf(alarms);
        conditions = List.copyOf(conditions);
    }

    /** Whether nobody needs to look after it: full service, registered, every condition in order, no grave alarm open. */
    boolean well() {
        return emergencyOnly.isEmpty()
                && line.registered()
                && conditions.stream().allMatch(Health.Report::ok)
                && alarms.stream().noneMatch(OpenAlarms::grave);
    }
}
