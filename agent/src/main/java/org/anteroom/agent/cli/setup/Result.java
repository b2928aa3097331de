package org.anteroom.agent.cli.setup;

/** What became of a step.
 *
 *  @param said what was seen, in a few words
 *  @param todo what is left to do; empty for nothing
 */
record Result(Proof proof, String said, String todo) {

    /** How sure the answers of a step are. */
    enum Proof {
        PROVED("proved"),
        /** It was tried, or should have been, and did not come out. */
        NOT_PROVED("not proved"),
        SKIPPED("skipped"),
        /** There is nothing to prove in these answers. */
        NOTED("noted");

        private final String word;

        Proof(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Result proved(String said) {
        return new Result(Proof.PROVED, said, "");
    }

    static Result proved(String said, String todo) {
        return new Result(Proof.PROVED, said, todo);
    }

    static Result noted(String said) {
        return new Result(Proof.NOTED, said, "");
    }

    static Result skipped(String said, String todo) {
        return new Result(Proof.SKIPPED, said, todo);
    }

    static Result notProved(String said, String todo) {
        return new Result(Proof.NOT_PROVED, said, todo);
    }
}
