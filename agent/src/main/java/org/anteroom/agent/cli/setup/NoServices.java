package org.anteroom.agent.cli.setup;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.sip.LineSettings;
import org.anteroom.agent.sip.PbxAnswer;

/** The last gate before a PBX: whatever step asks, and wherever it has the number from, no service is rung. */
final class NoServices implements PracticePbx {
    private final PracticePbx pbx;
    private final Services services;

    NoServices(PracticePbx pbx, Services services) {
        this.pbx = pbx;
        this.services = services;
    }

    @Override
    public PbxAnswer ask(LineSettings.Pbx at, Optional<InetAddress> bind) throws InterruptedException {
        return pbx.ask(at, bind);
    }

    @Override
    public Registered register(Party party) throws InterruptedException {
        return pbx.register(party);
    }

    @Override
    public List<Rung> ring(Party party, List<String> numbers, String practice, char key)
            throws Stopped, InterruptedException {
        for (String number : numbers) {
            refuse(number);
        }
        return pbx.ring(party, numbers, practice, key);
    }

    @Override
    public FellBack fallBack(LineSettings.Pbx at, Optional<InetAddress> bind, Callers callers, String dial)
            throws Stopped, InterruptedException {
        refuse(dial);
        return pbx.fallBack(at, bind, callers, dial);
    }

    private void refuse(String number) throws Stopped {
        Optional<String> wrong = services.problem(number);
        if (wrong.isPresent()) {
            throw Stopped.configuration("Nothing was rung, and nothing was changed: " + wrong.get() + ".");
        }
    }
}
