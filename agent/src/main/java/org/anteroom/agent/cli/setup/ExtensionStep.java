package org.anteroom.agent.cli.setup;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** Anteroom's extension: registers it for real, and un-registers it again. */
final class ExtensionStep implements Step {
    private static final List<String> REGISTERED_WITH =
            List.of("sip.auth-user", "sip.password", "sip.password-file", "sip.domain", "sip.transport");

    @Override
    public StepName name() {
        return StepName.EXTENSION;
    }

    @Override
    public Result go(Visit visit) throws Stopped, InterruptedException {
        Dialogue dialogue = visit.dialogue();
        dialogue.intro("Anteroom registers with this extension and its password. It is tried now and given up again at"
                + " once, so no caller comes here yet.");
        while (true) {
            ask(visit);
            if (visit.extensionInUse()) {
                return inUse(visit);
            }
            Optional<PracticePbx.Party> party = visit.party();
            if (party.isEmpty()) {
                return Result.notProved("its password is missing", "give --password-file");
            }
            PracticePbx.Registered registered = visit.pbx().register(party.get());
            String user = party.get().account().user();
            if (registered.done()) {
                return done(dialogue, user, registered);
            }
            dialogue.say(wrong(user, registered));
            if (!dialogue.yes("Try again? Extension and password may be others then", true)) {
                return Result.notProved(
                        registered.status() == 0 ? "no answer" : "refused with " + registered.status(),
                        "mend the extension or its password, then: anteroom setup");
            }
            dialogue.askAgain(Answer.USER, Answer.AUTH_USER, Answer.PASSWORD_FILE);
        }
    }

    private static void ask(Visit visit) throws Stopped {
        Dialogue dialogue = visit.dialogue();
        Draft draft = visit.draft();
        draft.set("sip.user", dialogue.need(Answer.USER, "Anteroom's extension", draft.value("sip.user")));
        String user = draft.value("sip.user");
        String name =
                dialogue.need(Answer.AUTH_USER, "Its name for authentication", draft.value("sip.auth-user", user));
        draft.set("sip.auth-user", name.equals(user) ? "" : name, user);
        boolean inTheFile = !draft.value("sip.password").isEmpty();
        if (inTheFile && !dialogue.given(Answer.PASSWORD_FILE)) {
            if (!dialogue.yes("The password stands in the configuration itself. Put another into a file", false)) {
                return;
            }
        }
        Passwords.ask(visit, Answer.PASSWORD_FILE, "sip.password-file", "sip-password", user);
        if (draft.password("sip.password-file").isPresent()) {
            draft.drop("sip.password");
        }
        if (dialogue.given(Answer.BIND)) {
            draft.set("sip.bind", dialogue.need(Answer.BIND, "Our own address", ""));
        }
        if (dialogue.given(Answer.PORT)) {
            draft.set("sip.port", dialogue.need(Answer.PORT, "Our own SIP port", ""), "5060");
        }
    }

    private static Result inUse(Visit visit) {
        Dialogue dialogue = visit.dialogue();
        dialogue.say("The service runs with this extension, so it is not registered a second time: the PBX would send"
                + " calls here. The service is asked instead.");
        Optional<Installation.ServiceLine> told = visit.serviceLine();
        if (told.isEmpty()) {
            dialogue.say("It doesn't say to this user how it stands.");
            return Result.skipped("the running service has it", "look: sudo anteroom status");
        }
        Installation.ServiceLine line = told.get();
        if (!same(visit.draft(), line)) {
            dialogue.say("It runs with other values than these (extension " + line.extension() + " of " + line.pbx()
                    + ", or another password), so what it says proves nothing of them.");
            return Result.skipped("the service has the values of before", "after its restart: anteroom status");
        }
        if (line.registered()) {
            dialogue.say("It is registered as " + line.extension() + " since " + line.since() + ".");
            return Result.proved("the service is registered as " + line.extension() + " since " + line.since());
        }
        dialogue.say("It is not registered. " + line.failure());
        return Result.notProved(
                "the running service is not registered", "mend what it names, then look: anteroom status");
    }

    /** Whether the service's registration says anything of the answers. */
    private static boolean same(Draft draft, Installation.ServiceLine line) {
        String pbx = draft.value("sip.pbx") + ":" + draft.value("sip.pbx-port", "5060");
        return draft.value("sip.user").equals(line.extension())
                && pbx.equals(line.pbx())
                && !draft.secrets().containsKey("sip.password-file")
                && REGISTERED_WITH.stream().allMatch(key -> draft.value(key).equals(draft.was(key)));
    }

    private static Result done(Dialogue dialogue, String user, PracticePbx.Registered registered) {
        dialogue.say("Extension " + user + " registered, and un-registered again."
                + registered
                        .local()
                        .map(local -> " Our address on the way to the PBX is " + host(local) + ".")
                        .orElse(""));
        boolean translated = registered.local().isPresent()
                && registered.seen().isPresent()
                && !host(registered.local().get()).equals(host(registered.seen().get()));
        if (translated) {
            dialogue.say("But the PBX sees it at "
                    + registered.seen().map(ExtensionStep::host).orElse("")
                    + ": something between the two translates addresses (NAT). Sound may then go one way only. Best put"
                    + " this machine into the PBX's own network.");
        }
        return new Result(
                Result.Proof.PROVED,
                "registered as " + user,
                translated ? "put this machine into the PBX's network: addresses are translated between" : "");
    }

    private static String wrong(String user, PracticePbx.Registered registered) {
        return switch (registered.status()) {
            case 401, 407 -> "The PBX doesn't take the password of extension " + user
                    + ". Type it as the PBX has it: the SIP password (FreePBX: \"secret\"), not the PIN of the"
                    + " voicemail. Some PBXs have another name for authentication than the extension: look there too.";
            case 403 -> "The PBX forbids it (403). The extension may be switched off, bound to another address or"
                    + " device, or this machine banned after wrong passwords (fail2ban: look into its list on the PBX).";
            case 404 -> "The PBX doesn't know extension " + user + " (404): make it there, or correct the number here.";
            default -> registered.sentence();
        };
    }

    private static String host(InetSocketAddress address) {
        return address.getAddress().getHostAddress();
    }
}
