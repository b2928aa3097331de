package org.anteroom.agent.rehearsal.caller;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes out what is asked from the words alone, by keywords: sentences may be worded in any way, or misheard in part. Any
 *  thread.
 */
final class Ear {
    private static final int ENOUGH = 3;
    /** What is only told, and so counts after everything that is asked. */
    private static final Set<Asked> TOLD = EnumSet.of(
            Asked.DONE, Asked.LOST, Asked.NONE_FREE, Asked.BYE, Asked.NOTHING, Asked.HOLD, Asked.PATIENCE, Asked.HINT);

    /** Words in a row, and how much they tell. */
    private record Key(Asked asked, int weight, Pattern words) {}

    private static final List<Key> KEYS = keys();

    private Ear() {}

    private static List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        Asked asked = Asked.NOTHING;
        for (String line : lines()) {
            if (line.startsWith("[")) {
                String heading = line.substring(1, line.length() - 1);
                asked = Arrays.stream(Asked.values())
                        .filter(each -> each.heading().equals(heading))
                        .findFirst()
                        .orElseThrow();
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                String[] parts = line.split(" ", 2);
                String words = Pattern.quote(parts[1]).replace("*", "\\E(\\w+ ){0,3}\\w+\\Q");
                keys.add(new Key(asked, Integer.parseInt(parts[0]), Pattern.compile("\\b" + words + "\\b")));
            }
        }
        return keys;
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(Ear.class.getResourceAsStream("ear.txt"), "ear.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param said everything the agent said before it waited */
    static Heard hear(String said) {
        List<String> sentences = Arrays.stream(said.split("(?<=[.?!])\\s+(?=[A-Z0-9\"])"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        EnumSet<Asked> all = EnumSet.noneOf(Asked.class);
        Asked asked = Asked.NOTHING;
        String question = "";
        for (String sentence : sentences) {
            Asked one = of(sentence);
            all.add(one);
            told(sentence, all);
            // The last thing that is asked is what waits for an answer.
            if (!TOLD.contains(one) || (TOLD.contains(asked) && one != Asked.NOTHING)) {
                asked = one;
                question = sentence;
            }
        }
        all.remove(Asked.NOTHING);
        return new Heard(asked, all, question, sentences);
    }

    /** Whether the last sentence asks something. */
    static boolean asks(String said) {
        Heard heard = hear(said);
        boolean last = heard.sentences().isEmpty()
                || heard.question()
                        .equals(heard.sentences().get(heard.sentences().size() - 1));
        return last && !TOLD.contains(heard.asked());
    }

    /** What is told beside what is asked in one sentence. */
    private static void told(String sentence, Set<Asked> all) {
        String plain = plain(sentence);
        for (Key key : KEYS) {
            if (TOLD.contains(key.asked) && key.words.matcher(plain).find()) {
                all.add(key.asked);
            }
        }
    }

    /** What one sentence asks, or tells. */
    static Asked of(String sentence) {
        String plain = plain(sentence);
        Asked best = Asked.NOTHING;
        int most = ENOUGH - 1;
        for (Asked asked : Asked.values()) {
            int score = 0;
            for (Key key : KEYS) {
                if (key.asked == asked && key.words.matcher(plain).find()) {
                    score = Math.max(score, key.weight);
                }
            }
            if (score > 0 && !TOLD.contains(asked) && sentence.endsWith("?")) {
                score++;
            }
            if (score > most) {
                most = score;
                best = asked;
            }
        }
        return best;
    }

    private static String plain(String sentence) {
        return sentence.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9' ]", " ")
                .replaceAll(" +", " ")
                .strip();
    }
}
