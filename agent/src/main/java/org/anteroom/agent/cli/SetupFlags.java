package org.anteroom.agent.cli;

import org.anteroom.agent.cli.setup.Answer;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives {@code anteroom setup} a flag for everything it asks, so that none can be forgotten. */
final class SetupFlags implements IModelTransformer {

    @Override
    public CommandSpec transform(CommandSpec command) {
        for (Answer answer : Answer.values()) {
            command.addOption(OptionSpec.builder(answer.flag())
                    .paramLabel(answer.label())
                    .type(answer.repeatable() ? String[].class : String.class)
                    .arity("1")
                    .description(answer.help())
                    .build());
        }
        return command;
    }
}
