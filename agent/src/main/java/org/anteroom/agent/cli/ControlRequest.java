package org.anteroom.agent.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a command asks of the running service: one line of JSON, {@code {"do":"show-message","number":12}}. A file that goes
 *  with it follows in pieces, see {@link Attachment}.
 *
 *  @param number of the message, call, call-back, alarm, override, person or appointment; 0 where the command has none
 *  @param words what else a command was given, by the name of its option
 *  @param attached text of the file that goes with it; empty where there is none
 */
record ControlRequest(Verb verb, long number, Map<String, String> words, String attached) {

    /** Everything that can be asked. */
    enum Verb {
        LIST_MESSAGES,
        SHOW_MESSAGE,
        LIST_CALLS,
        SHOW_CALL,
        TEST_ON_CALL(true),
        KEEP_ON_CALL_TEST(true),
        SHOW_ON_CALL,
        LIST_HAND_OVERS,
        LIST_OVERRIDES,
        ADD_OVERRIDE,
        REMOVE_OVERRIDE,
        CHANGED_PIN(true),
        ADD_CLOSURE,
        LIST_CLOSURES,
        END_CLOSURE,
        PUT_TO_DESK,
        SHOW_TO_DESK,
        END_TO_DESK,
        LIST_CALL_BACKS,
        DONE_CALL_BACK,
        LIST_BOOK,
        CANCEL_APPOINTMENT,
        IMPORT_PATIENTS,
        IMPORT_APPOINTMENTS,
        EXPORT_PATIENTS,
        EXPORT_APPOINTMENTS,
        EXPORT_PROVIDERS,
        EXPORT_CALENDAR,
        LIST_CALENDARS,
        PROVIDER_OUT,
        PROVIDER_IN,
        LIST_PROVIDERS_OUT,
        LIST_PATIENTS,
        SET_PATIENT_PIN,
        REMOVE_PATIENT_PIN,
        ADD_PROXY,
        LIST_PROXIES,
        REMOVE_PROXY,
        LIST_ALARMS(true),
        ACK_ALARM(true),
        TEST_ALARMS(true),
        LOG_ALARMS,
        LIST_EMERGENCIES,
        SHOW_EMERGENCY,
        JUDGE_EMERGENCY,
        EXPORT_EMERGENCIES,
        COUNT_WAKE_UPS,
        RUN_DRILL(true),
        SCHEDULE_DRILL(true),
        REPORT_DRILLS(true),
        STANDING_FOR_DRILL(true),
        KEEP_DRILL(true),
        SHOW_STATUS(true),
        DIFF_CONFIG(true),
        SHOW_LOG_LEVELS(true),
        SET_LOG_LEVEL(true),
        RELOAD(true);

        private final boolean ofTheService;

        Verb() {
            this(false);
        }

        Verb(boolean ofTheService) {
            this.ofTheService = ofTheService;
        }

        /** Whether only a running service can answer; the others are about records. */
        boolean ofTheService() {
            return ofTheService;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Longest request in bytes, newline included. */
    static final int LONGEST = 4096;

    ControlRequest {
        words = Map.copyOf(words);
    }

    ControlRequest(Verb verb, long number, Map<String, String> words) {
        this(verb, number, words, "");
    }

    ControlRequest(Verb verb, long number) {
        this(verb, number, Map.of());
    }

    ControlRequest with(String text) {
        return new ControlRequest(verb, number, words, text);
    }

    /** One of the words; empty when it wasn't given. */
    String word(String name) {
        return words.getOrDefault(name, "");
    }

    /** Whether a switch of the command was given. */
    boolean is(String name) {
        return Boolean.parseBoolean(word(name));
    }

    static ControlRequest of(Verb verb) {
        return new ControlRequest(verb, 0);
    }

    /** Reads one line.
     *
     *  @throws Failure with a sentence for whoever wrote it
     */
    static ControlRequest parse(String line) throws Failure {
        try {
            JsonNode node = Json.MAPPER.readTree(line);
            if (node == null || !node.isObject()) {
                throw Failure.usage("control: a request is one JSON object per line");
            }
            String word = node.path("do").asText("");
            Optional<Verb> verb = Arrays.stream(Verb.values())
                    .filter(each -> each.word().equals(word))
                    .findFirst();
            JsonNode number = node.path("number");
            if (verb.isEmpty() || !(number.isMissingNode() || number.canConvertToLong())) {
                throw Failure.usage("control: unknown request");
            }
            Map<String, String> words = new HashMap<>();
            node.path("words")
                    .fields()
                    .forEachRemaining(
                            each -> words.put(each.getKey(), each.getValue().asText("")));
            return new ControlRequest(verb.get(), number.asLong(0), words);
        } catch (JsonProcessingException e) {
            throw Failure.usage("control: a request is one JSON object per line");
        }
    }

    /** The line without its newline. */
    String line() {
        return Json.MAPPER
                .valueToTree(Map.of("do", verb.word(), "number", number, "words", words))
                .toString();
    }

    /** Without what is attached: a request may end up in a log by mistake. */
    @Override
    public String toString() {
        return "ControlRequest[verb=" + verb + ", number=" + number + ", words=" + words + "]";
    }
}
