package org.anteroom.agent.cli;

import java.util.function.Consumer;

/** Shows and changes the levels of the log; passes on everything else. Any thread.
 *
 *  @param trail where it is written down who changed what
 */
record LogDesk(ControlDesk others, LogLevels levels, Trail trail) implements ControlDesk {

    @Override
    public void serve(ControlRequest request, String actor, Consumer<String> lines) throws Failure {
        switch (request.verb()) {
            case SHOW_LOG_LEVELS -> levels.lines().forEach(lines);
            case SET_LOG_LEVEL -> {
                String logger = request.word("logger");
                String done = levels.set(logger, request.word("level"), request.word("for"));
                trail.write("Level of the log", actor, "log.level", logger + "-" + request.word("level"));
                lines.accept(done);
            }
            default -> others.serve(request, actor, lines);
        }
    }
}
