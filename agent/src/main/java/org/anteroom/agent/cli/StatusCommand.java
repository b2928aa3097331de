package org.anteroom.agent.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.cli.ControlRequest.Verb;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.PlanFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code anteroom status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Shows how the running service is: whether the telephone line is registered, the calls, who is on call, what"
                    + " needs attention.",
            "",
            "At a terminal the view is renewed each second until Ctrl-C; elsewhere, or with --once, it is printed once."
                    + " It works too while a wrong configuration keeps the service to emergencies.",
            "",
            "It shows nothing about callers. People on call stand there by name, as in 'anteroom oncall now'."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom status",
            "  anteroom status --once && echo all is well",
            "  anteroom status --json",
            "",
            "Exit codes: 0 it runs and all is well; 1 something needs attention, or it does not run; 2 wrong command line."
        })
final class StatusCommand implements Callable<Integer> {

    private static final String NOT_RUNNING = "The service is not running: start it (systemctl start anteroom).";
    /** Another screen, so that the one before comes back afterwards; no cursor. */
    private static final String ENTER = "\u001b[?1049h\u001b[?25l";

    private static final String LEAVE = "\u001b[?25h\u001b[?1049l";
    private static final String HOME = "\u001b[H";
    private static final String END_LINE = "\u001b[K";
    private static final String END_SCREEN = "\u001b[J";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--once", description = "Print it once and end.")
    private boolean once;

    @Option(names = "--json", description = "Print it once as one line of JSON.")
    private boolean json;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws Failure, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        ControlClient service = new ControlClient(socket());
        if (!once && !json && Terminal.isStandardOutput()) {
            live(service, out);
        }
        Optional<ServiceStatus> status = ask(service);
        if (json) {
            out.println(status.map(StatusJson::write).orElseGet(() -> StatusJson.notRunning(NOT_RUNNING)));
        } else {
            StatusView view = new StatusView(clock.instant(), Terminal.size().columns(), false);
            status.map(view::lines).orElseGet(() -> view.trouble(NOT_RUNNING)).forEach(out::println);
        }
        out.flush();
        return (status.map(ServiceStatus::well).orElse(false) ? ExitCode.DONE : ExitCode.FAILED).status();
    }

    private static Optional<ServiceStatus> ask(ControlClient service) throws Failure {
        List<String> lines = new ArrayList<>();
        boolean runs = service.ask(ControlRequest.of(Verb.SHOW_STATUS), lines::add);
        return runs ? Optional.of(StatusJson.read(String.join("", lines))) : Optional.empty();
    }

    /** Until the process is ended; whatever ends it, the terminal is given back as it was. */
    private void live(ControlClient service, PrintWriter out) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> write(out, LEAVE), "terminal"));
        write(out, ENTER);
        CountDownLatch never = new CountDownLatch(1);
        do {
            Terminal.Size size = Terminal.size();
            StatusView view = new StatusView(clock.instant(), size.columns(), true);
            StringBuilder screen = new StringBuilder(HOME);
            for (String line : StatusView.within(size.rows(), look(service, view))) {
                screen.append(line).append(END_LINE).append('\n');
            }
            write(out, screen.append(END_SCREEN).toString());
        } while (!never.await(1, TimeUnit.SECONDS));
    }

    private static List<String> look(ControlClient service, StatusView view) {
        try {
            return ask(service).map(view::lines).orElseGet(() -> view.trouble(NOT_RUNNING));
        } catch (Failure e) {
            return view.trouble(e.sentence());
        }
    }

    private static void write(PrintWriter out, String text) {
        out.print(text);
        out.flush();
    }

    /** Where the service listens; a configuration that can't be used doesn't hide that, its kept plan or the default tells. */
    private Path socket() throws Failure {
        try {
            return Config.load(config.file()).control().socket();
        } catch (ConfigException broken) {
            try {
                return PlanFile.read(PlanFile.beside(config.file()), List.of())
                        .control()
                        .socket();
            } catch (ConfigException none) {
                throw Failure.configuration(String.valueOf(broken.getMessage()));
            }
        }
    }
}
