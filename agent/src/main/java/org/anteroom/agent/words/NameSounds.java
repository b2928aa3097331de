package org.anteroom.agent.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a name may sound, one character a sound: vowels among {@code aeiou}, {@code S} for sh, {@code C} for ch, {@code T} for th. American
 * mouths give Spanish, German and Vietnamese spellings several sounds; all of them are kept.
 */
final class NameSounds {

    /** Readings that are followed of one spelling. */
    private static final int MOST = 12;

    private static final Map<String, List<String>> IRREGULAR = irregular();

    /** Vowels before a consonant and a silent e. */
    private static final Map<Character, List<String>> LONG = Map.of(
            'a', List.of("ei"), 'e', List.of("i"), 'i', List.of("ai", "i"), 'o', List.of("ou"), 'u', List.of("u"));

    /** A spelling and its sounds, tried in this order at every letter. */
    private record Rule(String spelling, String followedBy, boolean atStart, List<String> sounds) {}

    private static final List<Rule> RULES = List.of(
            start("jua", "wa", "hwa"),
            start("kn", "n"),
            start("gn", "n"),
            start("wr", "r"),
            start("ps", "s"),
            start("pf", "f"),
            start("mc", "mak", "mik"),
            start("mac", "mak"),
            start("x", "s", "S"),
            start("sch", "S", "sk"),
            start("hs", "S"),
            start("zh", "j"),
            start("tsch", "C"),
            rule("tsch", "C"),
            rule("tch", "C"),
            rule("sch", "S"),
            rule("ght", "t"),
            rule("gh", "", "g", "f"),
            rule("ph", "f"),
            rule("sh", "S"),
            rule("ch", "C", "k", "S"),
            rule("th", "T", "t"),
            rule("ck", "k"),
            rule("dg", "j"),
            rule("qu", "k", "kw"),
            rule("wh", "w"),
            rule("rh", "r"),
            rule("ll", "l", "i"),
            rule("sz", "s", "S"),
            rule("cz", "C"),
            rule("tz", "ts", "s"),
            before("c", "eiy", "s"),
            before("g", "eiy", "g", "j", "h"),
            rule("c", "k"),
            rule("q", "k"),
            rule("x", "ks", "s"),
            rule("j", "j", "h", "i"),
            rule("z", "s"),
            rule("w", "w", "v"),
            rule("augh", "o"),
            rule("eigh", "ei"),
            rule("igh", "ai"),
            rule("eau", "o"),
            rule("ee", "i"),
            rule("ea", "i", "e"),
            rule("ie", "i", "ai"),
            rule("ei", "ai", "i", "ei"),
            rule("ey", "i", "ei"),
            rule("ai", "ei", "ai"),
            rule("ay", "ei"),
            rule("au", "o", "au"),
            rule("aw", "o"),
            rule("ou", "u", "ou"),
            rule("oe", "ou", "u", "oi"),
            rule("oo", "u"),
            rule("ow", "ou", "au", "ov"),
            rule("ue", "u"),
            rule("ew", "u"));

    private static final Map<Character, List<Rule>> BY_LETTER =
            RULES.stream().collect(Collectors.groupingBy(rule -> rule.spelling().charAt(0)));

    private NameSounds() {}

    private static Rule rule(String spelling, String... sounds) {
        return new Rule(spelling, "", false, List.of(sounds));
    }

    private static Rule start(String spelling, String... sounds) {
        return new Rule(spelling, "", true, List.of(sounds));
    }

    private static Rule before(String spelling, String followedBy, String... sounds) {
        return new Rule(spelling, followedBy, false, List.of(sounds));
    }

    private static Map<String, List<String>> irregular() {
        Map<String, List<String>> sounds = new HashMap<>();
        Phrases.entries("name-sounds.txt").forEach((name, keys) -> sounds.put(name.replace(" ", ""), keys));
        return sounds;
    }

    /** The sounds of one name of lower-case letters, likeliest first; at least one. */
    static Set<String> of(String name) {
        Set<String> sounds = new LinkedHashSet<>();
        for (String plain : IRREGULAR.getOrDefault(name, List.of())) {
            sounds.addAll(spoken(plain));
        }
        sounds.addAll(spoken(name));
        return sounds;
    }

    private static List<String> spoken(String name) {
        String spelled = silentEnd(name);
        if (!spelled.equals(name) && LONG.containsKey(spelled.charAt(spelled.length() - 2)) && isLong(spelled)) {
            return longVowel(spelled);
        }
        return regular(spelled);
    }

    /** The silent e of "rose" tells its vowel from that of "ross". */
    private static boolean isLong(String spelled) {
        int vowel = spelled.length() - 2;
        return vowel == 0 || !isVowel(spelled.charAt(vowel - 1));
    }

    private static List<String> longVowel(String spelled) {
        int vowel = spelled.length() - 2;
        List<String> end = regular(spelled.substring(vowel + 1));
        List<String> readings = new ArrayList<>();
        for (String sound : LONG.getOrDefault(spelled.charAt(vowel), List.of())) {
            for (String begin : vowel == 0 ? List.of("") : regular(spelled.substring(0, vowel))) {
                readings.add(single(begin + sound + end.get(0)));
            }
        }
        return readings;
    }

    private static List<String> regular(String spelled) {
        List<String> readings = List.of("");
        for (int at = 0; at < spelled.length(); ) {
            int here = at;
            Rule rule = BY_LETTER.getOrDefault(spelled.charAt(at), List.of()).stream()
                    .filter(each -> applies(each, spelled, here))
                    .findFirst()
                    .orElse(rule(spelled.substring(at, at + 1), letter(spelled, at)));
            List<String> longer = new ArrayList<>();
            for (String sound : rule.sounds()) {
                readings.forEach(reading -> longer.add(reading + sound));
            }
            readings = longer.subList(0, Math.min(MOST, longer.size()));
            at += rule.spelling().length();
        }
        return readings.stream().map(NameSounds::single).toList();
    }

    private static String silentEnd(String name) {
        boolean silent = name.length() > 3 && name.endsWith("e") && !isVowel(name.charAt(name.length() - 2));
        return silent ? name.substring(0, name.length() - 1) : name;
    }

    private static boolean applies(Rule rule, String name, int at) {
        int end = at + rule.spelling().length();
        boolean followed = rule.followedBy().isEmpty()
                || (end < name.length() && rule.followedBy().indexOf(name.charAt(end)) >= 0);
        return name.startsWith(rule.spelling(), at) && followed && (at == 0 || !rule.atStart());
    }

    /** Y is a vowel but at the beginning; h is heard only before one. */
    private static String letter(String name, int at) {
        char letter = name.charAt(at);
        if (letter == 'y') {
            return "i";
        }
        boolean heard = letter != 'h'
                || (at + 1 < name.length() && (isVowel(name.charAt(at + 1)) || name.charAt(at + 1) == 'y'));
        return heard ? String.valueOf(letter) : "";
    }

    static boolean isVowel(char letter) {
        return "aeiou".indexOf(letter) >= 0;
    }

    private static String single(String sounds) {
        StringBuilder single = new StringBuilder();
        for (int i = 0; i < sounds.length(); i++) {
            char sound = sounds.charAt(i);
            if (single.isEmpty() || single.charAt(single.length() - 1) != sound) {
                single.append(sound);
            }
        }
        return single.toString();
    }
}
