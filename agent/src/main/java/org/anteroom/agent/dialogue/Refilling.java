package org.anteroom.agent.dialogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anteroom.agent.words.Introductions;

/** A request for a refill: passed to the care team as it was said, in one sentence for everything. */
final class Refilling {
    private static final int LONGEST = 30;

    private static final Pattern OF = Pattern.compile(
            "\\b(?:refill(?:ed|s)?|renew|renewed|refilling)(?: a| some| more)?(?: of| on| for)? (.{3,120})$");
    /** "I need my lisinopril refilled." */
    private static final Pattern BEFORE = Pattern.compile(
            "\\b(?:need|get|have|want|like)(?: to (?:get|have))? (.{3,120}?) (?:refilled|renewed|filled|sent|called in|reordered)\\b");

    /** "She needs more of her thyroid pills." */
    private static final Pattern MORE = Pattern.compile("\\bneeds? more(?: of)? (.{3,120})$");

    /** "My lisinopril refill." */
    private static final Pattern NAMED =
            Pattern.compile("\\b(?:my|our|his|her|for) (\\S+(?: \\S+){0,2}?) (?:refills?|prescriptions?|scripts?)\\b");

    /** The sentence goes on with something else: "my refill and didn't hear back". */
    private static final Set<String> GOES_ON = Set.of(
            "and", "but", "so", "because", "that", "yet", "from", "at", "when", "is", "was", "it's", "it", "hasn't",
            "wasn't", "isn't", "i'm", "i've", "they", "this", "to", "before", "by");

    private static final Set<String> OF_CALLER =
            Set.of("i'm", "born", "birthday", "dob", "name", "name's", "number", "phone", "call", "reach");
    private static final Set<String> LEADS = Set.of("my", "the", "date", "of", "and", "this", "you", "can", "please");

    private static final Set<String> GENERIC = Set.of(
            "my",
            "the",
            "a",
            "an",
            "of",
            "on",
            "for",
            "please",
            "prescription",
            "prescriptions",
            "medication",
            "medications",
            "medicine",
            "meds",
            "refill",
            "refilled",
            "me",
            "it",
            "some",
            "this",
            "and",
            "to",
            "get",
            "need",
            "i",
            "can",
            "you",
            "pills",
            "pill",
            "script",
            "mom",
            "mother",
            "dad",
            "father",
            "son",
            "daughter",
            "husband",
            "wife",
            "mom's",
            "husband's",
            "wife's",
            "son's",
            "daughter's",
            "dog",
            "cat",
            "dog's",
            "cat's",
            "today",
            "now",
            "soon",
            "thanks",
            "thank",
            "request",
            "like",
            "would",
            "want",
            "again",
            "left",
            "remaining",
            "no",
            "any",
            "more",
            "refills",
            "her",
            "his",
            "one",
            "if",
            "possible");

    private static final Set<String> MEDICINES = Set.copyOf(Intents.REVIEWED.phrases("med"));

    private Refilling() {}

    /** "A refill of my metoprolol": what stands behind it, where it says more than that it is a prescription; and where to. */
    static Reply told(Reply reply, Input.Said said) {
        List<String> words = toPharmacy(reply, Introductions.left(said.words()));
        String text = String.join(" ", words);
        return Stream.of(OF, BEFORE, MORE, NAMED)
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .map(Refilling::withoutCaller)
                .filter(what -> !what.isBlank())
                .filter(what -> !GOES_ON.contains(what.split(" ")[0]))
                .filter(Refilling::names)
                .findFirst()
                .map(what -> reply.errand(
                        reply.errand().supply(reply.errand().supply().of(what))))
                .orElse(reply);
    }

    /** "My prescription my number is ...": what is told of the caller is none of it. */
    private static String withoutCaller(String what) {
        List<String> words = List.of(what.split(" "));
        int to = 0;
        while (to < words.size() && !ofCaller(words, to)) {
            to++;
        }
        while (to > 0 && to < words.size() && LEADS.contains(words.get(to - 1))) {
            to--;
        }
        return String.join(" ", words.subList(0, to));
    }

    /** A date of birth, but no birth control. */
    private static boolean ofCaller(List<String> words, int at) {
        boolean birth =
                at > 0 && words.get(at).equals("birth") && words.get(at - 1).equals("of");
        return birth || OF_CALLER.contains(words.get(at));
    }

    /** Takes the pharmacy that was told with something else; the words that are left. */
    private static List<String> toPharmacy(Reply reply, List<String> words) {
        Supply supply = reply.errand().supply();
        Optional<PharmacyTold> told = supply.pharmacy().isPresent()
                ? Optional.empty()
                : PharmacyTold.in(words, reply.services().pharmacies());
        told.ifPresent(found -> reply.errand(reply.errand().supply(supply.from(found.pharmacy(), found.listed()))));
        return told.map(PharmacyTold::rest).orElse(words);
    }

    /** Whose it is says nothing of what it is: "my mother's prescription". */
    private static boolean names(String what) {
        return Arrays.stream(what.split(" ")).anyMatch(word -> !GENERIC.contains(word) && !word.endsWith("'s"));
    }

    static Step next(Reply reply) {
        Supply supply = reply.errand().supply();
        if (supply.what().isEmpty()) {
            return reply.ask(Stage.REFILL);
        }
        if (supply.pharmacy().isEmpty() && !reply.services().veterinary()) {
            return reply.ask(Stage.PHARMACY);
        }
        Optional<Stage> missing = Identifying.missing(reply).or(() -> Identifying.number(reply));
        return missing.isPresent() ? reply.ask(missing.get()) : reply.save();
    }

    static Step what(Reply reply, Input.Said said) {
        if (Mending.onlyYesOrNo(said)) {
            return Mending.noAnswer(reply);
        }
        if (said.words().isEmpty() || said.words().size() > LONGEST) {
            return Mending.missed(reply);
        }
        List<String> left = toPharmacy(reply, said.words());
        boolean pharmacyAlone = left.isEmpty() || left.stream().allMatch(GENERIC::contains);
        String what = String.join(" ", pharmacyAlone ? said.words() : left);
        return Errands.next(reply.understood()
                .errand(reply.errand().supply(reply.errand().supply().of(what))));
    }

    static Step pharmacy(Reply reply, Input.Said said) {
        if (said.words().isEmpty() || said.words().size() > LONGEST) {
            return Mending.missed(reply);
        }
        NamedThings<String> known = reply.services().pharmacies();
        Optional<String> listed = known.answered(said);
        if (listed.isEmpty() && Mending.onlyYesOrNo(said)) {
            return Mending.noAnswer(reply);
        }
        if (listed.isEmpty() && medicine(reply.errand().supply(), said.words())) {
            return Mending.noAnswer(reply);
        }
        boolean usual = said.words().contains("usual") || said.words().contains("same");
        boolean any = known.things().isEmpty();
        String name = listed.orElse(Covering.bare(Requests.text(said)));
        return Errands.next(reply.understood()
                .errand(reply.errand().supply(reply.errand().supply().from(name, listed.isPresent() || usual || any))));
    }

    /** What is to be refilled once more, or another medicine: no place where it is to be had. */
    private static boolean medicine(Supply supply, List<String> words) {
        Set<String> what =
                supply.what().map(said -> Set.copyOf(List.of(said.split(" ")))).orElse(Set.of());
        List<String> content =
                words.stream().filter(word -> !GENERIC.contains(word)).toList();
        return !PharmacyTold.store(words)
                && !content.isEmpty()
                && content.stream().allMatch(word -> what.contains(word) || MEDICINES.contains(word));
    }
}
