package org.anteroom.agent.cli;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anteroom.agent.practice.Draft;
import org.anteroom.agent.practice.Message;

/** Messages as lines for a terminal. */
final class MessageLines {

    private static final int SHORT = 60;
    private static final int LONG = 8_000;

    private MessageLines() {}

    static List<String> list(List<Message> messages, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        lines.add(row("no", "received", "kind", "call back", "name", "about"));
        for (Message message : messages) {
            Draft content = message.content();
            lines.add(row(
                    Long.toString(message.number()),
                    Text.time(content.receivedAt(), zone),
                    Text.plain(content.category(), 14),
                    content.callBack().map(Text::number).orElse("-"),
                    content.callerName().map(name -> Text.plain(name, 20)).orElse("-"),
                    (message.settled().isPresent() ? "(settled) " : content.incomplete() ? "(incomplete) " : "")
                            + content.about()
                                    .map(about -> Text.plain(about, SHORT))
                                    .orElse("")));
        }
        if (messages.isEmpty()) {
            lines.add("There are no messages.");
        }
        return lines;
    }

    static List<String> show(Message message, ZoneId zone) {
        Draft content = message.content();
        List<String> lines = new ArrayList<>();
        lines.add(
                "message    " + message.number() + (content.incomplete() ? "  (incomplete: the caller hung up)" : ""));
        lines.add("received   " + Text.time(content.receivedAt(), zone));
        message.settled()
                .ifPresent(when -> lines.add("settled    " + Text.time(when, zone)
                        + ", settled without staff: done in a call back, or taken back by the caller"));
        lines.add("kind       " + Text.plain(content.category(), SHORT));
        lines.add("name       " + known(content.callerName()));
        lines.add("call back  " + content.callBack().map(Text::number).orElse("not given"));
        content.urgency().ifPresent(urgency -> lines.add("urgency    " + Text.plain(urgency, LONG)));
        lines.add("about      " + known(content.about()));
        lines.add("call       " + Text.plain(content.callId(), SHORT));
        content.details()
                .forEach(detail -> lines.add(String.format(
                        Locale.ROOT, "%-10s %s", Text.plain(detail.label(), SHORT), Text.plain(detail.value(), LONG))));
        return lines;
    }

    private static String known(Optional<String> value) {
        return value.map(text -> Text.plain(text, LONG)).orElse("not given");
    }

    private static String row(String number, String received, String kind, String back, String name, String about) {
        return String.format(
                        Locale.ROOT, "%4s  %-16s  %-14s  %-14s  %-20s  %s", number, received, kind, back, name, about)
                .stripTrailing();
    }
}
