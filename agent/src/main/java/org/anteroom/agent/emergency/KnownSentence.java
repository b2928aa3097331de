package org.anteroom.agent.emergency;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A labelled sentence of our own, from {@code sentences-*.tsv}.
 *
 * @param id wording's family and number: {@code m-chest-weight-03}
 * @param practice where it is heard: {@code dental}, {@code medical}, {@code mental-health}, {@code veterinary} or {@code any}
 * @param emergency whether a human must come
 * @param category what it is about: {@code chest-pain}
 * @param text lower case, as spoken
 */
record KnownSentence(String id, String practice, boolean emergency, String category, String text) {
    /** In how many parts sentences are judged by the others. */
    static final int PARTS = 5;

    static final List<String> FILES = List.of(
            "sentences-medical.tsv",
            "sentences-people.tsv",
            "sentences-dental-veterinary.tsv",
            "sentences-lookalike.tsv",
            "sentences-ordinary.tsv",
            "sentences-everyday.tsv",
            "sentences-plain-people.tsv",
            "sentences-plain-practices.tsv",
            "sentences-plain-harmless.tsv",
            "sentences-swearing.tsv");

    /** All of them, in the order of the files. */
    static List<KnownSentence> all() {
        List<KnownSentence> all = new ArrayList<>();
        for (String file : FILES) {
            for (TsvFile.Row row : TsvFile.read(file).rows()) {
                all.add(new KnownSentence(
                        row.column(0), row.column(1), row.column(2).equals("emergency"), row.column(3), row.column(4)));
            }
        }
        return all;
    }

    /** The same sentence, as somebody else understood it. */
    KnownSentence heardAs(String heard) {
        return new KnownSentence(id, practice, emergency, category, heard);
    }

    /** Neither an emergency nor worded like one. */
    boolean ordinary() {
        return category.equals("ordinary");
    }

    /** Sentences of one wording: none of them may judge another. */
    String family() {
        return family(id);
    }

    static String family(String id) {
        return id.substring(0, id.lastIndexOf('-'));
    }

    /**
     * Which of the {@value #PARTS} parts each sentence belongs to when one part is to be judged by what was learned from the others:
     * whole families, never single sentences.
     */
    static int[] parts(List<KnownSentence> sentences) {
        List<String> families = sentences.stream()
                .map(KnownSentence::family)
                .distinct()
                .sorted()
                .toList();
        return sentences.stream()
                .mapToInt(sentence -> Collections.binarySearch(families, sentence.family()) % PARTS)
                .toArray();
    }
}
