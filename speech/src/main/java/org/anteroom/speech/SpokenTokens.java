package org.anteroom.speech;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import marytts.util.dom.DomUtils;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * Our tokeniser for MaryTTS, which came without one: text to its TOKENS document, in which every word and every
 * punctuation mark is a token (the comma makes the phrase break, the question mark the rising tone) and sentences are
 * marked. Names with a configured pronunciation carry it, and so does the letter A, which Mary would say as the article.
 */
final class SpokenTokens {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z']+|[.,?!]");
    private static final String LETTER_A = "' EI";

    private final Map<String, String> pronunciations;

    /** @param pronunciations phonemes by word in lower case */
    SpokenTokens(Map<String, String> pronunciations) {
        this.pronunciations = pronunciations;
    }

    /** The words and punctuation of written text, as they will be said. */
    static List<String> of(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(SpokenText.words(text));
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    static boolean isWord(String token) {
        return Character.isLetter(token.charAt(token.length() - 1));
    }

    Document document(String text, Tempo tempo) {
        try {
            return DomUtils.parseDocument(markup(text, tempo), false);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("text could not be made a MaryXML document");
        }
    }

    /** The MaryXML; also what identifies a render, since it holds everything that decides how it sounds. */
    String markup(String text, Tempo tempo) {
        StringBuilder sentences = new StringBuilder();
        List<String> tokens = of(text);
        boolean inSentence = false;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            sentences
                    .append(inSentence ? "" : "<s>")
                    .append(element(tokens, i))
                    .append(token.equals(",") ? tempo.pause() : "");
            inSentence = !token.matches("[.?!]");
            sentences.append(inSentence ? "" : "</s>");
        }
        sentences.append(inSentence ? "</s>" : "");
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<maryxml xmlns=\"http://mary.dfki.de/2002/MaryXML\" version=\"0.5\" xml:lang=\"en-US\"><p>"
                + tempo.paced(sentences.toString())
                + "</p></maryxml>";
    }

    private String element(List<String> tokens, int i) {
        String token = tokens.get(i);
        String phonemes = pronunciations.get(token.toLowerCase(Locale.ROOT));
        if (phonemes == null && isLetterA(tokens, i)) {
            phonemes = LETTER_A;
        }
        String attribute = phonemes == null ? "" : " ph=\"" + phonemes.replace("\"", "&quot;") + "\"";
        return "<t" + attribute + ">" + token + "</t>";
    }

    /** A capital A inside a sentence, or before another letter or a digit's name in capitals: not the article. */
    private static boolean isLetterA(List<String> tokens, int i) {
        if (!tokens.get(i).equals("A")) {
            return false;
        }
        boolean first = i == 0 || tokens.get(i - 1).matches("[.?!]");
        return !first || (i + 1 < tokens.size() && tokens.get(i + 1).matches("[B-HJ-Z]"));
    }
}
