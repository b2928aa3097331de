package org.anteroom.agent.cli.setup;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.anteroom.agent.rehearsal.DrillAccounts;
import org.anteroom.agent.rehearsal.SoundPorts;
import org.anteroom.agent.sip.LineSettings;
import org.anteroom.agent.sip.PbxAnswer;

/** The practice's PBX, as far as a setup tries it. Every verb blocks until it is known what came of it, within a minute. */
interface PracticePbx {

    /** Who calls or registers, and from where.
     *
     *  @param sound ports of its calls, which are those of the service: a firewall may let only these through
     */
    record Party(LineSettings.Pbx pbx, LineSettings.Account account, Optional<InetAddress> bind, SoundPorts sound) {}

    /** The extensions of drills.
     *
     *  @param auto the automatic phone, which would be rung if the PBX sent the call there
     */
    record Callers(DrillAccounts.Account caller, Optional<DrillAccounts.Account> auto) {}

    /** What came of a registration, which has ended again.
     *
     *  @param status the PBX's answer; 0 when there was none
     *  @param sentence what is wrong and what to do; empty when it registered
     *  @param local our own address
     *  @param seen where the PBX sees us
     */
    record Registered(
            int status, String sentence, Optional<InetSocketAddress> local, Optional<InetSocketAddress> seen) {
        boolean done() {
            return sentence.isEmpty();
        }
    }

    /** How a phone took a test call. */
    enum Took {
        /** The key came as an event. */
        KEY,
        /** It was answered, sound came, no key did. */
        NO_KEY,
        /** It was answered, and not one packet of sound came. */
        NO_SOUND,
        /** It rang and nobody answered. */
        NO_ANSWER,
        BUSY,
        /** The PBX refused with another status. */
        REFUSED,
        /** The PBX was silent, or there was no codec in common. */
        FAILED
    }

    /** One phone of a test call.
     *
     *  @param rangMs from the INVITE until it rang
     *  @param status the PBX's refusal; 0 when it didn't refuse
     *  @param sound whether RTP came from it
     */
    record Rung(String number, Took took, OptionalLong rangMs, int status, boolean sound) {}

    /** What a caller met while Anteroom wasn't registered.
     *
     *  @param rangMs from the INVITE until a phone rang; empty when none did
     *  @param by what says so
     *  @param problem empty when a phone rang in time
     */
    record FellBack(OptionalLong rangMs, String by, String problem) {}

    /** Asks with OPTIONS. */
    PbxAnswer ask(LineSettings.Pbx pbx, Optional<InetAddress> bind) throws InterruptedException;

    /** Registers and un-registers. */
    Registered register(Party party) throws InterruptedException;

    /** Rings phones together, says a sentence and waits for a key; each is hung up when it is done. Needs no registration.
     *
     *  @param practice the name that the sentence says
     *  @return in the order of the numbers
     *  @throws Stopped when one of them is a service; then none has rung
     */
    List<Rung> ring(Party party, List<String> numbers, String practice, char key) throws Stopped, InterruptedException;

    /** Calls as an outside caller would, by an extension of drills that registers for it, and hangs up as soon as a phone rings.
     *
     *  @throws Stopped when a service would be dialled
     */
    FellBack fallBack(LineSettings.Pbx pbx, Optional<InetAddress> bind, Callers callers, String dial)
            throws Stopped, InterruptedException;
}
