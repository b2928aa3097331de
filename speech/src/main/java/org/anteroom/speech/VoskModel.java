package org.anteroom.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vosk.LibVosk;
import org.vosk.Model;

/** A Vosk model folder, loaded. About 200 MB, shared by all recognisers. */
final class VoskModel implements SpeechModel {
    private static final int LOG_NOTHING = -1;
    private static final List<String> NEEDED = List.of("am/final.mdl", "conf/mfcc.conf", "conf/model.conf", "graph");

    private final Model model;
    private final boolean grammars;

    private VoskModel(Model model, boolean grammars) {
        this.model = model;
        this.grammars = grammars;
    }

    /** Checks the folder first: the native loader ends the process on some broken ones. */
    static VoskModel load(Path folder) throws IOException {
        for (String each : NEEDED) {
            if (!Files.isReadable(folder.resolve(each))) {
                throw new IOException("the speech model folder " + folder.toAbsolutePath() + " has no readable " + each
                        + ": set the folder of an unpacked Vosk model");
            }
        }
        try {
            LibVosk.vosk_set_log_level(LOG_NOTHING);
            Model model = new Model(folder.toString());
            return new VoskModel(model, Files.exists(folder.resolve("graph/Gr.fst")));
        } catch (UnsatisfiedLinkError e) {
            throw new IOException("the recogniser's native library (libvosk) can't be loaded: " + e.getMessage(), e);
        }
    }

    @Override
    public Recogniser open() throws IOException {
        return VoskRecogniser.open(model);
    }

    @Override
    public Recogniser grammar(List<String> phrases) throws IOException {
        if (!grammars) {
            throw new IOException("this model has a fixed graph (no graph/Gr.fst) and can't listen for phrases alone");
        }
        return VoskRecogniser.grammar(model, phrases);
    }

    @Override
    public void close() {
        model.close();
    }
}
