package org.anteroom.agent.cli.doctor;

import static org.anteroom.agent.cli.doctor.Judged.is;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.cli.doctor.Finding.State;
import org.anteroom.agent.sip.PbxAnswer;
import org.junit.jupiter.api.Test;

/** The telephone: each check with its fault planted as a value, and with all well. */
class TelephoneChecksTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final PbxAnswer SILENT = new PbxAnswer.None(PbxAnswer.Why.SILENT, "Nothing answers.");

    @Test
    void anAddressThatIsNotOursOrHasNoRouteIsAFault() {
        is(State.OK, TelephoneChecks.address(Optional.of(HERE), true, Optional.of(HERE), "pbx"));
        is(State.FAULT, TelephoneChecks.address(Optional.of(HERE), false, Optional.of(HERE), "pbx"), "sip.bind");
        is(State.FAULT, TelephoneChecks.address(Optional.empty(), true, Optional.empty(), "pbx"), "ip route get");
    }

    @Test
    void portsThatOthersHoldAreTold() {
        is(State.OK, TelephoneChecks.ports(5060, false, Set.of(), false, 16384, 16583));
        is(State.OK, TelephoneChecks.ports(5060, false, Set.of(), true, 16384, 16583), "running service");
        is(State.FAULT, TelephoneChecks.ports(5060, true, Set.of(), false, 16384, 16583), "ss -lntup");
        is(State.WARNING, TelephoneChecks.ports(5060, false, Set.of(16400), false, 16384, 16583), "16400");
    }

    @Test
    void aNameThatIsUnknownOrSlowIsTold() {
        is(State.OK, TelephoneChecks.dns("pbx", List.of(HERE), Optional.of(HERE), Duration.ofMillis(5)));
        is(
                State.FAULT,
                TelephoneChecks.dns("pbx", List.of(), Optional.empty(), Duration.ofMillis(5)),
                "getent ahosts pbx");
        is(
                State.WARNING,
                TelephoneChecks.dns("pbx", List.of(HERE), Optional.of(HERE), Duration.ofSeconds(2)),
                "2000 ms");
    }

    @Test
    void aFirewallThatDropsOurPortsIsTold() {
        String open =
                "table inet filter {\n chain input {\n type filter hook input priority filter; policy accept;\n }\n}";
        String drops = open.replace("policy accept;", "policy drop;\n tcp dport 22 accept");
        is(State.OK, firewall(Optional.of(open)));
        is(State.WARNING, firewall(Optional.of(drops)), "5060", "udp 16384-16583");
        is(State.OK, firewall(Optional.of(drops + "udp dport { 5060, 16384-16583 } accept")));
    }

    private static Finding firewall(Optional<String> rules) {
        return TelephoneChecks.firewall(true, true, rules, 5060, 16384, 16583);
    }

    @Test
    void whoCantReadAFirewallIsToldWhatWouldHelpThem() {
        is(
                State.SKIPPED,
                TelephoneChecks.firewall(false, true, Optional.empty(), 5060, 16384, 16583),
                "nftables is not installed",
                "udp and tcp 5060, udp 16384-16583");
        is(
                State.SKIPPED,
                TelephoneChecks.firewall(true, false, Optional.empty(), 5060, 16384, 16583),
                "This user",
                "sudo anteroom doctor");
        assertThat(firewall(Optional.empty()).mend()).doesNotContain("sudo");
    }

    @Test
    void anteroomAskingItselfIsNoPbx() {
        PbxAnswer ourselves = answered(Duration.ofMillis(4), "Anteroom");
        is(State.FAULT, TelephoneChecks.pbx(ourselves, List.of()), "Anteroom itself", "choose another sip.port");
    }

    @Test
    void ofSeveralAddressesTheOneThatIsUsedIsTold() throws Exception {
        is(
                State.OK,
                TelephoneChecks.dns("pbx", List.of(HERE, at("10.0.0.3")), Optional.of(HERE), Duration.ofMillis(5)),
                "pbx is 127.0.0.1, 10.0.0.3.",
                "goes to 127.0.0.1");
    }

    @Test
    void aPbxIsNamedOrMissed() {
        is(
                State.OK,
                TelephoneChecks.pbx(answered(Duration.ofMillis(4)), List.of()),
                "FreePBX",
                "oncall.keys.taken-by-pbx");
        is(State.WARNING, TelephoneChecks.pbx(answered(Duration.ofMillis(900)), List.of()), "900 ms");
        is(State.FAULT, TelephoneChecks.pbx(SILENT, List.of()), "Nothing answers", "ping");
    }

    @Test
    void anAddressOfItsNameThatDoesntAnswerIsNamed() throws Exception {
        PbxAnswer well = answered(Duration.ofMillis(4));
        var answers = new TelephoneChecks.Other(at("10.0.0.3"), well, true);
        var silent = new TelephoneChecks.Other(at("10.0.0.4"), SILENT, true);
        var unused = new TelephoneChecks.Other(at("2001:db8::1"), SILENT, false);

        is(State.OK, TelephoneChecks.pbx(well, List.of(answers)));
        is(State.WARNING, TelephoneChecks.pbx(well, List.of(answers, silent)), "10.0.0.4 doesn't answer");
        assertThat(TelephoneChecks.pbx(well, List.of(answers, silent)).what()).doesNotContain("10.0.0.3");
        is(State.OK, TelephoneChecks.pbx(well, List.of(unused)), "2001:db8", "doesn't use");
        is(State.FAULT, TelephoneChecks.pbx(SILENT, List.of(answers)), "10.0.0.3 answers", "sip.pbx");
    }

    private static InetAddress at(String literal) throws Exception {
        return InetAddress.getByName(literal);
    }

    private static PbxAnswer answered(Duration took) {
        return answered(took, "FPBX-16.0.40");
    }

    private static PbxAnswer answered(Duration took, String software) {
        InetSocketAddress pbx = new InetSocketAddress(HERE, 5060);
        return new PbxAnswer.Answered(
                pbx,
                200,
                Optional.of(software),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                pbx,
                Optional.empty(),
                took,
                List.of());
    }

    @Test
    void aRegistrationThatFailsSaysWhy() {
        is(State.OK, TelephoneChecks.registration(new TelephoneChecks.Registered(true, "200", "", "")));
        is(
                State.FAULT,
                TelephoneChecks.registration(new TelephoneChecks.Registered(false, "200", "", "Wrong password.")),
                "Wrong password");
    }

    @Test
    void codecsThatWeDontSpeakAreAFault() {
        is(State.OK, TelephoneChecks.codecs(offered("", "PCMU", "TELEPHONE-EVENT")), "(in the last call)");
        is(State.FAULT, TelephoneChecks.codecs(offered("no format", "G729", "OPUS")), "G729", "ulaw");
        is(State.WARNING, TelephoneChecks.codecs(offered("", "PCMA")), "DTMF");
        is(State.SKIPPED, TelephoneChecks.codecs(offered("")));
    }

    @Test
    void soundThatIsEncryptedIsAFaultAlthoughTheCodecIsRight() {
        is(
                State.FAULT,
                TelephoneChecks.codecs(offered("Incompatible transport protocol", "PCMU", "TELEPHONE-EVENT")),
                "488",
                "SRTP");
    }

    private static TelephoneChecks.Offered offered(String refusal, String... formats) {
        return new TelephoneChecks.Offered(List.of(formats), refusal, "in the last call");
    }

    @Test
    void soundInOneDirectionOnlyIsAFault() {
        is(State.OK, TelephoneChecks.echo(new TelephoneChecks.Echo(true, true, "")));
        is(State.FAULT, TelephoneChecks.echo(new TelephoneChecks.Echo(false, true, "")), "hears nothing of Anteroom");
        is(State.FAULT, TelephoneChecks.echo(new TelephoneChecks.Echo(true, false, "")), "Anteroom hears nothing");
        is(State.FAULT, TelephoneChecks.echo(new TelephoneChecks.Echo(false, false, "refused.")), "refused");
    }

    @Test
    void aGatewayForTextsThatDoesNotLetUsInIsAFault() {
        is(State.OK, TelephoneChecks.texts(true, Optional.empty()), "lets Anteroom log in");
        is(State.FAULT, TelephoneChecks.texts(true, Optional.of("It refuses the name.")), "It refuses the name.");
        is(State.SKIPPED, TelephoneChecks.texts(false, Optional.empty()), "no gateway");
    }

    @Test
    void aTrunkIsComparedWithWhatAnEmergencyTakes() {
        is(State.OK, TelephoneChecks.trunk(6, 3, 4, 6), "up to 3 channels", "one emergency 6", "there are 6");
        is(State.WARNING, TelephoneChecks.trunk(4, 3, 4, 6), "calls.simultaneous = 2", "2 more");
        is(State.FAULT, TelephoneChecks.trunk(2, 3, 4, 6), "Order 1 more");
        is(State.SKIPPED, TelephoneChecks.trunk(0, 3, 4, 6), "up to 3 channels", "--trunk-channels");
    }
}
