package org.anteroom.agent.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.anteroom.agent.call.DrillOrder;
import org.anteroom.agent.call.DrillPass;
import org.anteroom.agent.call.Receptionist;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.PracticeClosure;
import org.anteroom.agent.emergency.OnCall;
import org.anteroom.agent.emergency.Target;
import org.anteroom.agent.practice.Hours;
import org.anteroom.agent.rehearsal.DrillAccounts;
import org.anteroom.agent.rehearsal.DrillAgent;
import org.anteroom.agent.rehearsal.DrillPhones;
import org.anteroom.agent.rehearsal.DrillResult;
import org.anteroom.agent.rehearsal.DrillRun;
import org.anteroom.agent.rehearsal.Happening;

/** The running receptionist as a drill uses it: phones at the practice's PBX that call it, and its leave for each call. The
 *  phones stand only while a drill goes on.
 */
record DrillService(
        Config config,
        Receptionist receptionist,
        Supplier<OnCall> duty,
        Supplier<List<PracticeClosure>> closures,
        Clock clock)
        implements DrillDesk.Service {

    /** Every kind of emergency. */
    private static final String ANY = "";

    @Override
    public List<String> phrases() throws IOException {
        return DrillRun.phrases(config.practice().type());
    }

    @Override
    public DrillBout bout(List<Target> targets, Set<String> only, Consumer<String> lines)
            throws IOException, InterruptedException, Failure {
        boolean auto = config.drill().autoUser().isPresent()
                && targets.stream().anyMatch(target -> target.number()
                        .equals(config.drill().autoUser().get()));
        DrillAccounts accounts = DrillWiring.accounts(config, auto);
        List<DrillOrder.Phone> rung = targets.stream()
                .map(target -> new DrillOrder.Phone(target.name(), target.number()))
                .toList();
        DrillAgent agent = told -> leave(rung, told);
        lines.accept("Each phone is told first that this is a drill. Seconds from the end of the decisive word:");
        lines.accept(DrillLines.heading());
        try (DrillPhones phones =
                DrillPhones.open(accounts, config.oncall().acceptKey().charAt(0))) {
            List<DrillResult> results = DrillRun.play(
                    phones,
                    agent,
                    config.practice().type(),
                    DrillWiring.dial(config),
                    config.oncall(),
                    only,
                    result -> lines.accept(DrillLines.phrase(DrillBout.phrase(result))));
            return new DrillBout(results, "");
        }
    }

    private DrillAgent.Leave leave(List<DrillOrder.Phone> rung, Consumer<Happening> told) {
        String account = config.drill()
                .callerId()
                .or(() -> config.drill().user())
                .orElseThrow(() -> new IllegalStateException("drill.user is not set"));
        if (!receptionist.registered()) {
            throw new IllegalStateException("Anteroom is not registered at the PBX now; 'anteroom alarms' says why");
        }
        DrillPass pass = receptionist.drill(
                new DrillOrder(account, rung, event -> Happenings.of(event, 1).ifPresent(told)));
        return new DrillAgent.Leave() {
            @Override
            public String token() {
                return pass.token();
            }

            @Override
            public void close() {
                pass.close();
            }
        };
    }

    @Override
    public int calls() {
        return receptionist.calls();
    }

    @Override
    public List<Target> plan() {
        return duty.get().all();
    }

    @Override
    public List<Target> onCallNow() {
        boolean open = Hours.of(config.practice(), closures.get()).openAt(clock.instant());
        return duty.get().at(clock.instant(), open, ANY).stream()
                .flatMap(group -> group.targets().stream())
                .toList();
    }
}
