package org.anteroom.agent.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Health;

/** A status as one line of JSON and back: what scripts read, so a key is never renamed. Moments are ISO 8601 in UTC, lengths of
 *  time whole seconds; what there is none of is null.
 */
final class StatusJson {

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxStringLength(ControlReply.LONGEST)
                    .maxNumberLength(18)
                    .build())
            .build());

    private StatusJson() {}

    static String write(ServiceStatus status) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("running", true)
                .put("well", status.well())
                .put("version", status.version())
                .put("timezone", status.zone().getId())
                .put("uptime-seconds", status.uptime().toSeconds())
                .put("service", status.emergencyOnly().isPresent() ? "emergencies-only" : "full");
        put(node, "emergencies-only-because", status.emergencyOnly());
        line(node.putObject("line"), status.line());
        ArrayNode calls = node.putArray("calls");
        status.calls().forEach(call -> calls.addObject()
                .put("call", call.id())
                .put("seconds", call.lasting().toSeconds())
                .put("stage", call.stage())
                .put("drill", call.drill()));
        node.putObject("capacity")
                .put("calls", status.capacity().calls())
                .put("most-calls", status.capacity().mostCalls())
                .put("ports", status.capacity().ports())
                .put("most-ports", status.capacity().mostPorts())
                .put("recognisers-spare", status.capacity().recognisersSpare());
        ArrayNode onCall = node.putArray("on-call");
        status.onCall().forEach(group -> {
            ObjectNode one = onCall.addObject()
                    .put("group", group.name())
                    .put("ring-seconds", group.ring().toSeconds());
            ArrayNode names = one.putArray("names");
            group.names().forEach(names::add);
        });
        ArrayNode alarms = node.putArray("alarms");
        status.alarms().forEach(alarm -> alarms.addObject()
                .put("kind", alarm.kind())
                .put("grave", alarm.grave())
                .put("count", alarm.count())
                .put("untaken", alarm.untaken()));
        ArrayNode conditions = node.putArray("conditions");
        status.conditions().forEach(report -> conditions
                .addObject()
                .put("condition", report.condition().toString())
                .put("ok", report.ok())
                .put("sentence", report.sentence()));
        ObjectNode drills = node.putObject("drills");
        put(drills, "last", status.drills().last().map(Instant::toString));
        put(drills, "outcome", Optional.of(status.drills().outcome()).filter(word -> !word.isEmpty()));
        put(drills, "next", status.drills().next().map(Instant::toString));
        node.putObject("configuration")
                .put("file", status.configuration().file())
                .put("loaded", status.configuration().loaded().toString());
        return node.toString();
    }

    /** What there is to say of a service that doesn't answer. */
    static String notRunning(String why) {
        return MAPPER.createObjectNode()
                .put("running", false)
                .put("well", false)
                .put("because", why)
                .toString();
    }

    private static void line(ObjectNode node, ServiceStatus.Line line) {
        node.put("registered", line.registered())
                .put("since", line.since().toString())
                .put("extension", line.extension())
                .put("pbx", line.pbx());
        put(node, "last-failure", Optional.of(line.failure()).filter(why -> !why.isEmpty()));
        put(node, "failed", line.failed().map(Instant::toString));
        if (line.offer().isEmpty()) {
            node.putNull("offer");
            return;
        }
        ServiceStatus.Offer offer = line.offer().get();
        ObjectNode last = node.putObject("offer");
        ArrayNode formats = last.putArray("formats");
        offer.formats().forEach(formats::add);
        put(last, "refused-because", Optional.of(offer.refusal()).filter(why -> !why.isEmpty()));
        last.put("at", offer.at().toString());
    }

    private static void put(ObjectNode node, String key, Optional<String> value) {
        if (value.isPresent()) {
            node.put(key, value.get());
        } else {
            node.putNull(key);
        }
    }

    /** @throws Failure when the service answered something else, which means that versions differ */
    static ServiceStatus read(String line) throws Failure {
        try {
            return status(MAPPER.readTree(line));
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            throw Failure.failed(
                    "The running service told its status in a way that this program can't read; are both of"
                            + " the same version? Restart the service after an update.");
        }
    }

    private static ServiceStatus status(JsonNode node) {
        JsonNode line = node.path("line");
        JsonNode capacity = node.path("capacity");
        JsonNode drills = node.path("drills");
        JsonNode configuration = node.path("configuration");
        return new ServiceStatus(
                node.path("version").asText(),
                ZoneId.of(node.path("timezone").asText()),
                seconds(node, "uptime-seconds"),
                text(node, "emergencies-only-because"),
                new ServiceStatus.Line(
                        line.path("registered").asBoolean(),
                        Instant.parse(line.path("since").asText()),
                        line.path("extension").asText(),
                        line.path("pbx").asText(),
                        text(line, "last-failure").orElse(""),
                        text(line, "failed").map(Instant::parse),
                        offer(line.path("offer"))),
                list(
                        node.path("calls"),
                        call -> new ServiceStatus.Call(
                                call.path("call").asText(),
                                seconds(call, "seconds"),
                                call.path("stage").asText(),
                                call.path("drill").asBoolean())),
                new ServiceStatus.Capacity(
                        capacity.path("calls").asInt(),
                        capacity.path("most-calls").asInt(),
                        capacity.path("ports").asInt(),
                        capacity.path("most-ports").asInt(),
                        capacity.path("recognisers-spare").asInt()),
                list(
                        node.path("on-call"),
                        group -> new ServiceStatus.OnCallGroup(
                                group.path("group").asText(),
                                seconds(group, "ring-seconds"),
                                list(group.path("names"), JsonNode::asText))),
                list(
                        node.path("alarms"),
                        alarm -> new ServiceStatus.OpenAlarms(
                                alarm.path("kind").asText(),
                                alarm.path("grave").asBoolean(),
                                alarm.path("count").asInt(),
                                alarm.path("untaken").asInt())),
                list(
                        node.path("conditions"),
                        report -> new Health.Report(
                                Condition.of(report.path("condition").asText()),
                                report.path("ok").asBoolean(),
                                report.path("sentence").asText())),
                new ServiceStatus.Drills(
                        text(drills, "last").map(Instant::parse),
                        text(drills, "outcome").orElse(""),
                        text(drills, "next").map(Instant::parse)),
                new ServiceStatus.Configuration(
                        configuration.path("file").asText(),
                        Instant.parse(configuration.path("loaded").asText())));
    }

    private static Optional<ServiceStatus.Offer> offer(JsonNode node) {
        return node.isObject()
                ? Optional.of(new ServiceStatus.Offer(
                        list(node.path("formats"), JsonNode::asText),
                        text(node, "refused-because").orElse(""),
                        Instant.parse(node.path("at").asText())))
                : Optional.empty();
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> one) {
        List<T> all = new ArrayList<>();
        array.forEach(each -> all.add(one.apply(each)));
        return all;
    }

    private static Optional<String> text(JsonNode node, String key) {
        return Optional.of(node.path(key)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private static Duration seconds(JsonNode node, String key) {
        return Duration.ofSeconds(node.path(key).asLong());
    }
}
