package org.anteroom.agent.cli.setup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.anteroom.agent.rehearsal.DrillAccounts;
import org.anteroom.agent.rehearsal.DrillFallback;
import org.anteroom.agent.rehearsal.DrillPhones;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.sip.LineSettings;
import org.anteroom.agent.sip.PbxAnswer;
import org.anteroom.agent.sip.PbxProbe;
import org.anteroom.agent.sip.RegistrationState;
import org.anteroom.agent.sip.RegistrationTrial;
import org.anteroom.agent.sip.Route;
import org.anteroom.media.MediaCounters;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.MediaSettings;

/** The real one: a line and phones of its own, beside those of a service that may run. */
final class LivePbx implements PracticePbx {
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);
    private static final Duration REGISTERS_WITHIN = Duration.ofSeconds(15);
    private static final Duration FALLS_BACK_WITHIN = Duration.ofSeconds(45);
    private static final int FIRST_PORT = 17_440;
    private static final int LAST_PORT = 17_499;

    private final Function<String, Optional<short[]>> voice;

    /** @param voice a sentence as 8 kHz samples; empty when it can't be said, and a tone takes its place */
    LivePbx(Function<String, Optional<short[]>> voice) {
        this.voice = voice;
    }

    @Override
    public PbxAnswer ask(LineSettings.Pbx pbx, Optional<InetAddress> bind) throws InterruptedException {
        return new PbxProbe(pbx, bind).ask(ANSWERS_WITHIN);
    }

    @Override
    public Registered register(Party party) throws InterruptedException {
        LineSettings settings = LineSettings.of(party.pbx(), party.account(), new LineSettings.Local(party.bind(), 0));
        try {
            RegistrationTrial trial = RegistrationTrial.of(settings, REGISTERS_WITHIN);
            if (trial.outcome().isEmpty()) {
                String silent = "The PBX did not answer within " + REGISTERS_WITHIN.toSeconds() + " s: see its log.";
                return new Registered(0, silent, trial.local(), trial.seen());
            }
            return trial.outcome().get() instanceof RegistrationState.Failing failing
                    ? new Registered(failing.status(), failing.sentence(), trial.local(), Optional.empty())
                    : new Registered(200, "", trial.local(), trial.seen());
        } catch (IOException e) {
            return new Registered(0, String.valueOf(e.getMessage()), Optional.empty(), Optional.empty());
        }
    }

    @Override
    public List<Rung> ring(Party party, List<String> numbers, String practice, char key) throws InterruptedException {
        TestCall.Words words = TestCall.Words.of(practice, voice);
        try (MediaEngine engine = engine(local(party));
                Phone phone = new Phone(party.pbx(), party.account(), local(party), party.sound(), engine)) {
            phone.onlyCalls();
            List<TestCall> calls = new ArrayList<>();
            for (String number : numbers) {
                calls.add(TestCall.begin(phone, number, words, key));
            }
            List<Rung> rung = new ArrayList<>();
            for (TestCall call : calls) {
                rung.add(call.end());
            }
            return List.copyOf(rung);
        } catch (IOException e) {
            return numbers.stream()
                    .map(number -> new Rung(number, Took.FAILED, OptionalLong.empty(), 0, false))
                    .toList();
        }
    }

    @Override
    public FellBack fallBack(LineSettings.Pbx pbx, Optional<InetAddress> bind, Callers callers, String dial)
            throws InterruptedException {
        try {
            DrillAccounts accounts = new DrillAccounts(
                    new InetSocketAddress(InetAddress.getByName(pbx.host()), pbx.port()),
                    pbx.domain(),
                    pbx.transport(),
                    local(pbx, bind),
                    callers.caller(),
                    callers.auto());
            try (DrillPhones phones = DrillPhones.open(accounts, '1')) {
                DrillFallback seen = DrillFallback.measure(phones, dial, FALLS_BACK_WITHIN);
                return new FellBack(seen.rangMs(), seen.by(), seen.problem());
            }
        } catch (IOException e) {
            return new FellBack(OptionalLong.empty(), "", String.valueOf(e.getMessage()));
        }
    }

    private static MediaEngine engine(InetAddress local) throws IOException {
        return new MediaEngine(new MediaSettings(local, FIRST_PORT, LAST_PORT, 20, 200, false), new MediaCounters());
    }

    private static InetAddress local(Party party) throws IOException {
        return local(party.pbx(), party.bind());
    }

    private static InetAddress local(LineSettings.Pbx pbx, Optional<InetAddress> bind) throws IOException {
        if (bind.isPresent()) {
            return bind.get();
        }
        InetSocketAddress at = new InetSocketAddress(InetAddress.getByName(pbx.host()), pbx.port());
        try {
            return Route.from(at);
        } catch (IOException e) {
            throw new IOException("There is no way from this machine to " + pbx.host() + ".", e);
        }
    }
}
