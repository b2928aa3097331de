package org.anteroom.agent.cli.setup;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.anteroom.agent.sip.LineSettings;
import org.anteroom.agent.sip.PbxAnswer;

/** A PBX that does what a test says, and remembers what was asked of it. */
final class PretendedPbx implements PracticePbx {
    static final Rung CONFIRMED = new Rung("", Took.KEY, OptionalLong.of(300), 0, true);

    final List<String> asked = new ArrayList<>();
    boolean answers = true;
    int registersWith = 200;
    Rung rings = CONFIRMED;
    FellBack fallsBack = new FellBack(OptionalLong.of(120), "the PBX says that a phone rings", "");

    @Override
    public PbxAnswer ask(LineSettings.Pbx pbx, Optional<InetAddress> bind) {
        asked.add("OPTIONS " + pbx.host() + ":" + pbx.port() + " " + pbx.transport());
        InetSocketAddress own = address(40_000);
        return answers
                ? new PbxAnswer.Answered(
                        address(5060),
                        200,
                        Optional.of("Asterisk PBX 18.10.0"),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        own,
                        Optional.of(own),
                        Duration.ofMillis(7),
                        List.of())
                : new PbxAnswer.None(PbxAnswer.Why.SILENT, "Nothing answers there.");
    }

    @Override
    public Registered register(Party party) {
        asked.add("REGISTER " + party.account().user() + " " + party.account().authUser());
        return registersWith == 200
                ? new Registered(200, "", Optional.of(address(5060)), Optional.of(address(5060)))
                : new Registered(registersWith, "No answer.", Optional.of(address(5060)), Optional.empty());
    }

    @Override
    public List<Rung> ring(Party party, List<String> numbers, String practice, char key) {
        asked.add("RING " + String.join(" ", numbers));
        return numbers.stream()
                .map(number -> new Rung(number, rings.took(), rings.rangMs(), rings.status(), rings.sound()))
                .toList();
    }

    @Override
    public FellBack fallBack(LineSettings.Pbx pbx, Optional<InetAddress> bind, Callers callers, String dial) {
        asked.add("CALL " + dial + " as " + callers.caller().extension());
        return fallsBack;
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
