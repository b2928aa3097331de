package org.anteroom.agent.cli.setup;

/** One step: says why it asks, asks, takes the answers over into the draft, and proves them where they can be proved. */
interface Step {

    StepName name();

    Result go(Visit visit) throws Stopped, InterruptedException;
}
