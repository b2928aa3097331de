package org.anteroom.agent.rehearsal;

import java.io.IOException;
import java.util.Optional;

/** Makes the call of a drill with a phone of a test of another room. */
public final class DrillDial {

    private DrillDial() {}

    public static PhoneCall dial(Phone phone, String number, String token) throws IOException {
        return phone.dial(number, Optional.of(token));
    }
}
