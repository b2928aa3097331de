package org.anteroom.agent.cli.doctor;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.anteroom.agent.sip.PbxAnswer;

/** Judges the way to the PBX. Pure. */
public final class TelephoneChecks {
    private static final Duration SLOW_NAME = Duration.ofSeconds(1);
    private static final Duration SLOW_PBX = Duration.ofMillis(500);
    /** As every Anteroom names itself in SIP. */
    private static final String OURSELVES = "Anteroom";

    private static final String NO_CALLS = "No call reaches Anteroom, and it can ring nobody.";

    private TelephoneChecks() {}

    /** @param bind sip.bind; empty where the route decides
     *  @param ours whether the machine has that address
     *  @param towards the address the route to the PBX uses; empty where there is none, or its name is unknown
     */
    public static Finding address(Optional<InetAddress> bind, boolean ours, Optional<InetAddress> towards, String pbx) {
        if (bind.isPresent() && !ours) {
            return Finding.fault(
                    "sip.bind " + bind.get().getHostAddress() + " is not an address of this machine.",
                    "The service can't open its port.",
                    "See the machine's addresses with: ip -brief address; then set sip.bind to one, or leave it out");
        }
        if (towards.isEmpty()) {
            return Finding.fault(
                    "No route leads to the PBX " + pbx + ".",
                    NO_CALLS,
                    "See: ip route get " + pbx + "; check cable, address and gateway");
        }
        return Finding.ok("The PBX is reached from " + towards.get().getHostAddress() + ".");
    }

    /** @param taken ports that somebody else holds
     *  @param ours whether the running service holds them, so that they can't be tried
     */
    public static Finding ports(int sip, boolean sipTaken, Set<Integer> taken, boolean ours, int first, int last) {
        if (ours) {
            return Finding.ok(
                    "Port " + sip + " is the running service's; those for sound are " + first + "-" + last + ".");
        }
        if (sipTaken) {
            return Finding.fault(
                    "Another program holds the SIP port " + sip + ".",
                    "The service can't start.",
                    "See which: ss -lntup | grep :" + sip + "; stop it, or set another sip.port");
        }
        if (!taken.isEmpty()) {
            String some = new TreeSet<>(taken)
                    .stream()
                            .limit(5)
                            .map(String::valueOf)
                            .reduce((a, b) -> a + ", " + b)
                            .orElse("");
            return Finding.warning(
                    taken.size() + " of the ports for sound are taken: " + some + (taken.size() > 5 ? ", ..." : "")
                            + ".",
                    "Calls that need them are refused.",
                    "See by what: ss -lnup; move media.first-port and media.last-port away from it");
        }
        return Finding.ok("Port " + sip + " and those for sound, " + first + "-" + last + ", are free.");
    }

    /** @param addresses all that the name resolves to; empty when it doesn't
     *  @param used the one Anteroom goes to; empty when there is none
     */
    public static Finding dns(String name, List<InetAddress> addresses, Optional<InetAddress> used, Duration took) {
        if (used.isEmpty()) {
            return Finding.fault(
                    "The PBX's name " + name + " can't be resolved.",
                    NO_CALLS,
                    "Try: getent ahosts " + name
                            + "; mend the name server (/etc/resolv.conf), or put the PBX's address into sip.pbx");
        }
        if (took.compareTo(SLOW_NAME) > 0) {
            return Finding.warning(
                    "Resolving the PBX's name took " + took.toMillis() + " ms.",
                    "A registration that is renewed waits as long; a name server that fails takes the telephone with it.",
                    "Put the PBX's address into sip.pbx, or its name into /etc/hosts");
        }
        String all = addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
        if (name.equals(all)) {
            return Finding.ok(name + " is an address, no name is needed.");
        }
        return Finding.ok(name + " is " + all + "."
                + (addresses.size() == 1
                        ? ""
                        : " Anteroom goes to " + used.get().getHostAddress() + "."));
    }

    /** @param installed whether nft is here at all
     *  @param root whether we may read its rules
     *  @param rules of nft list ruleset; empty where they can't be read
     *  @param last port for sound, first the first
     */
    public static Finding firewall(
            boolean installed, boolean root, Optional<String> rules, int sip, int first, int last) {
        if (rules.isEmpty()) {
            String ports = "In whatever firewall there is, let in from the PBX and its phones: udp and tcp " + sip
                    + ", udp " + first + "-" + last;
            if (!installed) {
                return Finding.skipped("nftables is not installed, so its rules can't be looked at.", ports);
            }
            return root
                    ? Finding.skipped("The rules of nftables can't be read (nft list ruleset fails).", ports)
                    : Finding.skipped(
                            "This user may not read the rules of nftables.", "sudo anteroom doctor --only firewall");
        }
        String text = rules.get().toLowerCase(Locale.ROOT);
        boolean drops = text.matches("(?s).*hook input[^}]*policy drop.*")
                || text.matches("(?s).*hook input[^}]*\\n\\s*(?:counter [^\\n]*)?(?:drop|reject)\\b.*");
        if (!drops) {
            return Finding.ok("No rule of nftables drops everything that comes in.");
        }
        boolean allowed = text.contains(Integer.toString(sip)) && text.contains(Integer.toString(first));
        return allowed
                ? Finding.ok("nftables drops what is not allowed, and names the ports " + sip + " and " + first + ".")
                : Finding.warning(
                        "nftables drops what is not allowed, and names not both port " + sip + " and " + first + ".",
                        "Calls or their sound may not come in: calls that connect and are silent.",
                        "Allow from the PBX and its phones: udp and tcp " + sip + ", udp " + first + "-" + last);
    }

    /** Another address of the PBX's name.
     *
     *  @param mayBeUsed whether Anteroom goes there when the name server names it first
     */
    public record Other(InetAddress address, PbxAnswer answer, boolean mayBeUsed) {}

    /** @param answer of the address that Anteroom goes to */
    public static Finding pbx(PbxAnswer answer, List<Other> others) {
        if (!(answer instanceof PbxAnswer.Answered yes)) {
            List<Other> answering = others.stream()
                    .filter(other -> other.answer() instanceof PbxAnswer.Answered)
                    .toList();
            return Finding.fault(
                    answer.sentence()
                            + (answering.isEmpty()
                                    ? ""
                                    : " Of the other addresses of its name, " + addresses(answering)
                                            + (answering.size() == 1 ? " answers." : " answer.")),
                    NO_CALLS,
                    answering.isEmpty()
                            ? mend(answer)
                            : "Put the address that answers into sip.pbx; if the PBX sends calls from the other too, mend that one");
        }
        if (yes.software().filter(name -> name.startsWith(OURSELVES)).isPresent()) {
            return Finding.fault(
                    "What answers at sip.pbx and sip.pbx-port is Anteroom itself.",
                    NO_CALLS,
                    "Put the PBX's address there; if the PBX is on this machine too, choose another sip.port for Anteroom");
        }
        List<Other> silent = others.stream()
                .filter(other -> other.answer() instanceof PbxAnswer.None)
                .toList();
        List<Other> dangerous = silent.stream().filter(Other::mayBeUsed).toList();
        String what = answered(yes)
                + (silent.isEmpty()
                        ? ""
                        : " Of the other addresses of its name, " + addresses(silent)
                                + (silent.size() == 1 ? " doesn't answer" : " don't answer")
                                + (dangerous.isEmpty() ? ", which Anteroom doesn't use." : "."));
        if (!dangerous.isEmpty()) {
            return Finding.warning(
                    what,
                    "When the name server names such an address first, Anteroom goes there: no call reaches it then.",
                    "Let the PBX answer at each of its addresses; take what is no address of it out of the name server");
        }
        return yes.roundTrip().compareTo(SLOW_PBX) > 0
                ? Finding.warning(
                        what,
                        "Callers and on-call phones wait for each message.",
                        "Look at the PBX's load, and the network")
                : Finding.ok(what);
    }

    /** @param set whether a gateway is configured
     *  @param trouble why it can't be used, with the mend in it
     */
    public static Finding texts(boolean set, Optional<String> trouble) {
        if (!set) {
            return Finding.skipped("There is no gateway for texts.", "");
        }
        return trouble.map(why -> Finding.fault(
                        why,
                        "Callers get no code, so everything that needs one goes to staff.",
                        "Mend it; then: anteroom doctor --only texts"))
                .orElseGet(() -> Finding.ok("The gateway for texts lets Anteroom log in."));
    }

    private static String addresses(List<Other> others) {
        return others.stream().map(other -> other.address().getHostAddress()).collect(Collectors.joining(", "));
    }

    private static String answered(PbxAnswer.Answered yes) {
        String make = yes.software()
                .map(name -> name + " (" + yes.make().title() + ")")
                .orElse("a PBX that gives no name");
        String hint =
                yes.make().hint().isEmpty() ? "" : " With it: " + yes.make().hint() + " (see pbx.md).";
        String nat = yes.translated()
                ? " It sees us at "
                        + yes.seenFrom()
                                .map(seen -> seen.getAddress().getHostAddress())
                                .orElse("") + " (NAT)."
                : "";
        return "The PBX answers within " + yes.roundTrip().toMillis() + " ms: " + make + "." + nat + hint;
    }

    private static String mend(PbxAnswer answer) {
        return answer instanceof PbxAnswer.None none && none.why() == PbxAnswer.Why.NAME
                ? "getent ahosts NAME tells whether the name server knows it; or put an address into sip.pbx"
                : "ping the PBX, look whether it runs, compare sip.pbx, sip.pbx-port and sip.transport with its settings";
    }

    /** How the extension stands.
     *
     *  @param failure the last attempt's; empty when none failed
     */
    public record Registered(boolean now, String extension, String detail, String failure) {}

    public static Finding registration(Registered line) {
        return line.now()
                ? Finding.ok("The extension " + line.extension() + " is registered" + line.detail() + ".")
                : Finding.fault(
                        line.failure().isEmpty()
                                ? "The extension " + line.extension() + " is not registered."
                                : line.failure(),
                        "The PBX sends no call to Anteroom; its fall-back takes them.",
                        "Compare sip.user, sip.auth-user and the password with the extension on the PBX; then: anteroom status");
    }

    /** The sound a PBX offers.
     *
     *  @param formats upper-case names; empty where it says nothing
     *  @param refusal why the call with this offer was refused; empty when it wasn't, or it was no call
     *  @param by where it said so
     */
    public record Offered(List<String> formats, String refusal, String by) {
        public Offered {
            formats = List.copyOf(formats);
        }
    }

    public static Finding codecs(Offered offered) {
        if (offered.formats().isEmpty()) {
            return Finding.skipped(
                    "No call has shown yet which codecs the PBX offers, and its answer to OPTIONS doesn't say.",
                    "Call Anteroom once; or set [drill] up, then: anteroom doctor --only codecs,echo");
        }
        String list = "The PBX offers " + String.join(", ", offered.formats()) + " (" + offered.by() + ")";
        if (!offered.formats().contains("PCMU") && !offered.formats().contains("PCMA")) {
            return Finding.fault(
                    list + ", neither PCMU nor PCMA.",
                    "Anteroom speaks these two: every such call is refused with 488.",
                    "On the PBX, allow ulaw and alaw for Anteroom's extension");
        }
        if (!offered.refusal().isEmpty()) {
            return Finding.fault(
                    list + ", and the call was refused with 488: " + offered.refusal() + ".",
                    "Anteroom takes sound by plain RTP only: every such call is refused.",
                    "On the PBX, switch encryption of sound (SRTP) and WebRTC off for Anteroom's extension");
        }
        if (!offered.formats().contains("TELEPHONE-EVENT")) {
            return Finding.warning(
                    list + ", but no telephone-event.",
                    "Keys are not heard: nobody on call can accept by key 1, and no caller can press the emergency key.",
                    "On the PBX, set the DTMF mode of Anteroom's extension to RFC 4733 (rfc2833)");
        }
        return Finding.ok(list + ".");
    }

    /** What a short call through the PBX showed.
     *
     *  @param heard whether our voice reached the caller
     *  @param pressed whether the service heard the caller's key
     *  @param trouble why there was no call; else empty
     */
    public record Echo(boolean heard, boolean pressed, String trouble) {}

    public static Finding echo(Echo echo) {
        String ways =
                "On the PBX, switch direct media off for both extensions, and NAT settings on where there is a NAT; check"
                        + " media.bind and the firewall's RTP ports";
        String why = "One-way sound: caller and Anteroom, or clinician and caller, don't hear each other.";
        if (!echo.trouble().isEmpty()) {
            return Finding.fault(
                    "A call through the PBX could not be made: " + echo.trouble(),
                    NO_CALLS,
                    "anteroom drill run --outage, and the PBX's log, tell more");
        }
        if (!echo.heard()) {
            return Finding.fault("A caller hears nothing of Anteroom.", why, ways);
        }
        return echo.pressed()
                ? Finding.ok("A call through the PBX carries sound to the caller, and the caller's key to Anteroom.")
                : Finding.fault("Anteroom hears nothing of a caller, or no keys.", why, ways);
    }

    /** @param channels of the trunk; 0 where it isn't known
     *  @param emergency how many one emergency takes at most
     *  @param busy how many are taken while every caller is on the line and one has an emergency
     */
    public static Finding trunk(int channels, int emergency, int calls, int busy) {
        String need = "An emergency takes up to " + emergency + (emergency == 1 ? " channel" : " channels")
                + " of the trunk, " + calls + (calls == 1 ? " call" : " calls") + " with one emergency " + busy;
        String there = "; there " + (channels == 1 ? "is " : "are ") + channels + ".";
        if (channels == 0) {
            return Finding.skipped(
                    need + "; how many there are isn't known.",
                    "Ask the provider, then: anteroom setup --trunk-channels NUMBER, or set calls.trunk-channels");
        }
        if (channels < emergency) {
            return Finding.fault(
                    need + there,
                    "The PBX refuses the phones for which there is no channel: they don't ring.",
                    "Order " + (emergency - channels)
                            + " more, or put the outside phones into further groups, which ring one after the other");
        }
        return channels < busy
                ? Finding.warning(
                        need + there,
                        "While all callers are on the line, not all phones of an emergency find a channel.",
                        "Set calls.simultaneous = " + Math.max(1, calls - (busy - channels)) + ", or order "
                                + (busy - channels) + " more")
                : Finding.ok(need + there);
    }
}
