package org.anteroom.agent.dialogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a type's catalogue as a reviewer would; every problem at once, with its line and what to write instead. */
final class CatalogueCheck {
    /** A sentence of the greeting is heard by everyone, each time; anything is heard by somebody in a hurry. */
    private static final int MOST_WORDS = 40;

    private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9 ,.?'{}-]");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern SHOUTED = Pattern.compile("\\b[A-Z]{2,}\\b");
    /** The only numbers that stand as digits: the voice is told how to read them. */
    private static final Set<String> NUMBERS = Set.of("911", "988", "1", "2");
    /** A name as practices have them; a longer one needs a short spoken name where calls are recorded. */
    private static final String NAME = "Maple Street Dental";

    private final CatalogueFile base;
    private final CatalogueFile own;
    private final Review review;
    private final List<CatalogueProblem> problems = new ArrayList<>();

    CatalogueCheck(CatalogueFile base, CatalogueFile own, Review review) {
        this.base = base;
        this.own = own;
        this.review = review;
    }

    List<CatalogueProblem> problems() {
        problems.addAll(base.problems());
        problems.addAll(own.problems());
        both().forEach(this::sentence);
        wordings();
        complete();
        greeting();
        return List.copyOf(problems);
    }

    /** The same for a file that a practice wrote: what was reviewed as it stands has to stay so. */
    List<CatalogueProblem> problemsOfPractice() {
        List<CatalogueProblem> all = new ArrayList<>();
        for (Template template : own.templates()) {
            TemplateId id = template.id();
            List<String> reviewed = base.of(id).stream().map(Template::text).toList();
            if ((id.section().asReviewed() || id == TemplateId.GREETING_EMERGENCY)
                    && !reviewed.contains(template.text())) {
                all.add(new CatalogueProblem(
                        template.file(),
                        template.line(),
                        template.key() + ": is said as it was reviewed; remove the line, or write: "
                                + String.join(" ", reviewed)));
            }
        }
        all.addAll(problems());
        // What belongs to no line is told last.
        all.sort(Comparator.comparing((CatalogueProblem problem) -> problem.line() == 0)
                .thenComparingInt(CatalogueProblem::line));
        return List.copyOf(all);
    }

    private Stream<Template> both() {
        return Stream.concat(base.templates().stream(), own.templates().stream());
    }

    private void sentence(Template template) {
        slots(template);
        if (!template.id().section().mayBeClinical()) {
            Review.found(review.clinical(), template.text())
                    .ifPresent(phrase -> problem(
                            template,
                            "'" + phrase.written() + "' is clinical; only [emergency] and [boundary] may touch"
                                    + " anybody's health"));
        }
        Review.found(review.advice(), template.text())
                .ifPresent(phrase ->
                        problem(template, "'" + phrase.written() + "' advises or comforts; say only what is done"));
        Review.found(review.unspeakable(), template.text())
                .ifPresent(phrase ->
                        problem(template, "the voice says '" + phrase.written() + "' badly; use another word"));
        speakable(template);
    }

    private void slots(Template template) {
        Set<String> known = Arrays.stream(Slot.values()).map(Slot::marker).collect(Collectors.toSet());
        Set<Slot> wanted = template.id().slots();
        String here = wanted.isEmpty()
                ? "this sentence has none"
                : "known here: "
                        + wanted.stream().map(slot -> '{' + slot.marker() + '}').collect(Collectors.joining(", "));
        Matcher markers = Template.MARKER.matcher(template.text());
        while (markers.find()) {
            if (!known.contains(markers.group(1))) {
                problem(template, "there is no slot {" + markers.group(1) + "}; " + here);
            }
        }
        for (Slot slot : wanted) {
            if (!template.slots().contains(slot)) {
                problem(template, "{" + slot.marker() + "} is missing" + asIn(template));
            }
        }
        for (Slot slot : template.slots()) {
            if (!wanted.contains(slot)) {
                problem(template, "{" + slot.marker() + "} is not known when this is said; leave it out");
            }
        }
    }

    /** How the program itself words a sentence. */
    private String asIn(Template template) {
        return base.of(template.id()).stream()
                .filter(first -> !first.equals(template))
                .findFirst()
                .map(first -> "; write it as in: " + first.text())
                .orElse("");
    }

    private void speakable(Template template) {
        String words = Template.MARKER.matcher(template.text()).replaceAll("word");
        Matcher odd = ODD.matcher(words);
        if (odd.find()) {
            problem(template, "'" + odd.group() + "' can't be spoken; write it in words");
        }
        Matcher numbers = NUMBER.matcher(words);
        while (numbers.find()) {
            if (!NUMBERS.contains(numbers.group())) {
                problem(template, numbers.group() + " can be read in several ways; write it in words");
            }
        }
        Matcher shouted = SHOUTED.matcher(words);
        if (shouted.find()) {
            problem(template, "'" + shouted.group() + "' would be spelled; write it as a word");
        }
        if (words.isBlank() || !(words.endsWith(".") || words.endsWith("?"))) {
            problem(template, "a sentence ends with a full stop or a question mark");
        }
        if (words.split(" +").length > MOST_WORDS) {
            problem(template, "more than " + MOST_WORDS + " words; nobody listens that long");
        }
    }

    /** However a sentence is worded, in any file, it asks or it doesn't. */
    private void wordings() {
        for (CatalogueFile file : List.of(base, own)) {
            Set<String> texts = new HashSet<>();
            for (Template template : file.templates()) {
                TemplateId id = template.id();
                if (template.wording() > 1 && (id.section().asReviewed() || id == TemplateId.GREETING_EMERGENCY)) {
                    problem(
                            template,
                            "this has one wording, so that it is always said as it was tried; remove the line");
                }
                base.of(id).stream()
                        .findFirst()
                        .filter(first -> first.asks() != template.asks())
                        .ifPresent(first -> problem(
                                template,
                                (first.asks() ? "must ask, as in: " : "must not ask; write it as in: ")
                                        + first.text()));
                if (!texts.add(id.key() + template.text())) {
                    problem(template, "is worded like another of its wordings; remove the line");
                }
            }
        }
    }

    private void complete() {
        Set<TemplateId> missing = EnumSet.allOf(TemplateId.class);
        both().forEach(template -> missing.remove(template.id()));
        missing.forEach(id -> problems.add(new CatalogueProblem(
                base.name(),
                0,
                id.key() + " has no sentence; add it under [" + id.section().heading() + "]")));
    }

    private void greeting() {
        StringBuilder whole = new StringBuilder();
        for (TemplateId id : TemplateId.values()) {
            if (id.section() == Section.GREETING) {
                first(id).ifPresent(template -> whole.append(template.text()).append(' '));
            }
        }
        double seconds = Duration.seconds(whole.toString().replace("{practice}", NAME));
        if (seconds > Duration.GREETING) {
            problems.add(new CatalogueProblem(
                    own.name(),
                    0,
                    "the greeting takes about %.1f s; %.0f s are allowed: shorten [greeting]"
                            .formatted(seconds, Duration.GREETING)));
        }
    }

    /** What a call begins with; a type's own wording wins over the base. */
    private Optional<Template> first(TemplateId id) {
        return Stream.concat(own.of(id).stream(), base.of(id).stream()).findFirst();
    }

    private void problem(Template template, String sentence) {
        problems.add(new CatalogueProblem(template.file(), template.line(), template.key() + ": " + sentence));
    }
}
