package org.anteroom.agent.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.anteroom.agent.cli.doctor.Finding;
import org.anteroom.agent.cli.doctor.TelephoneChecks;
import org.anteroom.agent.cli.doctor.TelephoneChecks.Offered;
import org.anteroom.agent.config.SipConfig;
import org.anteroom.agent.sip.LineSettings;
import org.anteroom.agent.sip.PbxAddresses;
import org.anteroom.agent.sip.PbxAnswer;
import org.anteroom.agent.sip.PbxProbe;
import org.anteroom.agent.sip.Transport;

/** Looks at the PBX itself for {@code anteroom doctor}: its name, its answer at every address, and the sound it offers. */
final class DoctorPbx {
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);
    private static final int MOST_ADDRESSES = 8;

    private final DoctorScene scene;
    private final CompletableFuture<PbxAnswer> answer = new CompletableFuture<>();

    DoctorPbx(DoctorScene scene) {
        this.scene = scene;
    }

    Finding dns() throws DoctorScene.Untold {
        SipConfig sip = scene.configured().sip();
        long begun = System.nanoTime();
        List<InetAddress> found = found(sip.pbx());
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        return TelephoneChecks.dns(sip.pbx(), found, used(found, sip), took);
    }

    private static List<InetAddress> found(String name) {
        try {
            return List.of(InetAddress.getAllByName(name));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    private static Optional<InetAddress> used(List<InetAddress> found, SipConfig sip) {
        return found.isEmpty() ? Optional.empty() : Optional.of(PbxAddresses.used(found, own(sip)));
    }

    private static Optional<InetAddress> own(SipConfig sip) {
        return sip.bind().filter(address -> !address.isAnyLocalAddress());
    }

    /** Asked once; the codecs are read from the same answer. */
    Finding pbx() throws DoctorScene.Untold, InterruptedException {
        SipConfig sip = scene.configured().sip();
        try {
            LineSettings.Pbx pbx = new LineSettings.Pbx(
                    sip.pbx(),
                    sip.pbxPort(),
                    Transport.valueOf(sip.transport().name()),
                    sip.domain().orElse(sip.pbx()));
            PbxProbe probe = new PbxProbe(pbx, sip.bind());
            List<InetAddress> found = found(sip.pbx());
            Optional<InetAddress> used = used(found, sip);
            if (used.isEmpty()) {
                return TelephoneChecks.pbx(probe.ask(ANSWERS_WITHIN), List.of());
            }
            // The one that is used must not fall to the limit.
            List<InetAddress> asked = new ArrayList<>(List.of(used.get()));
            found.stream()
                    .filter(address -> !address.equals(used.get()))
                    .limit(MOST_ADDRESSES - 1)
                    .forEach(asked::add);
            Map<InetAddress, PbxAnswer> answers = probe.askEach(asked, ANSWERS_WITHIN);
            PbxAnswer told = answers.remove(used.get());
            answer.complete(told);
            return TelephoneChecks.pbx(
                    told,
                    answers.entrySet().stream()
                            .map(each -> new TelephoneChecks.Other(
                                    each.getKey(),
                                    each.getValue(),
                                    PbxAddresses.mayBeUsed(each.getKey(), found, own(sip))))
                            .toList());
        } finally {
            answer.complete(new PbxAnswer.None(PbxAnswer.Why.SILENT, "The PBX was not asked."));
        }
    }

    /** What the PBX offers in a call is true for calls, so it comes before its answer to OPTIONS.
     *
     *  @param call when the check's own call began; empty when there was none
     *  @param asked whether {@link #pbx} is looked at too, so that its answer comes
     */
    Finding codecs(CompletableFuture<Optional<Instant>> call, boolean asked)
            throws DoctorScene.Untold, InterruptedException {
        Optional<Instant> began = await(call).flatMap(each -> each);
        Optional<Offered> offered =
                scene.statusNow().flatMap(status -> status.line().offer().map(offer -> offered(offer, began, status)));
        if (offered.isPresent()) {
            return TelephoneChecks.codecs(offered.get());
        }
        var unused = asked ? scene.configured() : pbx();
        List<String> formats = await(answer)
                .filter(PbxAnswer.Answered.class::isInstance)
                .map(told -> ((PbxAnswer.Answered) told).codecs())
                .orElse(List.of());
        return TelephoneChecks.codecs(new Offered(formats, "", "in its answer to OPTIONS"));
    }

    private Offered offered(ServiceStatus.Offer offer, Optional<Instant> began, ServiceStatus status) {
        boolean ours = began.filter(moment -> !offer.at().isBefore(moment)).isPresent();
        String by = ours
                ? "in the call of this check"
                : "in the last call, " + StatusView.moment(offer.at(), scene.now(), status.zone());
        return new Offered(offer.formats(), offer.refusal(), by);
    }

    private static <T> Optional<T> await(CompletableFuture<T> coming) throws InterruptedException {
        try {
            return Optional.of(coming.get(ANSWERS_WITHIN.toMillis() + 1_000, TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }
}
