package org.anteroom.agent.cli.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What else there is of Anteroom on this machine: the running service, and the rules of a configuration. */
public interface Installation {

    /** What the running service is asked to do. */
    enum Errand {
        /** Rings everybody on call, as the service knows them. */
        TEST_ON_CALL,
        /** Makes a drill with one phrase. */
        DRILL
    }

    /** Whether a service answers there.
     *
     *  @param socket its control socket
     */
    boolean serviceAnswers(Path socket);

    /** The line of a running service.
     *
     *  @param pbx host and port
     *  @param since when it is as it is, on the practice's clock
     *  @param failure why an attempt failed last; empty when none has
     */
    record ServiceLine(boolean registered, String extension, String pbx, String since, String failure) {}

    /** How the line of the service stands; empty when it doesn't say so to this user. */
    Optional<ServiceLine> line(Path socket);

    /** Whether a caller of the running service has an emergency, or phones may still ring for one who has hung up. */
    boolean emergency(Path socket);

    /** Asks the service for something and shows what it says.
     *
     *  @return why it did not come out; empty when it did
     */
    Optional<String> ask(Path socket, Errand errand, Consumer<String> lines);

    /** Tells the service that the fall-back rang a phone after so many ms, so that its report has it. */
    void keepFallBack(Path socket, long rangMs);

    /** Tells the service how many of all people on call pressed the key when they were rung for a test.
     *
     *  @return whether it has it now
     */
    boolean keepOnCallTest(Path socket, int confirmed, int people);

    /** Everything that is wrong with a configuration, a line each; empty when the service would start with it. */
    List<String> problems(Path config);

    /** What is valid in it and surely not meant. */
    List<String> notices(Path config);

    /** What a configuration that can be used doesn't give yet, and a practice needs before patients call: a line each. */
    List<String> lacking(Path config);

    /** Makes the key of the records and their folder where the configuration names some that aren't there.
     *
     *  @return what was made, a line each
     */
    List<String> makeRecords(Path config);

    /** Whether this user can start the installed service. */
    boolean canStart();

    /** Starts the installed service, or starts it again, and waits until the new one answers, for a minute at most.
     *
     *  @return why it doesn't; empty when it does
     */
    Optional<String> start(Path socket);
}
