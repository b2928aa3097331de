package org.anteroom.speech;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Written text to the words that are to be said: 911 is "nine one one", 10:00 is "ten o'clock", "12 Oak St." is "twelve
 * oak street", AB7 is "A B seven". The synthesiser would say nine hundred eleven, ten a m, saint.
 *
 * <p>The result holds words and the punctuation , . ? ! only; letters to be named are single capitals. Rules run in the
 * order of the list: what is more special comes first.
 */
public final class SpokenText {
    private record Rule(Pattern pattern, Function<MatchResult, String> words) {}

    private static final String MONTHS =
            "January|February|March|April|May|June|July|August|September|October|November|December";
    private static final List<String> MONTH_NAMES = List.of(MONTHS.split("\\|"));
    private static final String DAYS = "Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun";
    private static final String STREETS = "St|Ave|Blvd|Rd|Ln|Ct|Pkwy|Hwy|Dr|Sq|Pl";

    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            entry("dr", "doctor"),
            entry("mr", "mister"),
            entry("mrs", "missus"),
            entry("ms", "miss"),
            entry("prof", "professor"),
            entry("jr", "junior"),
            entry("sr", "senior"),
            entry("st", "saint"),
            entry("ave", "avenue"),
            entry("blvd", "boulevard"),
            entry("rd", "road"),
            entry("ln", "lane"),
            entry("ct", "court"),
            entry("pkwy", "parkway"),
            entry("hwy", "highway"),
            entry("sq", "square"),
            entry("pl", "place"),
            entry("ste", "suite"),
            entry("apt", "apartment"),
            entry("fl", "floor"),
            entry("bldg", "building"),
            entry("ext", "extension"),
            entry("approx", "about"),
            entry("appt", "appointment"),
            entry("etc", "and so on"),
            entry("vs", "versus"),
            entry("inc", "incorporated"),
            entry("min", "minutes"),
            entry("hr", "hours"),
            entry("hrs", "hours"),
            entry("dept", "department"),
            entry("mon", "Monday"),
            entry("tue", "Tuesday"),
            entry("tues", "Tuesday"),
            entry("wed", "Wednesday"),
            entry("thu", "Thursday"),
            entry("thur", "Thursday"),
            entry("thurs", "Thursday"),
            entry("fri", "Friday"),
            entry("sat", "Saturday"),
            entry("sun", "Sunday"),
            entry("jan", "January"),
            entry("feb", "February"),
            entry("mar", "March"),
            entry("apr", "April"),
            entry("jun", "June"),
            entry("jul", "July"),
            entry("aug", "August"),
            entry("sep", "September"),
            entry("sept", "September"),
            entry("oct", "October"),
            entry("nov", "November"),
            entry("dec", "December"));

    private static final List<Rule> RULES = List.of(
            rule("\\p{M}+", m -> ""),
            rule("[\\u2018\\u2019\\u02bc`]", m -> "'"),
            rule("(?<=\\d)\\s?[\\u2013\\u2014]\\s?(?=\\d)", m -> "-"),
            rule("\\s*[\\u2013\\u2014]\\s*", m -> ", "),
            rule("[^\\x00-\\x7f]+", m -> " "),
            rule("&", m -> " and "),
            rule(
                    "\\b(" + DAYS + ")\\s?-\\s?(" + DAYS + ")\\b",
                    m -> expanded(m.group(1)) + " to " + expanded(m.group(2))),
            rule("#\\s?(?=\\d)", m -> " number "),
            // "12 Oak St.", "Elm Dr.", but "St. Mary", "Dr. Kim"
            rule(
                    "(\\d+(?: [NSEW]\\.?)? [A-Z0-9][a-z0-9]+) (" + STREETS + ")\\b(?:\\.(?!\\s*$))?",
                    m -> m.group(1) + " " + street(m.group(2))),
            rule(
                    "\\b([A-Z][a-z]+) (St|Dr)\\b(?:\\.(?!\\s*$))?+(?!\\s?[A-Z])",
                    m -> m.group(1) + " " + street(m.group(2))),
            rule("\\b([AaPp])\\.\\s?[Mm]\\b(?:\\.(?!\\s*$|\\s+[A-Z]))?", m -> upper(m.group(1)) + " M"),
            rule("\\b[Nn]o\\. ?(?=\\d)", m -> "number "),
            rule("\\b(" + abbreviations() + ")\\.(?=\\s+[a-z0-9A-Z]|,)", m -> expanded(m.group(1))),
            rule("\\b(" + abbreviations() + ")\\.", m -> expanded(m.group(1)) + "."),
            rule("\\bDr (?=[A-Z])", m -> "doctor "),
            rule("(?<=\\d:\\d\\d|\\d ?[AaPp] ?[Mm])\\s?-\\s?(?=\\d)", m -> " to "),
            // money, dates, times
            rule("\\$\\s?(\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,9})(?:\\.(\\d\\d))?(?!\\d)", SpokenText::money),
            rule("\\b(\\d{4})-(\\d\\d)-(\\d\\d)\\b", m -> date(m, m.group(2), m.group(3), m.group(1))),
            rule("\\b(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b", m -> date(m, m.group(1), m.group(2), m.group(3))),
            rule("\\b(\\d{1,2})/(\\d{1,2})\\b(?!/)", m -> date(m, m.group(1), m.group(2), "")),
            rule("\\b(" + MONTHS + ") (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?\\b", SpokenText::monthAndDay),
            rule("\\b([01]?\\d|2[0-3]):([0-5]\\d)(?:\\s?([AaPp])\\s?[Mm]\\b)?", SpokenText::time),
            rule(
                    "\\b(1[0-2]|[1-9])\\s?([AaPp])\\s?[Mm]\\b",
                    m -> SpokenNumber.cardinal(Long.parseLong(m.group(1))) + " " + upper(m.group(2)) + " M"),
            // numbers that are named digit by digit
            rule("(?:\\+?1[-. ])?\\(?\\b(\\d{3})\\)?[-. ]+(\\d{3})[-. ]+(\\d{4})\\b", m -> groups(m, 1, 2, 3)),
            rule("\\b(\\d{3})[-.](\\d{4})\\b", m -> groups(m, 1, 2)),
            rule("\\b([2-9]11|988)\\b", m -> SpokenNumber.digits(m.group(1))),
            rule("\\b(\\d{5})-(\\d{4})\\b", m -> groups(m, 1, 2)),
            rule("\\+?\\b(\\d{5,})\\b", m -> grouped(m.group(1))),
            rule("\\b(0\\d+)\\b", m -> SpokenNumber.digits(m.group(1))),
            // other numbers
            rule("\\b(\\d{1,3}(?:,\\d{3}){1,3})\\b", m -> cardinal(m.group(1))),
            rule("\\b(\\d{1,4})(?:st|nd|rd|th)\\b", m -> SpokenNumber.ordinal(Long.parseLong(m.group(1)))),
            rule("\\b(\\d{1,4})\\s?-\\s?(?=\\d{1,4}\\b)", m -> cardinal(m.group(1)) + " to "),
            rule(
                    "\\b(\\d{1,4})\\.(\\d{1,4})\\b",
                    m -> cardinal(m.group(1)) + " point " + SpokenNumber.digits(m.group(2))),
            rule("\\b(\\d{3,4})(?= [A-Z][a-z])", m -> SpokenNumber.paired(Integer.parseInt(m.group(1)))),
            rule("\\b((?:19|20)\\d\\d)\\b", m -> SpokenNumber.paired(Integer.parseInt(m.group(1)))),
            rule("\\b(\\d{1,4})\\b", m -> cardinal(m.group(1))),
            // ids, initials, addresses
            rule("\\b(?=[A-Za-z]*\\d)[A-Za-z0-9]+\\b", m -> named(m.group())),
            rule("\\bOK\\b", m -> "okay"),
            rule("\\b[A-Z]{2,5}\\b", m -> isInitials(m.group()) ? named(m.group()) : m.group()),
            rule("(?<=[A-Za-z])@(?=[A-Za-z])", m -> " at "),
            rule("(?<=[A-Za-z])\\.(?=[A-Za-z])", m -> " dot "),
            rule("%", m -> " percent"),
            rule("[;:]+", m -> ","),
            rule("\\.{2,}", m -> "."),
            rule("\\d", m -> " " + SpokenNumber.digits(m.group()) + " "),
            rule("(?<![A-Za-z])'|'(?![A-Za-z])", m -> " "),
            rule("[^A-Za-z'.,?!]+", m -> " "),
            rule(" +(?=[.,?!])", m -> ""),
            rule("[,.](?=[.,?!])", m -> ""),
            rule("(?<=[.,?!])(?=[A-Za-z'])", m -> " "));

    private SpokenText() {}

    /** The words and punctuation to say. Saying the result again changes nothing. */
    public static String words(String text) {
        String words = Normalizer.normalize(text, Normalizer.Form.NFD);
        for (Rule rule : RULES) {
            words = rule.pattern()
                    .matcher(words)
                    .replaceAll(match -> Matcher.quoteReplacement(rule.words().apply(match)));
        }
        return words.strip();
    }

    private static Rule rule(String pattern, Function<MatchResult, String> words) {
        return new Rule(Pattern.compile(pattern), words);
    }

    private static String abbreviations() {
        StringBuilder either = new StringBuilder();
        for (String each : ABBREVIATIONS.keySet().stream().sorted().toList()) {
            String capital = Character.toUpperCase(each.charAt(0)) + each.substring(1);
            either.append(either.length() == 0 ? "" : "|").append(capital);
            if (List.of("ext", "approx", "appt", "etc", "vs", "min", "hr", "hrs", "apt", "ste", "dept")
                    .contains(each)) {
                either.append('|').append(each);
            }
        }
        return either.toString();
    }

    private static String expanded(String abbreviation) {
        return ABBREVIATIONS.getOrDefault(abbreviation.toLowerCase(Locale.ROOT), abbreviation);
    }

    private static String street(String abbreviation) {
        return switch (abbreviation) {
            case "St" -> "street";
            case "Dr" -> "drive";
            default -> expanded(abbreviation);
        };
    }

    private static String upper(String letter) {
        return letter.toUpperCase(Locale.ROOT);
    }

    private static String money(MatchResult match) {
        String dollars = match.group(1).replace(",", "");
        String words = cardinal(dollars) + (dollars.equals("1") ? " dollar" : " dollars");
        String cents = match.group(2);
        return cents == null || cents.equals("00")
                ? words
                : words + " and " + cardinal(cents) + (cents.equals("01") ? " cent" : " cents");
    }

    private static String date(MatchResult match, String month, String day, String year) {
        int m = Integer.parseInt(month);
        int d = Integer.parseInt(day);
        if (m < 1 || m > 12 || d < 1 || d > 31) {
            return match.group().replaceAll("[/-]", " ");
        }
        return MONTH_NAMES.get(m - 1)
                + " "
                + SpokenNumber.ordinal(d)
                + (year.isEmpty() ? "" : ", " + SpokenNumber.paired(Integer.parseInt(year)));
    }

    private static String monthAndDay(MatchResult match) {
        String year = match.group(3);
        return match.group(1)
                + " "
                + SpokenNumber.ordinal(Long.parseLong(match.group(2)))
                + (year == null ? "" : ", " + SpokenNumber.paired(Integer.parseInt(year)));
    }

    private static String time(MatchResult match) {
        int hour = Integer.parseInt(match.group(1));
        int minute = Integer.parseInt(match.group(2));
        String half = match.group(3);
        String suffix = half != null
                ? " " + upper(half) + " M"
                : hour > 12 ? " P M" : hour == 0 ? " A M" : minute == 0 ? " o'clock" : "";
        String minutes = minute == 0 ? "" : (minute < 10 ? " oh " : " ") + SpokenNumber.cardinal(minute);
        return SpokenNumber.cardinal(hour % 12 == 0 ? 12 : hour % 12) + minutes + suffix;
    }

    private static String cardinal(String number) {
        return SpokenNumber.cardinal(Long.parseLong(number.replace(",", "")));
    }

    private static String groups(MatchResult match, int... numbers) {
        StringBuilder words = new StringBuilder();
        for (int each : numbers) {
            words.append(words.length() == 0 ? "" : ", ").append(SpokenNumber.digits(match.group(each)));
        }
        return words.toString();
    }

    /** 3-4 and 3-3-4 as phone numbers are, anything else in threes; 5 together as zip codes are. */
    private static String grouped(String digits) {
        int length = digits.length();
        StringBuilder words = new StringBuilder();
        for (int at = 0; at < length; ) {
            int left = length - at;
            int size = left <= 5 && (left != 5 || at == 0) ? left : 3;
            words.append(at == 0 ? "" : ", ").append(SpokenNumber.digits(digits.substring(at, at + size)));
            at += size;
        }
        return words.toString();
    }

    /** Letters by name and digits one by one. */
    private static String named(String id) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < id.length(); i++) {
            char each = id.charAt(i);
            words.append(i == 0 ? "" : " ");
            words.append(
                    Character.isDigit(each)
                            ? SpokenNumber.digits(String.valueOf(each))
                            : String.valueOf(Character.toUpperCase(each)));
        }
        return words.toString();
    }

    /** Capitals are initials unless they are an emphasised word: four letters and more with a vowel. */
    private static boolean isInitials(String capitals) {
        boolean vowel = capitals.matches(".*[AEIOUY].*");
        boolean word = List.of(
                        "NO", "OR", "IF", "IN", "ON", "AT", "TO", "DO", "IS", "WE", "NOT", "AND", "YOU", "THE", "ALL",
                        "NOW")
                .contains(capitals);
        return !word && (capitals.length() < 4 || !vowel);
    }
}
