package org.anteroom.agent.cli.setup;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.anteroom.agent.sip.LineSettings;

/** One run through the steps: what they talk to, what they share, and what became of each. */
final class Visit {
    /** How many of the people on call pressed the key in a test. */
    private record Rung(int confirmed, int people) {}

    private static final String SOCKET = "/run/anteroom/control";

    private final Dialogue dialogue;
    private final Draft draft;
    private final PracticePbx pbx;
    private final Services services;
    private final Installation installation;
    private final Map<StepName, Result> results = new EnumMap<>(StepName.class);
    private List<List<String>> rungTogether = List.of();
    private Optional<Rung> rungForTest = Optional.empty();
    private volatile boolean untouched = true;
    private OptionalLong fellBackMs = OptionalLong.empty();

    Visit(Dialogue dialogue, Draft draft, PracticePbx pbx, Services services, Installation installation) {
        this.dialogue = dialogue;
        this.draft = draft;
        this.pbx = pbx;
        this.services = services;
        this.installation = installation;
    }

    Dialogue dialogue() {
        return dialogue;
    }

    Draft draft() {
        return draft;
    }

    PracticePbx pbx() {
        return pbx;
    }

    /** Which numbers are never rung. */
    Services services() {
        return services;
    }

    Installation installation() {
        return installation;
    }

    Map<StepName, Result> results() {
        return results;
    }

    /** Whether that step has proved its answers. */
    boolean proved(StepName step) {
        Result result = results.get(step);
        return result != null && result.proof() == Result.Proof.PROVED;
    }

    /** Whether that step was tried and failed, so that those that build on it needn't be. */
    boolean failed(StepName step) {
        Result result = results.get(step);
        return result != null && result.proof() == Result.Proof.NOT_PROVED;
    }

    Path socket() {
        return draft.file().resolveSibling(draft.value("control.socket", SOCKET));
    }

    /** Whether the service runs with the extension that is being set up, so that it must not be registered twice. */
    boolean extensionInUse() {
        return draft.was("sip.user").equals(draft.value("sip.user")) && installation.serviceAnswers(socketBefore());
    }

    /** How the line of the service stands that runs with the configuration of before. */
    Optional<Installation.ServiceLine> serviceLine() {
        return installation.line(socketBefore());
    }

    private Path socketBefore() {
        String socket = draft.was("control.socket");
        return draft.file().resolveSibling(socket.isEmpty() ? SOCKET : socket);
    }

    /** Anteroom as a party of calls; empty while its account isn't whole. */
    Optional<PracticePbx.Party> party() throws Stopped {
        Optional<LineSettings.Account> account = draft.account();
        return account.isPresent() && !draft.value("sip.pbx").isEmpty()
                ? Optional.of(new PracticePbx.Party(draft.pbx(), account.get(), draft.bind(), draft.sound()))
                : Optional.empty();
    }

    char acceptKey() {
        return draft.value("oncall.accept-key", "1").charAt(0);
    }

    /** The numbers that rang at the same time in the test of the on-call plan, group by group. */
    List<List<String>> rungTogether() {
        return rungTogether;
    }

    void rungTogether(List<List<String>> numbers) {
        rungTogether = List.copyOf(numbers);
    }

    /** Everybody in the plan was rung from here, so the service doesn't know of it yet. */
    void everybodyRung(int confirmed, int people) {
        rungForTest = Optional.of(new Rung(confirmed, people));
    }

    /** Tells the running service of it. */
    void keepOnCallTest() {
        if (rungForTest
                .filter(rung -> installation.keepOnCallTest(socket(), rung.confirmed(), rung.people()))
                .isPresent()) {
            rungForTest = Optional.empty();
        }
    }

    /** Whether a test was made of which no service knows. */
    boolean onCallTestUnknown() {
        return rungForTest.isPresent();
    }

    /** From now on files change. */
    void touches() {
        untouched = false;
    }

    boolean untouched() {
        return untouched;
    }

    OptionalLong fellBackMs() {
        return fellBackMs;
    }

    void fellBack(OptionalLong millis) {
        fellBackMs = millis;
    }
}
