package org.anteroom.agent.rehearsal;

import java.util.List;

/** Word errors of a recognition: substitutions, insertions and deletions (Levenshtein) over the words that were said.
 *
 *  @param errors least number of changes that turn what was heard into what was said
 *  @param words words that were said
 */
record WordErrors(int errors, int words) {

    static final WordErrors NONE = new WordErrors(0, 0);

    static WordErrors between(List<String> said, List<String> heard) {
        int[] row = new int[heard.size() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= said.size(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (said.get(i - 1).equals(heard.get(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return new WordErrors(row[heard.size()], said.size());
    }

    WordErrors plus(WordErrors other) {
        return new WordErrors(errors + other.errors, words + other.words);
    }
}
