package org.anteroom.agent.notice;

import java.text.Normalizer;

/**
 * The words of a one-time code, as they stand on a phone that others may see: who sends it and that it is for nobody else's
 * ears, nothing of why. Only characters that every alphabet of texts has, in one text of 160.
 */
final class CodeText {
    private static final int LONGEST_NAME = 40;

    private CodeText() {}

    /** @param practice as it is called outwardly */
    static String of(String code, String practice) {
        return code + " is your code for " + plain(practice)
                + ". Enter it only in the call that you made. Nobody from the practice will ask you for it.";
    }

    private static String plain(String name) {
        String bare = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9 .,'&/()-]", " ")
                .replaceAll(" +", " ")
                .strip();
        String cut =
                bare.length() > LONGEST_NAME ? bare.substring(0, LONGEST_NAME).strip() : bare;
        return cut.isEmpty() ? "the office" : cut;
    }
}
