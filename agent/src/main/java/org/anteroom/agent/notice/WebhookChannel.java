package org.anteroom.agent.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.anteroom.agent.watch.ThreadNames;

/**
 * Posts a message as JSON. The header {@value #SIGNATURE} holds {@code sha256=} and the HMAC-SHA256 of the body under the
 * shared secret, in hexadecimal; the time in the body lets the receiver refuse what is old. Redirects aren't followed.
 */
public final class WebhookChannel implements Channel {
    static final String SIGNATURE = "X-Anteroom-Signature";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WebhookSettings settings;
    private final ThreadPoolExecutor worker;
    private final HttpClient client;

    public WebhookChannel(WebhookSettings settings) {
        this.settings = settings;
        this.worker = new ThreadPoolExecutor(
                1,
                1,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                ThreadNames.named(ThreadNames.NOTICE + "-web"));
        worker.allowCoreThreadTimeOut(true);
        this.client = client(settings, worker);
    }

    private static HttpClient client(WebhookSettings settings, ExecutorService worker) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.within())
                .executor(worker);
        settings.tls().ifPresent(builder::sslContext);
        return builder.build();
    }

    @Override
    public void send(Notice notice, AckDesk desk) throws Undelivered {
        byte[] body = body(notice).getBytes(UTF_8);
        HttpRequest request = HttpRequest.newBuilder(settings.url())
                .timeout(settings.within())
                .header("Content-Type", "application/json")
                .header(SIGNATURE, "sha256=" + HexFormat.of().formatHex(signature(body)))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        judge(answer(client.sendAsync(request, BodyHandlers.discarding())));
    }

    /** The time-out of a request ends with the headers of its answer; an answer that never ends must be cut off too. */
    private int answer(CompletableFuture<HttpResponse<Void>> exchange) throws Undelivered {
        try {
            return exchange.get(settings.within().toNanos(), TimeUnit.NANOSECONDS)
                    .statusCode();
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw Undelivered.forNow(
                    where() + " did not answer within " + settings.within().toMillis() + " ms: see what keeps it.");
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw Undelivered.forNow("The service is stopping.");
        } catch (ExecutionException e) {
            throw unreached(e);
        }
    }

    private Undelivered unreached(ExecutionException e) {
        if (Distrust.of(e) == Distrust.CERTIFICATE) {
            return Undelivered.forGood(
                    where() + " can't be trusted: its certificate does not fit its name, has run out or"
                            + " comes from nobody known. Set url to the name in the certificate, or ca-file to the practice's own"
                            + " authority.");
        }
        String why = e.getCause() instanceof IOException io ? io.getClass().getSimpleName() : "a fault";
        return Undelivered.forNow(where() + " can't be reached (" + why + "): check url and the firewall.");
    }

    private void judge(int status) throws Undelivered {
        if (status >= 200 && status < 300) {
            return;
        }
        if (status >= 300 && status < 400) {
            throw Undelivered.forGood(where() + " sends us elsewhere (" + status
                    + "), and redirects are not followed: set url to the final address.");
        }
        if (status == 408 || status == 429 || status >= 500) {
            throw Undelivered.forNow(where() + " does not take the message now (" + status + "): see its own log.");
        }
        throw Undelivered.forGood(
                where() + " refuses the message (" + status + "): check url and that both sides have the same secret.");
    }

    /** Without path and query, which may hold a token. */
    private String where() {
        return "The webhook at " + settings.url().getHost();
    }

    private static String body(Notice notice) {
        ObjectNode json = JSON.createObjectNode();
        json.put("notice", notice.number());
        json.put("at", notice.at().toString());
        json.put("reason", notice.word());
        json.put("kind", notice.kind().name());
        json.put("grave", notice.kind().grave());
        json.put("title", notice.title());
        json.put("count", notice.alarms().size());
        ArrayNode alarms = json.putArray("alarms");
        notice.alarms().stream().limit(Notice.MOST_SHOWN).forEach(alarm -> alarms.addObject()
                .put("id", alarm.number())
                .put("sentence", alarm.outward())
                .put("subject", alarm.subject())
                .put("first", alarm.first().toString())
                .put("last", alarm.last().toString())
                .put("times", alarm.times()));
        return json.toString();
    }

    private byte[] signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.secret().reveal().getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
