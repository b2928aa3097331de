package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.OncallPin;
import org.anteroom.agent.config.PinFile;

/**
 * Makes or removes the PIN of one person in a file of them. It is asked for at the terminal, unseen.
 *
 * @param who as the configuration names them
 */
record PinChange(Path file, String who) {

    /** @throws Failure where they have none, or the file can't be used */
    void remove() throws Failure {
        List<OncallPin> pins = kept();
        if (!pins.removeIf(pin -> pin.who().equals(who))) {
            throw Failure.failed("They have no PIN.");
        }
        write(pins);
    }

    /**
     * Asks for a new one, and keeps it.
     *
     * @param numbers of the phones it may be typed at: it may be the end of none
     * @throws Failure where it may not be used, or the file can't
     */
    void make(List<String> numbers) throws Failure {
        List<OncallPin> pins = kept();
        char[] pin = new PinEntry().pin(numbers);
        try {
            pins.removeIf(each -> each.who().equals(who));
            if (pins.stream().anyMatch(other -> other.matches(pin))) {
                throw Failure.usage("That PIN can't be used; choose another.");
            }
            pins.add(OncallPin.of(who, pin, new SecureRandom()));
            write(pins);
        } finally {
            Arrays.fill(pin, '0');
        }
    }

    private List<OncallPin> kept() throws Failure {
        try {
            return new ArrayList<>(PinFile.read(file));
        } catch (ConfigException damaged) {
            throw Failure.configuration(damaged.getMessage() + "\nRemove that file and make every PIN anew.");
        }
    }

    private void write(List<OncallPin> pins) throws Failure {
        try {
            PinFile.write(file, pins);
        } catch (IOException e) {
            throw Failure.failed("The PINs can't be kept in " + file + " ("
                    + e.getClass().getSimpleName() + "): let " + Actor.ofThisProcess() + " write to that folder.");
        }
    }
}
