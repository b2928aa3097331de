package org.anteroom.agent.cli;

import java.nio.file.Path;
import java.util.List;
import org.anteroom.agent.call.DutyBook;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.OncallPin;
import org.anteroom.agent.config.PinFile;
import org.anteroom.agent.dialogue.DutyNews;
import org.anteroom.agent.emergency.DutyChoice;
import org.anteroom.agent.emergency.HandOver;

/** The plan in force and the PINs beside the configuration, for hand-overs by phone. Any thread; blocks for seconds at most.
 *
 *  @param config the configuration; the PINs lie beside it
 */
record DutyDesk(Path config, OncallBoard board, Trail trail) implements DutyBook {

    @Override
    public List<OncallPin> pins() throws ConfigException {
        return PinFile.read(PinFile.beside(config));
    }

    @Override
    public List<DutyChoice> choices(String who) {
        return board.choices(who);
    }

    @Override
    public DutyNews handOver(HandOver handOver) {
        return board.handOver(handOver);
    }

    @Override
    public void wrongPin(String who) {
        write(who, "wrong-pin");
    }

    @Override
    public void locked(String who) {
        write(who, "locked-out");
    }

    private void write(String who, String what) {
        trail.write("On-call hand-over by phone", Actor.byPhone(who), "oncall.hand-over", what);
    }
}
