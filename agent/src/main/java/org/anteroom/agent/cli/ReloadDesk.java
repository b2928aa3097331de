package org.anteroom.agent.cli;

import java.util.function.Consumer;

/** Answers the command that reads the configuration anew, passes on all others. Any thread. */
record ReloadDesk(ControlDesk others, Reloading reloading, Trail trail) implements ControlDesk {

    @Override
    public void serve(ControlRequest request, String actor, Consumer<String> lines) throws Failure {
        if (request.verb() == ControlRequest.Verb.RELOAD) {
            reloading.reload(lines);
            trail.write("Reload of the configuration", actor, "config.reload", "configuration");
        } else {
            others.serve(request, actor, lines);
        }
    }
}
