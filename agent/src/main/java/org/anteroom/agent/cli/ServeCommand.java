package org.anteroom.agent.cli;

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
                    + " it at the last start that was in order (emergency-plan.toml); without one it does not start. When what is wrong has been"
                    + " mended and nobody is on the line, it starts anew by itself, with everything."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom serve --config ./anteroom.toml",
            "  systemctl start anteroom            (reads " + ConfigOption.DEFAULT + ")",
            "",
            "Exit codes: 0 stopped; 1 it can't start; 75 it can't start now, for example because another one runs; 78 the"
                    + " configuration is wrong and no plan is kept. A process ended by SIGTERM reports 143."
        })
final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    /** The service manager tries again at once: what may pass by itself is not asked for each second. */
    private static final Duration CALM = Duration.ofSeconds(10);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Override
    public Integer call() throws Failure, InterruptedException {
        ServiceNotice notice = ServiceNotice.of(System.getenv());
        Service service = new Service(config.file(), CallObserver.NONE, Optional.empty(), Service.LOOK, notice);
        Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop"));
        HangUpSignal.handle(service::reloadBySignal);
        try {
            service.run(this::tell);
        } catch (Failure trouble) {
            notice.status(trouble.sentence());
            if (trouble.code() == ExitCode.TEMPORARY && notice.heard()) {
                Anteroom.complain(spec.commandLine().getErr(), "it is tried again in " + CALM.toSeconds() + " s");
                service.awaitStop(CALM);
            }
            throw trouble;
        }
        return ExitCode.DONE.status();
    }

    private void tell(StartingPoint from) {
        if (from.config().isEmpty()) {
            Anteroom.complain(spec.commandLine().getErr(), from.trouble());
        }
        from.config().map(Doubts::of).orElse(List.of()).forEach(doubt -> LOG.warn("{}: {}", from.file(), doubt));
    }
}
