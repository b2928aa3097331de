package org.anteroom.agent.cli;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.anteroom.agent.cli.ControlRequest.Verb;

/** Tells how the service is, as one line of JSON; passes on everything else. Any thread. */
record StatusDesk(ControlDesk others, Supplier<ServiceStatus> status) implements ControlDesk {

    @Override
    public void serve(ControlRequest request, String actor, Consumer<String> lines) throws Failure {
        if (request.verb() == Verb.SHOW_STATUS) {
            lines.accept(StatusJson.write(status.get()));
        } else {
            others.serve(request, actor, lines);
        }
    }
}
