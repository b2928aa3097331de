package org.anteroom.agent.sip;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import javax.sip.SipException;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * The session timer of one call (RFC 4028): refreshes at half time where that is ours, by UPDATE where the peer allows it,
 * else by re-INVITE; ends the call when its time is over. A refresh that gets lost is tried again until then.
 * On {@code sip-line}.
 */
final class SessionRefresh {
    private final Wire wire;
    private final Dialog dialog;
    private final MediaAgreement media;
    private final Owner owner;
    private Set<String> peerMethods = Set.of();
    private Optional<SessionInterval> interval = Optional.empty();
    private SipThread.@Nullable Alarm next;
    private SipThread.@Nullable Alarm expiry;
    private @Nullable Exchange running;
    private @Nullable Request lastAck;
    private boolean stopped;

    /** The session. */
    interface Owner {
        void agreed(AgreedStream stream);

        void dead(EndCause cause);

        /** Whether an INVITE of the peer is under way. */
        boolean busy();
    }

    SessionRefresh(Wire wire, Dialog dialog, MediaAgreement media, Owner owner) {
        this.wire = wire;
        this.dialog = dialog;
        this.media = media;
        this.owner = owner;
    }

    /** Takes from any message of the peer which methods it allows. */
    void learn(Message message) {
        Set<String> methods = SipHeaders.tokens(message, "Allow");
        if (!methods.isEmpty()) {
            peerMethods = methods;
        }
    }

    /** The interval was agreed anew: the clock starts again. Empty switches the timer off. */
    void agreed(Optional<SessionInterval> agreed) {
        cancel();
        interval = agreed;
        if (agreed.isEmpty() || stopped) {
            return;
        }
        SessionInterval now = agreed.get();
        expiry = wire.thread().after(now.deadAfter(), this::expired);
        if (now.ours()) {
            next = wire.thread().after(now.refreshAfter(), this::refresh);
        }
    }

    /** Whether an offer of ours waits for its answer. */
    boolean offering() {
        return running != null
                && !running.over()
                && running.request().getMethod().equals(Request.INVITE);
    }

    void stop() {
        stopped = true;
        cancel();
        if (running != null && !running.over()) {
            running.abandon();
        }
    }

    void acknowledgeAgain(Response response) {
        Request ack = lastAck;
        if (ack != null && Dialog.sequence(ack) == Dialog.sequence(response)) {
            acknowledge(ack);
        }
    }

    private void expired() {
        wire.counters().increment(SipCount.SESSIONS_EXPIRED);
        owner.dead(EndCause.SESSION_EXPIRED);
    }

    private void refresh() {
        if (stopped || interval.isEmpty()) {
            return;
        }
        if (owner.busy() || (running != null && !running.over())) {
            refreshIn(Duration.ofMillis(500));
            return;
        }
        boolean update = peerMethods.contains("update");
        Request request = dialog.request(update ? Request.UPDATE : Request.INVITE);
        wire.party().addCapabilities(request);
        int seconds = interval.get().seconds();
        wire.party().set(request, SessionInterval.HEADER, seconds + ";refresher=uac");
        wire.party().set(request, SessionInterval.MINIMUM, Long.toString(minimum()));
        if (!update) {
            wire.party().addDescription(request, media.sameAgain());
        }
        running = new Exchange(
                wire,
                wire.thread(),
                request,
                dialog::nextSequence,
                wire.timers().answerWithin(),
                new Verdict());
        running.send();
    }

    private long minimum() {
        return Math.min(
                interval.map(SessionInterval::seconds).orElse(Integer.MAX_VALUE),
                wire.timers().minSession().toSeconds());
    }

    private void refreshIn(Duration pause) {
        if (!stopped) {
            next = wire.thread().after(pause, this::refresh);
        }
    }

    private void cancel() {
        if (next != null) {
            next.cancel();
        }
        if (expiry != null) {
            expiry.cancel();
        }
    }

    private void acknowledge(Request ack) {
        lastAck = ack;
        try {
            wire.stack().sendAck((Request) ack.clone());
        } catch (SipException e) {
            // The 2xx comes again when its ACK is missing.
            wire.counters().increment(SipCount.RESPONSES_UNSENT);
        }
    }

    private Duration retryPause() {
        return Duration.ofMillis(
                Math.max(200, interval.map(SessionInterval::seconds).orElse(60) * 50L));
    }

    /** What the peer says to a refresh. */
    private final class Verdict implements Exchange.Outcome {

        @Override
        public void answered(Response response) {
            int status = response.getStatusCode();
            if (status / 100 == 2) {
                confirmed(response);
            } else if (status == 481 || status == 408) {
                // RFC 4028 section 10.
                owner.dead(EndCause.PEER_GONE);
            } else if (status == 422) {
                lengthen(response);
            } else if (status == 405 || status == 501) {
                peerMethods = Set.of();
                refreshIn(retryPause());
            } else if (status == 491) {
                // RFC 3261 section 14.1: the two sides' pauses must not be the same.
                refreshIn(Duration.ofMillis(ThreadLocalRandom.current().nextLong(100, 2_000)));
            } else {
                refreshIn(retryPause());
            }
        }

        private void confirmed(Response response) {
            learn(response);
            dialog.refreshTarget(response);
            Exchange answered = running;
            if (answered != null && answered.request().getMethod().equals(Request.INVITE)) {
                acknowledge(dialog.ack(answered.request()));
                takeAnswer(response);
            }
            if (!stopped) {
                SessionRefresh.this.agreed(SessionInterval.answered(response));
            }
        }

        private void takeAnswer(Response response) {
            Optional<AgreedStream> before = media.stream();
            try {
                new Replies(wire.party(), wire.limits())
                        .description(response)
                        .flatMap(media::answered)
                        .filter(stream -> !before.equals(Optional.of(stream)))
                        .ifPresent(owner::agreed);
            } catch (SdpException e) {
                // An unreadable answer to an unchanged offer changes nothing.
                wire.counters().increment(SipCount.NO_COMMON_MEDIA);
            }
        }

        private void lengthen(Response response) {
            OptionalInt least = SipHeaders.number(response, SessionInterval.MINIMUM);
            interval = interval.map(
                    old -> new SessionInterval(Math.max(old.seconds(), least.orElse(old.seconds() * 2)), old.ours()));
            refreshIn(Duration.ofMillis(10));
        }

        @Override
        public void again(Response response) {
            acknowledgeAgain(response);
        }

        @Override
        public void silent() {
            refreshIn(retryPause());
        }
    }
}
