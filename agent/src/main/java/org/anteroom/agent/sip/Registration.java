package org.anteroom.agent.sip;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import javax.sip.InvalidArgumentException;
import javax.sip.address.SipURI;
import javax.sip.header.ContactHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the extension registered (RFC 3261 section 10), one REGISTER at a time, on its own thread, because names are
 * looked up and connections opened here. Refreshes after three quarters of what the PBX granted or of {@link
 * LineTimers#expires}, whichever is shorter, so that a restarted PBX knows us again within that time; failed attempts pause
 * as {@link BackOff} says.
 */
final class Registration {
    private static final int MOST_CORRECTIONS = 3;

    private final LineSettings settings;
    private final Reach reach;
    private final SipThread thread;
    private final SipCounters counters;
    private final Consumer<RegistrationState> told;
    private final BackOff backOff;
    private final String fromTag = LocalParty.newTag();
    private String callId = "";
    private long sequence;
    private long asked;
    private boolean wanted;
    private boolean busy;
    private int corrections;
    private @Nullable InetSocketAddress bound;
    private @Nullable Farewell farewell;
    private SipThread.@Nullable Alarm next;

    /** The way to the PBX. */
    interface Reach {

        /**
         * Looks the PBX up and opens the port where that is still to be done. May block for a name look-up.
         *
         * @throws IOException with a sentence for the operator
         */
        Wire open() throws IOException;
    }

    Registration(
            LineSettings settings,
            Reach reach,
            SipThread thread,
            SipCounters counters,
            Consumer<RegistrationState> told) {
        this.settings = settings;
        this.reach = reach;
        this.thread = thread;
        this.counters = counters;
        this.told = told;
        this.asked = settings.timers().expires().toSeconds();
        this.backOff = new BackOff(
                settings.timers().firstRetry(), settings.timers().longestRetry(), () -> ThreadLocalRandom.current()
                        .nextDouble());
    }

    /** Registers, now and for good. Any thread. */
    void want() {
        thread.post(() -> {
            wanted = true;
            told.accept(new RegistrationState.Registering());
            go();
        });
    }

    /** Un-registers and stays away until {@link #want}. Any thread. */
    void withdraw() {
        thread.post(() -> {
            wanted = false;
            told.accept(new RegistrationState.Withdrawn());
            go();
        });
    }

    /** Un-registers for good; the outcome is waited for through the wire's {@link Outstanding}. Any thread. */
    void stop(Outstanding outstanding) {
        Farewell last = new Farewell(outstanding);
        thread.post(() -> {
            wanted = false;
            farewell = last;
            go();
        });
    }

    /** Does what is to be done next, unless a REGISTER is under way: then its outcome comes back here. */
    private void go() {
        if (next != null) {
            next.cancel();
        }
        if (busy) {
            return;
        }
        if (wanted || bound != null) {
            try {
                send();
            } catch (RuntimeException e) {
                busy = false;
                next = thread.after(backOff.next(), this::go);
                throw e;
            }
        } else if (farewell != null) {
            farewell.lost();
        }
    }

    private void send() {
        Wire wire;
        try {
            wire = reach.open();
        } catch (IOException e) {
            if (wanted) {
                failed(0, sentence(e), backOff.next());
            } else {
                gone();
            }
            return;
        }
        busy = true;
        boolean leaving = !wanted;
        Request register = request(wire, leaving);
        new Exchange(
                        wire,
                        thread,
                        register,
                        () -> ++sequence,
                        settings.timers().answerWithin(),
                        new Exchange.Outcome() {
                            @Override
                            public void answered(Response response) {
                                busy = false;
                                if (leaving) {
                                    gone();
                                } else {
                                    judge(wire, response);
                                }
                            }

                            @Override
                            public void silent() {
                                busy = false;
                                if (leaving) {
                                    gone();
                                } else {
                                    failed(0, noAnswer(), backOff.next());
                                }
                            }
                        })
                .send();
    }

    private Request request(Wire wire, boolean leaving) {
        LocalParty party = wire.party();
        if (callId.isEmpty()) {
            callId = party.newCallId();
        }
        Request request = party.request(
                Request.REGISTER,
                party.registrar(),
                callId,
                ++sequence,
                party.identity(),
                fromTag,
                party.identity(),
                Optional.empty(),
                List.of());
        party.set(request, "Allow", LocalParty.ALLOW);
        party.set(request, "Expires", Long.toString(leaving ? 0 : asked));
        InetSocketAddress old = bound;
        if (leaving) {
            request.addHeader(contact(party, old != null ? old : party.reachable(), 0));
        } else {
            request.addHeader(contact(party, party.reachable(), asked));
            if (old != null && !old.equals(party.reachable())) {
                request.addHeader(contact(party, old, 0));
            }
        }
        return request;
    }

    private static ContactHeader contact(LocalParty party, InetSocketAddress at, long expires) {
        ContactHeader contact = party.contact(at);
        try {
            contact.setExpires((int) expires);
        } catch (InvalidArgumentException e) {
            throw new IllegalArgumentException("sip: the registration time can't be written", e);
        }
        return contact;
    }

    private void judge(Wire wire, Response response) {
        int status = response.getStatusCode();
        if (status / 100 == 2) {
            registered(wire, response);
        } else if (status == Response.INTERVAL_TOO_BRIEF && ++corrections <= MOST_CORRECTIONS) {
            asked = Math.max(
                    asked + 1, SipHeaders.number(response, "Min-Expires").orElse((int) asked * 2));
            go();
        } else if (status == 401 || status == 407 || status == 403) {
            failed(
                    status,
                    "The PBX " + pbx() + " refuses extension "
                            + settings.account().user()
                            + ": check sip.user, sip.auth-user and the password, there and here.",
                    backOff.jittered(settings.timers().refusedRetry()));
        } else if (status == 404) {
            failed(
                    status,
                    "The PBX " + pbx() + " doesn't know extension "
                            + settings.account().user() + ": create it there or correct sip.user.",
                    backOff.jittered(settings.timers().refusedRetry()));
        } else {
            OptionalInt retryAfter = SipHeaders.number(response, "Retry-After");
            Duration pause = backOff.next();
            Duration least = Duration.ofSeconds(Math.min(
                    retryAfter.orElse(0), settings.timers().longestRetry().toSeconds()));
            failed(
                    status,
                    "The PBX " + pbx() + " answers the registration with status " + status + ": see its log.",
                    pause.compareTo(least) > 0 ? pause : least);
        }
    }

    private void registered(Wire wire, Response response) {
        counters.increment(SipCount.REGISTRATIONS);
        InetSocketAddress contact = wire.party().reachable();
        bound = contact;
        InetSocketAddress seen = seen(wire, response);
        if (!seen.equals(contact) && ++corrections <= MOST_CORRECTIONS) {
            wire.party().reachableAt(seen);
            go();
            return;
        }
        corrections = 0;
        backOff.succeeded();
        long granted = granted(response, contact);
        if (granted <= 0) {
            failed(
                    response.getStatusCode(),
                    "The PBX " + pbx() + " grants no registration time: see its log.",
                    backOff.next());
            return;
        }
        if (!wanted) {
            go();
            return;
        }
        told.accept(new RegistrationState.Registered(Duration.ofSeconds(granted)));
        // Whatever a registrar grants or insists on: one that restarts must hear of us again within our own time.
        long refresh = Math.min(granted, settings.timers().expires().toSeconds());
        next = thread.after(Duration.ofMillis(refresh * 750), this::go);
    }

    /**
     * The address the PBX sees us at (RFC 3581). Over TCP the port is that of the connection and changes with it, so it
     * counts only where a NAT stands between, and then the PBX must use the connection anyway.
     */
    private InetSocketAddress seen(Wire wire, Response response) {
        InetSocketAddress local = wire.party().local();
        if (!(response.getHeader(ViaHeader.NAME) instanceof ViaHeader via)) {
            return local;
        }
        String received = via.getReceived();
        InetAddress address = received == null
                ? local.getAddress()
                : AddressLiteral.of(received).orElse(local.getAddress());
        boolean behindNat = !address.equals(local.getAddress());
        int port = via.getRPort();
        if (port <= 0 || (settings.pbx().transport() == Transport.TCP && !behindNat)) {
            port = local.getPort();
        }
        return new InetSocketAddress(address, port);
    }

    /** What the PBX grants: at our Contact, else in Expires, else what we asked (section 10.2.4). */
    private long granted(Response response, InetSocketAddress contact) {
        Iterator<?> contacts = response.getHeaders(ContactHeader.NAME);
        while (contacts.hasNext()) {
            if (contacts.next() instanceof ContactHeader header
                    && header.getAddress() != null
                    && header.getAddress().getURI() instanceof SipURI uri
                    && isAt(uri, contact)
                    && header.getExpires() >= 0) {
                return header.getExpires();
            }
        }
        return SipHeaders.number(response, "Expires").orElse((int) asked);
    }

    private static boolean isAt(SipURI uri, InetSocketAddress contact) {
        int port = uri.getPort() > 0 ? uri.getPort() : 5060;
        return uri.getHost().equals(LocalParty.host(contact.getAddress())) && port == contact.getPort();
    }

    private void failed(int status, String sentence, Duration pause) {
        counters.increment(SipCount.REGISTRATION_FAILURES);
        if (wanted) {
            told.accept(new RegistrationState.Failing(sentence, pause, status));
            next = thread.after(pause, this::go);
        } else {
            go();
        }
    }

    private void gone() {
        bound = null;
        if (wanted || farewell != null) {
            go();
        }
    }

    private static String sentence(IOException fault) {
        String message = fault.getMessage();
        return message == null ? "The network failed: " + fault.getClass().getSimpleName() + "." : message;
    }

    private String noAnswer() {
        return "The PBX " + pbx() + " doesn't answer over "
                + settings.pbx().transport()
                + ": check that it runs, sip.pbx, sip.pbx-port, sip.transport and the firewall between.";
    }

    private String pbx() {
        return settings.pbx().host() + ":" + settings.pbx().port();
    }
}
