package org.anteroom.agent.cli.setup;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anteroom.agent.config.ConfigKey;
import org.anteroom.agent.config.ConfigText;

/** Goes through the steps, one after the other, and says at the end what is proved and what is left to do. One thread. */
public final class Setup {

    /** The words of the steps, for completions. */
    public static final class Steps implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(StepName.values()).map(StepName::word).iterator();
        }
    }

    /** What a setup is asked to do.
     *
     *  @param file where the configuration goes
     *  @param before what the answers start from
     *  @param given answers by flag
     *  @param more further keys and their values
     *  @param skipped steps to leave out
     *  @param asking whether somebody is there to be asked
     *  @param machine time zone of the machine
     */
    public record Order(
            Path file,
            ConfigText before,
            Map<Answer, List<String>> given,
            Map<String, String> more,
            Set<String> skipped,
            boolean asking,
            ZoneId machine) {
        public Order {
            given = Map.copyOf(given);
            more = Map.copyOf(more);
            skipped = Set.copyOf(skipped);
        }
    }

    private static final String ONCE_IT_RUNS =
            "once the service runs: anteroom oncall test   what was rung from here it doesn't know of";

    private static final String STOPPED_LATE =
            "Stopped; the configuration may be written already, what comes after it is left out: anteroom setup goes on from there.";

    private final Order order;
    private final Terminal terminal;
    private final Visit visit;
    private final List<Step> steps;
    private final Consumer<String> trouble;

    /** @param trouble hears why it ended early, in one or more lines */
    Setup(Order order, Terminal terminal, PracticePbx pbx, Installation installation, Consumer<String> trouble) {
        this.order = order;
        this.terminal = terminal;
        this.trouble = trouble;
        Draft draft = new Draft(order.file(), order.before());
        Services services = new Services(draft::services);
        Dialogue dialogue = new Dialogue(terminal, order.given(), order.asking(), services);
        this.visit = new Visit(dialogue, draft, new NoServices(pbx, services), services, installation);
        this.steps = List.of(
                new PracticeStep(order.machine()),
                new PbxStep(),
                new ExtensionStep(),
                new TestCallStep(),
                new OnCallStep(),
                new TrunkStep(),
                new DrillPhoneStep(),
                new FallBackStep(),
                new WriteStep(),
                new DrillStep());
    }

    /** One at the real PBX.
     *
     *  @param voice a sentence as 8 kHz samples; empty when it can't be said
     */
    public static Setup live(
            Order order,
            Terminal terminal,
            Function<String, Optional<short[]>> voice,
            Installation installation,
            Consumer<String> trouble) {
        return new Setup(order, terminal, new LivePbx(voice), installation, trouble);
    }

    /** Runs it to its end. Nothing is written before its last steps. */
    public Ending run() throws InterruptedException {
        try {
            Set<StepName> skipped = skipped();
            more();
            if (order.asking()) {
                welcome();
            } else {
                complete(skipped);
            }
            for (Step step : steps) {
                go(step, skipped);
            }
            conclude();
            boolean proved =
                    visit.results().values().stream().noneMatch(each -> each.proof() == Result.Proof.NOT_PROVED);
            return proved ? Ending.PROVED : Ending.NOT_PROVED;
        } catch (Stopped e) {
            boolean left = e.wentAway() && !visit.untouched();
            trouble.accept(left ? STOPPED_LATE : e.sentence());
            return e.ending();
        }
    }

    /** What to say when it is ended from outside, as by Ctrl-C. Any thread. */
    public String cut() {
        return visit.untouched() ? Stopped.NOTHING_CHANGED : STOPPED_LATE;
    }

    private void go(Step step, Set<StepName> skipped) throws Stopped, InterruptedException {
        int number = steps.indexOf(step) + 1;
        if (skipped.contains(step.name())) {
            unproved(step.name());
            visit.results().put(step.name(), Result.skipped("as you said", ""));
            return;
        }
        visit.dialogue()
                .title(number + " of " + steps.size() + ". " + step.name().title());
        visit.results().put(step.name(), step.go(visit));
    }

    /** What flags answer of a step that is left out: taken over as it stands. */
    private void unproved(StepName step) throws Stopped {
        for (Answer answer : Answer.values()) {
            if (answer.step() == step && visit.dialogue().given(answer)) {
                if (answer.key().isEmpty()) {
                    throw Stopped.usage(answer.flag() + " belongs to the step " + step.word()
                            + ", which --skip leaves out: drop one of the two");
                }
                String value = visit.dialogue().need(answer, answer.key(), "");
                boolean file = answer == Answer.PASSWORD_FILE
                        || answer == Answer.DRILL_PASSWORD_FILE
                        || answer == Answer.AUTO_PASSWORD_FILE;
                visit.draft()
                        .set(
                                answer.key(),
                                file
                                        ? Path.of(value)
                                                .toAbsolutePath()
                                                .normalize()
                                                .toString()
                                        : value);
                if (answer == Answer.PASSWORD_FILE) {
                    visit.draft().drop("sip.password");
                }
            }
        }
    }

    private Set<StepName> skipped() throws Stopped {
        Set<StepName> steps = EnumSet.noneOf(StepName.class);
        for (String word : order.skipped()) {
            steps.add(StepName.of(word)
                    .orElseThrow(() -> Stopped.usage(
                            "--skip " + word + ": there is no such step; there are " + StepName.words())));
        }
        return steps;
    }

    private void more() throws Stopped {
        for (Map.Entry<String, String> each : order.more().entrySet()) {
            Optional<String> wrong = ConfigKey.problem(each.getKey(), each.getValue());
            if (wrong.isPresent()) {
                throw Stopped.usage("--set " + each.getKey() + ": " + wrong.get());
            }
            visit.draft().set(each.getKey(), each.getValue());
        }
    }

    private void welcome() {
        Dialogue dialogue = visit.dialogue();
        dialogue.say(
                "This sets Anteroom up in " + steps.size() + " steps, in about an hour. Have ready: the PBX's admin"
                        + " page, two free extensions with their passwords, the"
                        + " numbers of the people on call, and a desk phone beside"
                        + " you.");
        dialogue.say("Enter takes what stands in [brackets]. Ctrl-C ends it at any time; until the step \""
                + StepName.WRITE.title() + "\" nothing is changed.");
    }

    /** Names every answer that is missing, before anything is done. */
    private void complete(Set<StepName> skipped) throws Stopped {
        List<String> missing = Arrays.stream(Answer.values())
                .filter(answer -> answer.needed() && !skipped.contains(answer.step()))
                .filter(answer -> !order.given().containsKey(answer) && !inTheFile(answer))
                .map(Answer::flag)
                .collect(Collectors.toCollection(ArrayList::new));
        if (order.given().containsKey(Answer.DRILL_USER)
                && !order.given().containsKey(Answer.DRILL_PASSWORD_FILE)
                && !inTheFile(Answer.DRILL_PASSWORD_FILE)) {
            missing.add(Answer.DRILL_PASSWORD_FILE.flag());
        }
        if (!missing.isEmpty()) {
            throw Stopped.usage("Nobody is asked, and there is no answer to: " + String.join(", ", missing));
        }
    }

    private boolean inTheFile(Answer answer) {
        Draft draft = visit.draft();
        return switch (answer) {
            case ON_CALL -> draft.text().groups().stream().anyMatch(group -> group.phones().stream()
                    .anyMatch(phone -> !phone.number().isEmpty() || !phone.person()));
            case PASSWORD_FILE -> !draft.value("sip.password").isEmpty()
                    || !draft.value(answer.key()).isEmpty();
            default -> !draft.value(answer.key()).isEmpty();
        };
    }

    private void conclude() {
        Dialogue dialogue = visit.dialogue();
        dialogue.title("What came of it");
        visit.results()
                .forEach((step, result) -> terminal.line(String.format(
                        Locale.ROOT,
                        "%-27s %-11s %s",
                        step.title(),
                        result.proof().word(),
                        result.said())));
        List<String> left = Stream.of(
                        visit.results().values().stream().map(Result::todo),
                        visit.onCallTestUnknown() ? Stream.of(ONCE_IT_RUNS) : Stream.<String>empty(),
                        visit.installation().lacking(order.file()).stream())
                .flatMap(todos -> todos)
                .filter(todo -> !todo.isEmpty())
                .distinct()
                .toList();
        if (!left.isEmpty()) {
            dialogue.raw("");
            dialogue.say("Left to do:");
            left.forEach(dialogue::item);
        }
        dialogue.raw("");
        dialogue.say("From here on:");
        if (!visit.installation().serviceAnswers(visit.socket())) {
            dialogue.item("systemctl enable --now anteroom   starts it, now and with the machine");
        }
        dialogue.item("anteroom doctor   looks for what else could go wrong");
        dialogue.item("anteroom status   shows what it is doing");
    }
}
