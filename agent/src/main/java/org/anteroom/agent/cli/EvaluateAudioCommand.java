package org.anteroom.agent.cli;

import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.anteroom.agent.emergency.Meaning;
import org.anteroom.agent.rehearsal.AudioEvaluation;
import org.anteroom.agent.rehearsal.AudioReport;
import org.anteroom.agent.rehearsal.LineQuality;
import org.anteroom.speech.EarSettings;
import org.anteroom.speech.Ears;
import org.anteroom.speech.SpeechCounters;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code anteroom evaluate audio FILE.tsv}. */
@Command(
        name = "audio",
        mixinStandardHelpOptions = true,
        description = {
            "Plays recorded sentences to the listening path of a call, faster than real time, and counts which ones"
                    + " the emergency detector fires on.",
            "",
            "FILE is UTF-8 text, tab separated, with a header line. Columns: file (WAV, 8 kHz mono, 16 bit, mu-law or A-law;"
                    + " relative to FILE) and text (what is said, lower case; 'keywords: ...' where there is no"
                    + " transcript); optional: id, kind (emergency must fire; not and request must not; any other counts"
                    + " for word errors only), practice, category, voice, noise. Practice and category of a case that"
                    + " names none are looked up by its id in the other tables (tsv) beside FILE; without a practice all"
                    + " practice types apply.",
            "",
            "Printed are what was done to the sound; recall, false alarms and word errors (wer) for all cases, each"
                    + " practice, category, voice and noise; how many emergencies and others became an alarm, a concern or"
                    + " nothing; 95 %% intervals (Wilson) in brackets; then one line for every miss, with what was heard,"
                    + " its best score, the known sentence nearest to it and any rule that a context took back, and for"
                    + " every false alarm, with the words of its rule or its score and the nearest known sentence.",
            "",
            "--json prints one object: recall, alarmRecall (part of the emergencies that became an alarm),"
                    + " falseAlarms, concernRate (part of the not and request rows that became a concern and no alarm),"
                    + " cases, misses (every case that went wrong: id, text, heard, label, what, reason), wer, decided"
                    + " (emergencies and others, each counted as alarm, concern, nothing), line (noiseDb, babbleDb, loss)."
                    + " Fractions are 0 to 1, null where there are no such rows."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom evaluate audio spoken.tsv",
            "  anteroom evaluate audio spoken.tsv --json | jq .recall",
            "  anteroom evaluate audio spoken.tsv --noise 15 --loss 5",
            "  anteroom evaluate audio spoken.tsv --babble 10 --plot trade-off.svg",
            "",
            "Exit codes: 0 measured, whatever the figures; 1 the recogniser can't be used or the drawing not be written;"
                    + " 2 FILE is wrong, or has nothing to draw."
        })
final class EvaluateAudioCommand implements Callable<Integer> {

    /** The recogniser is the work; two of them fill the two cores of a small machine. */
    private static final int THREADS = 2;

    @Mixin
    private Cases cases = new Cases();

    @Mixin
    private PlotOption plot = new PlotOption();

    @Option(
            names = "--model",
            paramLabel = "FOLDER",
            defaultValue = "",
            description = "Folder of a Vosk model; without it the one that was shipped.")
    private String model = "";

    @Option(
            names = "--noise",
            paramLabel = "DB",
            description = "Add pink noise, as rooms and lines have it, so many dB below the speech.")
    private @Nullable Double noise;

    @Option(
            names = "--babble",
            paramLabel = "DB",
            description = "Add other people's voices, so many dB below the speech.")
    private @Nullable Double babble;

    @Option(
            names = "--loss",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "Lose so many percent of the 20 ms packets and conceal them as in a call (default: none).")
    private double loss;

    private LineQuality line() throws Failure {
        if (loss < 0 || loss > 100) {
            throw Failure.usage("--loss must be 0 to 100 percent, not " + loss + ".");
        }
        return new LineQuality(decibels(noise), decibels(babble), loss / 100);
    }

    private static OptionalDouble decibels(@Nullable Double given) {
        return given == null ? OptionalDouble.empty() : OptionalDouble.of(given);
    }

    @Override
    public Integer call() throws Failure, InterruptedException {
        plot.check();
        Path folder = model.isEmpty() ? Home.model() : Path.of(model);
        AudioReport report = cases.print(file -> {
            try (Ears ears = new Ears(EarSettings.of(folder, THREADS, THREADS), new SpeechCounters());
                    Meaning meaning = Meaning.load()) {
                return new AudioEvaluation(ears, meaning, line(), THREADS).run(file);
            }
        });
        plot.write(report.plot());
        return ExitCode.DONE.status();
    }
}
