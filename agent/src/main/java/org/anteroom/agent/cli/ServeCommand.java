package org.anteroom.agent.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.anteroom.agent.call.CallObserver;
import org.anteroom.agent.config.Doubts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code anteroom serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the receptionist until it is told to stop (Ctrl-C or SIGTERM): registers at the PBX, answers calls,"
                    + " takes messages, connects emergencies.",
            "",
            "It registers only when recogniser, voice, greeting and emergency sentences have passed their checks. A PBX"
                    + " that can't be reached, or that refuses the password, is named in one line and tried again for"
                    + " as long as it takes."
                    + " On stop it un-registers, so that the PBX's own fall-back takes the calls, lets those in conversation"
                    + " go on for calls.stop-seconds, and waits for an emergency as long as it lasts.",
            "",
            "What is valid in the configuration but surely not meant, such as no opening hours, is logged as a warning.",
            "",
            "When the key of the records is missing, their database damaged or lost, or the disk full, it runs for"
                    + " emergencies only and says what to do. So it does with a configuration that is wrong, from the plan it kept beside"
                    + " it at the last start that was in order (emergency-plan.toml); without one it does not start. The same while the"
                    + " clock can't be right, as after a flat battery. When what is wrong has been mended and nobody is on the line, it starts"
                    + " anew by itself, with everything."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom serve --config ./anteroom.toml",
            "  systemctl start anteroom            (reads " + ConfigOption.DEFAULT + ")",
            "",
            "Exit codes: 0 stopped, also by SIGTERM and Ctrl-C; 1 it can't start; 75 it can't start now, for example because"
                    + " another one runs, or the clock is wrong and no plan is kept; 78 the configuration is wrong and no plan is kept."
        })
final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    /** The service manager tries again at once: what may pass by itself, or only looks as if it did not, is not asked for each
     *  second, with the whole of a start each time.
     */
    private static final Duration CALM = Duration.ofSeconds(10);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Override
    public Integer call() throws Failure, InterruptedException {
        ServiceNotice notice = ServiceNotice.of(System.getenv());
        Service service = new Service(
                config.file(), CallObserver.NONE, Optional.empty(), Service.LOOK, notice, Clock.systemUTC());
        handleSignals(service);
        try {
            service.run(this::tell);
        } catch (Failure trouble) {
            notice.status(trouble.sentence());
            if (trouble.code() != ExitCode.CONFIGURATION && notice.heard()) {
                Anteroom.complain(spec.commandLine().getErr(), "it is tried again in " + CALM.toSeconds() + " s");
                if (service.awaitStop(CALM)) {
                    // As asked: a stop that fails would leave the unit failed.
                    return ExitCode.DONE.status();
                }
            }
            throw trouble;
        }
        return ExitCode.DONE.status();
    }

    /** A stop may wait for an emergency as long as it lasts, and everything must work meanwhile. In a shutdown hook it would
     *  not: the voice (MaryTTS) shuts itself down in one of its own, beside ours. So a signal only says that it is to stop, and
     *  the thread that serves closes everything before the JVM ends.
     */
    private static void handleSignals(Service service) {
        // Closes what is still open where the JVM ends otherwise; nothing is, usually.
        Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop"));
        for (UnixSignal told : List.of(UnixSignal.TERM, UnixSignal.INT)) {
            if (told.handle(() -> stop(service)) == UnixSignal.Handling.UNHANDLED) {
                LOG.warn(
                        "SIG{} can't be handled: what isn't rendered can't be spoken while a stop waits for calls.",
                        told);
            }
        }
        if (UnixSignal.HUP.handle(service::reloadBySignal) != UnixSignal.Handling.HANDLED) {
            LOG.warn("SIGHUP does not reload, as this was started: use anteroom reload.");
        }
    }

    /** While it starts, nobody is on the line and a stage may take a minute: it ends at once. */
    private static void stop(Service service) {
        service.stop();
        if (!service.running()) {
            Anteroom.end(ExitCode.DONE);
        }
    }

    private void tell(StartingPoint from) {
        if (from.config().isEmpty()) {
            Anteroom.complain(spec.commandLine().getErr(), from.trouble());
        }
        from.config().map(Doubts::of).orElse(List.of()).forEach(doubt -> LOG.warn("{}: {}", from.file(), doubt));
    }
}
