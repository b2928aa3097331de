package org.anteroom.agent.emergency;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All context rules, compiled: decides what a hit means among the words around it. */
final class Contexts {

    /** How far context reads to either side of a hit, in tokens. */
    private static final int REACH = 16;

    private final List<ContextRule> rules;
    private final int subject;
    private final PhraseNet before;
    private final PhraseNet after;
    private final PhraseNet covers;

    Contexts(List<ContextRule> rules, Lexicon lexicon) {
        this.rules = List.copyOf(rules);
        this.subject = lexicon.wordClass("SUBJECT");
        this.before = net(ContextRule::left);
        this.after = net(ContextRule::right);
        this.covers = net(ContextRule::cover);
    }

    /** Rules without this side get a phrase that matches nothing, so that ids stay places in the list. */
    private PhraseNet net(Function<ContextRule, Optional<Phrase>> side) {
        return PhraseNet.of(rules.stream()
                .map(rule -> side.apply(rule).orElse(new Phrase.Choice(List.of())))
                .toList());
    }

    /** A stretch of tokens that has a meaning of its own, by the context with this number. */
    record Cover(int context, int from, int to) {}

    /** The covering phrases among the tokens. */
    List<Cover> covers(HeardRun run) {
        List<Cover> found = new ArrayList<>();
        for (int at = 0; at < run.size(); at++) {
            int from = at;
            covers.find(
                    run.symbols(), at, 1, run.size(), (id, tokens) -> found.add(new Cover(id, from, from + tokens)));
        }
        return found;
    }

    /**
     * What a hit means in its context.
     *
     * @param waits whether more words than usual must be waited for
     * @param contexts the names of those that changed it
     */
    record Judged(Grade grade, boolean waits, List<String> contexts) {}

    /** The grade a rule's hit on the tokens {@code from} (inclusive) to {@code to} (exclusive) has in its context. */
    Judged judged(Rule rule, HeardRun run, int from, int to, List<Cover> covering) {
        boolean[] left = new boolean[rules.size()];
        boolean[] right = new boolean[rules.size()];
        int leftEnd = Math.max(run.utteranceStart(from), from - REACH) - 1;
        before.find(run.symbols(), from - 1, -1, leftEnd, (id, tokens) -> left[id] = true);
        after.find(run.symbols(), to, 1, Math.min(run.size(), to + REACH), (id, tokens) -> right[id] = true);
        boolean hasSubject = Lexicon.holds(run.symbols()[from], subject);
        List<ContextRule> holding = new ArrayList<>();
        boolean recent = false;
        for (int id = 0; id < rules.size(); id++) {
            ContextRule context = rules.get(id);
            boolean sided = context.left().isPresent() || context.right().isPresent();
            boolean holds = sided
                    && (context.left().isEmpty() || left[id])
                    && (context.right().isEmpty() || right[id])
                    && !(context.bare() && hasSubject);
            if ((holds || covered(id, from, to, covering)) && context.worksOn(rule.category())) {
                holding.add(context);
                recent |= context.effect() == ContextRule.Effect.RECENT;
            }
        }
        return together(rule, holding, recent);
    }

    private static Judged together(Rule rule, List<ContextRule> holding, boolean recent) {
        Grade grade = rule.grade();
        boolean waits = false;
        List<String> contexts = new ArrayList<>();
        for (ContextRule context : holding) {
            switch (context.effect()) {
                case KEEP -> {
                    return new Judged(rule.grade(), false, List.of(context.name()));
                }
                case WAIT -> waits |= !recent;
                case RECENT -> contexts.add(context.name());
                case PAST, CANCEL, CONCERN -> {
                    if (!recent || context.effect() != ContextRule.Effect.PAST) {
                        contexts.add(context.name());
                        grade = weaker(grade, context.effect());
                    }
                }
            }
        }
        return new Judged(grade, waits, contexts);
    }

    private static boolean covered(int context, int from, int to, List<Cover> covering) {
        for (Cover cover : covering) {
            if (cover.context() == context && cover.from() < to && from < cover.to()) {
                return true;
            }
        }
        return false;
    }

    private static Grade weaker(Grade grade, ContextRule.Effect effect) {
        if (effect != ContextRule.Effect.CONCERN) {
            return Grade.NONE;
        }
        return grade == Grade.ALARM ? Grade.CONCERN : grade;
    }
}
