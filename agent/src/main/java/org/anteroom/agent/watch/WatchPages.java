package org.anteroom.agent.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What programs on this machine may ask by HTTP (RFC 9112), GET and HEAD only: {@code /metrics}, {@code /healthz} (503 when
 * calls could not be served well) and {@code /readyz} (503 unless every call is served). No PHI. Any thread.
 */
public final class WatchPages {
    private static final Pattern REQUEST = Pattern.compile("([A-Z]{1,16}) (/[!-~]{0,255}) HTTP/1\\.([01])");
    private static final Pattern HOST = Pattern.compile("(?i)host:[ \\t]*(.*?)[ \\t]*");
    /** A page of somebody else's, opened in a browser here, may know our port but not call us by these names. */
    private static final Pattern US = Pattern.compile("(?i)(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");

    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final Map<Integer, String> REASONS = Map.of(
            200, "OK",
            400, "Bad Request",
            403, "Forbidden",
            404, "Not Found",
            405, "Method Not Allowed",
            500, "Internal Server Error",
            503, "Service Unavailable");

    private final Counters counters;
    private final Health health;

    private record Page(int status, String type, String text) {
        static Page plain(int status, String text) {
            return new Page(status, PLAIN, text + "\n");
        }
    }

    /** Publishes the conditions of health among the figures, too. */
    public WatchPages(Counters counters, Health health) {
        this.counters = counters;
        this.health = health;
        counters.labelled(Metric.CONDITION_OK, this::conditions);
        counters.gauge(Metric.READY, () -> missing().isEmpty() ? 1 : 0);
    }

    private Map<String, Double> conditions() {
        Map<String, Double> rows = new TreeMap<>();
        for (Condition condition : Condition.values()) {
            rows.put(condition.toString().replace(' ', '_'), health.ok(condition) ? 1.0 : 0.0);
        }
        return rows;
    }

    /**
     * Answers one request.
     *
     * @param head request line and headers, as they came, without the empty line after them
     * @return the whole answer, after which the connection ends
     */
    byte[] answer(String head) {
        String[] lines = head.split("\r?\n");
        Matcher request = REQUEST.matcher(lines[0]);
        if (!request.matches()) {
            return bytes(refused(400, "This is no request: GET /metrics"), true);
        }
        boolean get = request.group(1).equals("GET");
        if (!get && !request.group(1).equals("HEAD")) {
            return bytes(refused(405, "Only GET and HEAD are answered."), true);
        }
        List<String> hosts = Stream.of(lines)
                .map(HOST::matcher)
                .filter(Matcher::matches)
                .map(host -> host.group(1))
                .toList();
        boolean named = hosts.size() == 1 && US.matcher(hosts.get(0)).matches();
        boolean old = hosts.isEmpty() && request.group(3).equals("0");
        if (!named && !old) {
            return bytes(refused(403, "Ask localhost, 127.0.0.1 or [::1], by that name."), get);
        }
        return bytes(page(request.group(2).replaceFirst("\\?.*", "")), get);
    }

    private Page page(String path) {
        try {
            return switch (path) {
                case "/metrics" -> new Page(200, Exposition.CONTENT_TYPE, counters.text());
                case "/healthz" -> verdict("alive", unfit());
                case "/readyz" -> verdict("ready", missing());
                case "/" -> Page.plain(200, "Anteroom: /metrics /healthz /readyz");
                default -> Page.plain(404, "There are: /metrics /healthz /readyz");
            };
        } catch (RuntimeException e) {
            return Page.plain(500, "A figure could not be read: " + e.getClass().getSimpleName());
        }
    }

    private Page refused(int status, String text) {
        counters.increment(Metric.WATCH_REFUSED);
        return Page.plain(status, text);
    }

    private static Page verdict(String well, List<String> sentences) {
        return sentences.isEmpty() ? Page.plain(200, well) : Page.plain(503, String.join("\n", sentences));
    }

    /** Why no call could be served well. */
    private List<String> unfit() {
        return health.reports().stream()
                .filter(report -> report.condition().vital() && !report.ok())
                .map(Health.Report::sentence)
                .toList();
    }

    /** Why not every call is served. */
    private List<String> missing() {
        List<String> missing = new ArrayList<>(unfit());
        for (Condition condition : List.of(Condition.FULL_SERVICE, Condition.RECORDS)) {
            broken(condition).ifPresent(missing::add);
        }
        if (counters.value(Metric.SIP_REGISTERED) == 0) {
            missing.add(broken(Condition.LINE).orElse("Not registered at the PBX yet."));
        }
        return missing;
    }

    private Optional<String> broken(Condition condition) {
        return health.reports().stream()
                .filter(report -> report.condition() == condition && !report.ok())
                .map(Health.Report::sentence)
                .findFirst();
    }

    private static byte[] bytes(Page page, boolean withBody) {
        byte[] body = page.text().getBytes(UTF_8);
        String head = "HTTP/1.1 " + page.status() + " " + REASONS.getOrDefault(page.status(), "Unknown") + "\r\n"
                + "Content-Type: " + page.type() + "\r\n"
                + "Content-Length: " + body.length + "\r\n"
                + (page.status() == 405 ? "Allow: GET, HEAD\r\n" : "")
                + "Cache-Control: no-store\r\n"
                + "X-Content-Type-Options: nosniff\r\n"
                + "Connection: close\r\n\r\n";
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(UTF_8));
        if (withBody) {
            all.writeBytes(body);
        }
        return all.toByteArray();
    }
}
