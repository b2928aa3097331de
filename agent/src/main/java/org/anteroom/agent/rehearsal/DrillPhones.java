package org.anteroom.agent.rehearsal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.anteroom.media.MediaCounters;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.MediaSettings;

/** The phones of a drill, registered at the PBX with sound of their own: the one that calls, and the automatic one that
 *  listens, presses the accept key and answers a tone with a tone. Closing un-registers both.
 */
public final class DrillPhones implements AutoCloseable {

    /** Pitches that no voice holds: what one phone plays, the other must hear. */
    static final double PHONE_HZ = 620;

    static final double CALLER_HZ = 440;

    /** Between a phone and its cable, inside the machine; the cable takes a port of the system's choice. */
    private static final int FIRST_PORT = 17_400;

    private static final int LAST_PORT = 17_439;
    private static final Duration REGISTERED_WITHIN = Duration.ofSeconds(15);
    private static final Duration RINGS = Duration.ofMillis(500);
    private static final Duration ANNOUNCED_WITHIN = Duration.ofSeconds(10);
    private static final Duration BETWEEN_ANNOUNCEMENTS = Duration.ofMillis(300);
    private static final Duration TOLD = Duration.ofMillis(900);
    private static final Duration TONE = Duration.ofMillis(600);
    private static final Duration LISTENS = Duration.ofSeconds(2);
    private static final int MOST_TONES = 10;

    private final MediaEngine engine;
    private final Phone caller;
    private final Optional<Phone> auto;
    private final char acceptKey;
    private final AtomicInteger strangers = new AtomicInteger();
    private volatile CompletableFuture<Boolean> heardCaller = new CompletableFuture<>();

    private DrillPhones(MediaEngine engine, Phone caller, Optional<Phone> auto, char acceptKey) {
        this.engine = engine;
        this.caller = caller;
        this.auto = auto;
        this.acceptKey = acceptKey;
    }

    /** Registers them.
     *
     *  @throws IOException when the PBX doesn't take one; the message says which
     */
    public static DrillPhones open(DrillAccounts accounts, char acceptKey) throws IOException, InterruptedException {
        MediaEngine engine = new MediaEngine(
                new MediaSettings(accounts.local(), FIRST_PORT, LAST_PORT, 20, 200, false), new MediaCounters());
        Phone caller = new Phone(accounts.phone(accounts.caller()), engine);
        Optional<Phone> auto = accounts.auto()
                .map(account ->
                        account.equals(accounts.caller()) ? caller : new Phone(accounts.phone(account), engine));
        DrillPhones phones = new DrillPhones(engine, caller, auto, acceptKey);
        try {
            caller.register(REGISTERED_WITHIN);
            if (auto.isPresent() && auto.get() != caller) {
                auto.get().register(REGISTERED_WITHIN);
            }
            return phones;
        } catch (IOException | InterruptedException | RuntimeException e) {
            phones.close();
            throw e;
        }
    }

    Phone caller() {
        return caller;
    }

    Optional<Phone> auto() {
        return auto;
    }

    /** From now on the automatic phone takes the calls that carry that drill's token, and is busy for all others: a call that
     *  doesn't may be a patient's.
     */
    void takeCalls(String token) {
        heardCaller = new CompletableFuture<>();
        CompletableFuture<Boolean> heard = heardCaller;
        strangers.set(0);
        auto.ifPresent(phone -> {
            phone.forgetRung();
            phone.answering(call -> {
                if (call.drillToken().filter(carried -> same(carried, token)).isPresent()) {
                    return Answering.after(RINGS, taken -> accept(taken, heard));
                }
                strangers.incrementAndGet();
                return Answering.busy();
            });
        });
    }

    /** Takes as long for a token that is nearly right as for any other. */
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
    }

    /** Whether the automatic phone was called by something else than the drill it takes calls of. */
    boolean refusedStranger() {
        return strangers.get() > 0;
    }

    /** From now on it rings and is never answered. */
    void onlyRing() {
        auto.ifPresent(phone -> {
            phone.forgetRung();
            phone.answering(Answering.never());
        });
    }

    private void accept(PhoneCall call, CompletableFuture<Boolean> heard) throws InterruptedException {
        call.awaitTurn(BETWEEN_ANNOUNCEMENTS, ANNOUNCED_WITHIN);
        call.press(acceptKey);
        call.listenAfresh();
        call.awaitTurn(TOLD, ANNOUNCED_WITHIN);
        for (int i = 0; i < MOST_TONES && call.ending().isEmpty(); i++) {
            call.tone(PHONE_HZ, TONE);
            if (call.hears(CALLER_HZ, LISTENS)) {
                heard.complete(true);
                call.awaitEnded(ANNOUNCED_WITHIN);
                return;
            }
        }
        heard.complete(false);
    }

    /** Whether the automatic phone hears the caller's tone within the time. */
    boolean callerHeard(Duration within) throws InterruptedException {
        try {
            return heardCaller.get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The automatic phone failed.", e);
        }
    }

    @Override
    public void close() throws IOException {
        caller.close();
        if (auto.isPresent() && auto.get() != caller) {
            auto.get().close();
        }
        engine.close();
    }
}
