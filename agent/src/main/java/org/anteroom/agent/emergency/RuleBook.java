package org.anteroom.agent.emergency;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.words.HeardWord;

/**
 * The reviewed rules of the base set and of the given practice types, compiled. Immutable; make one per process.
 *
 * <p>Rules, word classes and contexts are the tab-separated files of {@code src/main/data/emergency}; {@link PhraseParser}
 * describes the pattern language.
 */
public final class RuleBook {

    /** Hits count for so long, ms. */
    private static final int WINDOW_MS = 20_000;
    /** A settle rule waits for so many more words at most. */
    private static final int SETTLING_WORDS = 2;

    /** The same where the context says that what was long ago may follow. */
    private static final int WAITING_WORDS = 6;

    private final Lexicon lexicon;
    private final List<Rule> rules;
    private final PhraseNet net;
    private final Contexts contexts;

    private RuleBook(Lexicon lexicon, List<Rule> rules, Contexts contexts) {
        this.lexicon = lexicon;
        this.rules = List.copyOf(rules);
        this.net = PhraseNet.of(rules.stream().map(Rule::phrase).toList());
        this.contexts = contexts;
    }

    /**
     * Base set, doubtful phrases and those of these practice types.
     *
     * @throws IllegalStateException when a rule file of this build is missing or malformed, or a rule of the base set is doubtful,
     *     naming file and line
     */
    public static RuleBook of(Set<PracticeType> types) {
        Lexicon lexicon = new Lexicon();
        PhraseParser parser = new PhraseParser(lexicon);
        for (TsvFile.Row row : TsvFile.read("classes.tsv").rows()) {
            define(row, parser);
        }
        List<Rule> rules = new ArrayList<>(baseSet(parser));
        rules.addAll(rules("doubtful", parser));
        for (PracticeType type : types.isEmpty() ? EnumSet.noneOf(PracticeType.class) : EnumSet.copyOf(types)) {
            rules.addAll(rules(type.id(), parser));
        }
        List<ContextRule> contexts = TsvFile.read("contexts.tsv").rows().stream()
                .map(row -> ContextRule.of(row, parser))
                .toList();
        return new RuleBook(lexicon, rules, new Contexts(contexts, lexicon));
    }

    /** The words of all files, those of every practice type. */
    static Lexicon lexicon() {
        return of(EnumSet.allOf(PracticeType.class)).lexicon;
    }

    private static void define(TsvFile.Row row, PhraseParser parser) {
        try {
            parser.define(row.column(0), row.column(1));
        } catch (IllegalArgumentException e) {
            throw row.problem(String.valueOf(e.getMessage()));
        }
    }

    private static List<Rule> rules(String file, PhraseParser parser) {
        return TsvFile.read(file + ".tsv").rows().stream()
                .map(row -> Rule.of(row, parser))
                .toList();
    }

    /** What nothing can vote down. */
    private static List<Rule> baseSet(PhraseParser parser) {
        return TsvFile.read("base.tsv").rows().stream()
                .map(row -> firm(row, Rule.of(row, parser)))
                .toList();
    }

    static Rule firm(TsvFile.Row row, Rule rule) {
        if (rule.timing() == Timing.DOUBTFUL) {
            throw row.problem("no rule of the base set may be doubtful");
        }
        return rule;
    }

    /** True when the rule with this number only counts while nothing follows it. */
    boolean closes(int id) {
        return rules.get(id).closes();
    }

    /** How many patterns there are. */
    public int size() {
        return rules.size();
    }

    /**
     * All rules found in the caller's words that end in the last turn.
     *
     * @param turns earlier turns of the last seconds, then the one being spoken, normalised
     * @param complete true when the last turn is over
     */
    List<Hit> hits(List<List<HeardWord>> turns, boolean complete) {
        HeardRun run = HeardRun.of(turns, lexicon);
        List<Hit> hits = new ArrayList<>();
        if (run.size() == run.turnStart()) {
            return hits;
        }
        List<Contexts.Cover> covering = contexts.covers(run);
        int oldest = run.startMs(run.size() - 1) - WINDOW_MS;
        for (int at = 0; at < run.size(); at++) {
            if (run.startMs(at) >= oldest) {
                find(run, at, covering, complete, hits);
            }
        }
        return hits;
    }

    /** Adds the shortest match of each rule that begins at the token; of rules that close a turn, the one that does. */
    private void find(HeardRun run, int from, List<Contexts.Cover> covering, boolean complete, List<Hit> hits) {
        BitSet found = new BitSet();
        net.find(run.symbols(), from, 1, run.size(), (id, tokens) -> {
            if (!found.get(id) && stands(rules.get(id), run, from, from + tokens)) {
                found.set(id);
                hits.add(hit(id, run, from, from + tokens, covering, complete));
            }
        });
    }

    private static boolean stands(Rule rule, HeardRun run, int from, int to) {
        return to > run.turnStart()
                && to > from
                && (!rule.opens() || run.utteranceStart(from) == from)
                && (!rule.closes() || to == run.size());
    }

    private Hit hit(int id, HeardRun run, int from, int to, List<Contexts.Cover> covering, boolean complete) {
        Rule rule = rules.get(id);
        Contexts.Judged judged = contexts.judged(rule, run, from, to, covering);
        int enough = judged.waits() ? WAITING_WORDS : SETTLING_WORDS;
        boolean waited = !rule.closes() && run.wordsAfter(to - 1) >= enough;
        boolean settled = complete || rule.timing() == Timing.IMMEDIATE || waited;
        return new Hit(id, rule, judged.grade(), judged.contexts(), settled, run.words(from, to));
    }
}
