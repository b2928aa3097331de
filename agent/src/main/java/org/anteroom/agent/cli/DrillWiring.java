package org.anteroom.agent.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.DrillConfig;
import org.anteroom.agent.config.SipConfig;
import org.anteroom.agent.rehearsal.DrillAccounts;
import org.anteroom.agent.sip.Route;
import org.anteroom.agent.sip.Transport;

/** Configuration to the phones of a drill. */
final class DrillWiring {

    private DrillWiring() {}

    /** The extensions of a drill.
     *
     *  @param auto whether the automatic phone rings
     *  @throws Failure when a password can't be read, or the PBX's name is not known
     */
    static DrillAccounts accounts(Config config, boolean auto) throws Failure {
        DrillConfig drill = config.drill();
        SipConfig sip = config.sip();
        String user = drill.user()
                .orElseThrow(() -> Failure.configuration("drill.user is not set: fill in the section [drill] first."));
        DrillAccounts.Account caller =
                new DrillAccounts.Account(user, password("drill.password-file", drill.passwordFile()));
        Optional<DrillAccounts.Account> phone = Optional.empty();
        if (auto && drill.autoUser().isPresent()) {
            String extension = drill.autoUser().get();
            phone = Optional.of(
                    extension.equals(user)
                            ? caller
                            : new DrillAccounts.Account(
                                    extension, password("drill.auto-password-file", drill.autoPasswordFile())));
        }
        InetSocketAddress pbx = new InetSocketAddress(sip.pbx(), sip.pbxPort());
        if (pbx.isUnresolved()) {
            throw Failure.failed("The PBX " + sip.pbx() + " is not known by that name now.");
        }
        return new DrillAccounts(
                pbx,
                sip.domain().orElse(sip.pbx()),
                Transport.valueOf(sip.transport().name()),
                local(sip, pbx),
                caller,
                phone);
    }

    /** What a caller dials to reach the receptionist. */
    static String dial(Config config) {
        return config.drill().dial().orElse(config.sip().user());
    }

    private static InetAddress local(SipConfig sip, InetSocketAddress pbx) throws Failure {
        if (sip.bind().isPresent()) {
            return sip.bind().get();
        }
        try {
            return Route.from(pbx);
        } catch (IOException e) {
            throw Failure.failed("The PBX " + sip.pbx() + " can't be reached from this machine.");
        }
    }

    private static String password(String key, Optional<Path> file) throws Failure {
        Path path = file.orElseThrow(() -> Failure.configuration(key + " is not set."));
        return Wiring.firstLine(key, path, "whoever makes the drill");
    }
}
