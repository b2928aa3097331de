package org.anteroom.agent.cli;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.cli.doctor.Finding;
import org.anteroom.agent.cli.doctor.TelephoneChecks;
import org.anteroom.agent.cli.doctor.Tool;
import org.anteroom.agent.config.CallsConfig;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.SipConfig;
import org.anteroom.agent.config.TextConfig;
import org.anteroom.agent.config.Transport;
import org.anteroom.agent.config.TrunkNeed;
import org.anteroom.agent.notice.CodeTexts;
import org.anteroom.agent.sip.LineSettings;
import org.anteroom.agent.sip.PbxAddresses;
import org.anteroom.agent.sip.RegistrationState;
import org.anteroom.agent.sip.RegistrationTrial;
import org.anteroom.agent.sip.Route;

/** Looks at the way to the PBX for {@code anteroom doctor}. Registers only where no service runs, and un-registers at once. */
record DoctorPhone(DoctorScene scene) {
    private static final Duration REGISTERS_WITHIN = Duration.ofSeconds(6);
    private static final String NFT = "nft";
    private static final Duration ASKED = Duration.ofSeconds(3);

    Finding address() throws DoctorScene.Untold, IOException {
        SipConfig sip = scene.configured().sip();
        boolean ours = sip.bind().isEmpty()
                || sip.bind().get().isAnyLocalAddress()
                || NetworkInterface.getByInetAddress(sip.bind().get()) != null;
        return TelephoneChecks.address(sip.bind(), ours, towards(sip), sip.pbx());
    }

    private static Optional<InetAddress> towards(SipConfig sip) {
        try {
            List<InetAddress> found = List.of(InetAddress.getAllByName(sip.pbx()));
            return Optional.of(Route.from(new InetSocketAddress(PbxAddresses.used(found, own(sip)), sip.pbxPort())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<InetAddress> own(SipConfig sip) {
        return sip.bind().filter(address -> !address.isAnyLocalAddress());
    }

    Finding ports() throws DoctorScene.Untold {
        Config config = scene.configured();
        SipConfig sip = config.sip();
        int first = config.media().firstPort();
        int last = config.media().lastPort();
        Optional<InetAddress> sound = config.media().bind().or(sip::bind);
        Set<Integer> taken = new HashSet<>();
        boolean ours = scene.running() || scene.refused();
        if (!ours) {
            for (int port = first; port <= last; port++) {
                if (taken(sound, port, Transport.UDP)) {
                    taken.add(port);
                }
            }
        }
        return TelephoneChecks.ports(
                sip.port(), !ours && taken(sip.bind(), sip.port(), sip.transport()), taken, ours, first, last);
    }

    private static boolean taken(Optional<InetAddress> bind, int port, Transport transport) {
        InetSocketAddress at =
                bind.map(address -> new InetSocketAddress(address, port)).orElseGet(() -> new InetSocketAddress(port));
        try {
            if (transport == Transport.UDP) {
                new DatagramSocket(at).close();
            } else {
                new ServerSocket(port, 1, at.getAddress()).close();
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    Finding firewall() throws DoctorScene.Untold, InterruptedException {
        Config config = scene.configured();
        return TelephoneChecks.firewall(
                Tool.installed(NFT),
                "root".equals(System.getProperty("user.name")),
                Tool.output(ASKED, NFT, "list", "ruleset"),
                config.sip().port(),
                config.media().firstPort(),
                config.media().lastPort());
    }

    Finding registration() throws DoctorScene.Untold, InterruptedException {
        Config config = scene.configured();
        if (scene.status().isPresent()) {
            ServiceStatus.Line line = scene.status().get().line();
            return TelephoneChecks.registration(new TelephoneChecks.Registered(
                    line.registered(),
                    line.extension(),
                    " by the running service since "
                            + StatusView.moment(
                                    line.since(),
                                    scene.now(),
                                    scene.status().get().zone()),
                    line.failure()));
        }
        SipConfig sip = config.sip();
        if (scene.refused() || taken(sip.bind(), sip.port(), sip.transport())) {
            return Finding.skipped(
                    "A service seems to run that this user may not ask, or its port is taken; nothing was registered.",
                    "sudo anteroom doctor --only registration,ports");
        }
        try {
            return tried(Wiring.line(sip), sip.user());
        } catch (Failure unreadable) {
            return Finding.skipped(unreadable.sentence(), "sudo anteroom doctor --only registration");
        }
    }

    private static Finding tried(LineSettings settings, String extension) throws InterruptedException {
        try {
            Optional<RegistrationState> outcome =
                    RegistrationTrial.of(settings, REGISTERS_WITHIN).outcome();
            if (outcome.isPresent() && outcome.get() instanceof RegistrationState.Registered registered) {
                return TelephoneChecks.registration(new TelephoneChecks.Registered(
                        true,
                        extension,
                        " for a moment by this check, for "
                                + registered.expires().toSeconds() + " s",
                        ""));
            }
            return refused(
                    extension,
                    outcome.isPresent() && outcome.get() instanceof RegistrationState.Failing failing
                            ? failing.sentence()
                            : "The PBX did not answer a registration within " + REGISTERS_WITHIN.toSeconds() + " s.");
        } catch (IOException e) {
            return refused(extension, String.valueOf(e.getMessage()));
        }
    }

    private static Finding refused(String extension, String why) {
        return TelephoneChecks.registration(new TelephoneChecks.Registered(false, extension, "", why));
    }

    /** Logs in where texts are sent, and says nothing there. */
    Finding texts() throws DoctorScene.Untold {
        TextConfig text = scene.configured().text();
        return TelephoneChecks.texts(text.host().isPresent(), CodeTexts.tryOut(text));
    }

    Finding trunk() throws DoctorScene.Untold {
        CallsConfig calls = scene.configured().calls();
        TrunkNeed need = TrunkNeed.of(scene.configured().oncall());
        return TelephoneChecks.trunk(
                calls.trunkChannels(), need.channels(), calls.simultaneous(), need.channels(calls.simultaneous()));
    }
}
