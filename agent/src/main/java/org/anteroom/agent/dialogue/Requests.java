package org.anteroom.agent.dialogue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.PracticePayer;
import org.anteroom.agent.words.SpokenDigits;
import org.anteroom.agent.words.YesNo;

/** A turn where anything may be said: what the caller wants, and what was already told with it. */
final class Requests {
    /** A yes or no has few words; more of them say something else as well. */
    private static final int ANSWER_WORDS = 5;
    /** A turn that asks for a message, is this long and holds one of these words is the message itself. */
    private static final int MESSAGE_WORDS = 8;

    private static final Set<String> CONTENT =
            Set.of("tell", "let", "ask", "that", "about", "because", "call", "know", "saying", "regarding", "if");

    /** Longer turns that hold a goodbye hold something else as well. */
    private static final int FAREWELL_WORDS = 9;

    /** Numbers that are not for calling the caller back. */
    private static final Set<String> OTHER_NUMBERS =
            Set.of("fax", "faxes", "faxed", "id", "member", "policy", "rx", "pharmacy's");

    /** Nearer than another number's name, these make the number the caller's: "about the fax, my number is ...". */
    private static final Set<String> MINE = Set.of("my", "our", "reach");

    private static final int NEAR = 4;

    private static final Set<String> LEADING = Set.of(
            "is",
            "it's",
            "me",
            "us",
            "back",
            "on",
            "at",
            "my",
            "the",
            "cell",
            "phone",
            "home",
            "work",
            "mobile",
            "number",
            "area",
            "code",
            "um",
            "uh",
            "oh",
            "double",
            "triple",
            "hundred",
            "thousand",
            "and",
            "dash",
            "that's",
            "no",
            "wait",
            "sorry");

    private static final int WHOLE_NUMBER = 10;

    private final People people;

    Requests(People people) {
        this.people = people;
    }

    /** What was said, as text for staff. */
    static String text(Input.Said said) {
        return String.join(" ", said.words());
    }

    Step heard(Reply reply, Input.Said said, Meaning meaning) {
        if (reply.emergencyOnly()) {
            return nothingElse(reply);
        }
        if (reply.stage() == Stage.OFFER) {
            Optional<Step> answered = offered(reply, said, meaning);
            if (answered.isPresent()) {
                return answered.get();
            }
        }
        return wanted(reply, said, meaning);
    }

    /** Only emergencies are served: said once more, then goodbye. */
    private static Step nothingElse(Reply reply) {
        reply.repairs(reply.repairs().missed());
        return reply.repairs().exhausted()
                ? reply.say(TemplateId.GOODBYE_OFFICE_HOURS).end()
                : reply.ask(Stage.EMERGENCY_ONLY);
    }

    private static Optional<Step> offered(Reply reply, Input.Said said, Meaning meaning) {
        if (Withdrawn.in(reply, said)) {
            return Optional.of(declined(reply.say(TemplateId.REQUEST_DROPPED)));
        }
        if (said.words().size() > ANSWER_WORDS && meaning.clear()) {
            return Optional.empty();
        }
        YesNo answer = Answers.yesNo(said);
        if (answer == YesNo.YES || meaning.is(Intent.MESSAGE)) {
            return Optional.of(accepted(reply));
        }
        return answer == YesNo.NO ? Optional.of(declined(reply)) : Optional.empty();
    }

    /** The offered message is wanted. */
    static Step accepted(Reply reply) {
        Category category = reply.form().category().orElse(Category.CALL_BACK);
        return reply.understood()
                .form(reply.form().as(category))
                .say(TemplateId.TAKING_MESSAGE)
                .fill();
    }

    /** The offered message is not wanted. */
    static Step declined(Reply reply) {
        return reply.understood().form(reply.form().kept()).ask(Stage.FURTHER);
    }

    private Step wanted(Reply reply, Input.Said said, Meaning meaning) {
        // "And on Saturday?" asks for hours like the question before it.
        boolean dayOnly = said.words().size() <= ANSWER_WORDS
                && OfficeAnswers.dayNamed(said.words())
                && (meaning.is(Intent.NONE) || OfficeAnswers.followsUp(said.words()));
        Intent intent = dayOnly ? Intent.HOURS : meaning.intent();
        if (takenBack(reply, said, intent)) {
            return reply.understood().commit(new Request.Withdraw(), Stage.FURTHER);
        }
        if (intent.officeFact()
                || Preparing.asked(said.words(), meaning)
                || WhoSeesPatients.asked(said.words(), meaning)) {
            // What is given up after an answer is not what was saved before it.
            reply.errand(reply.errand().notStored());
        }
        Optional<TwoWishes> two = TwoWishes.in(said, meaning);
        if (two.isPresent()) {
            return both(reply, two.get());
        }
        if (Preparing.asked(said.words(), meaning)) {
            return reply.understood()
                    .say(Preparing.answer(reply, said.words()))
                    .form(reply.form().kept())
                    .ask(Stage.FURTHER);
        }
        if (WhoSeesPatients.asked(said.words(), meaning)) {
            return reply.understood()
                    .say(WhoSeesPatients.answer(reply.services()))
                    .form(reply.form().kept())
                    .ask(Stage.FURTHER);
        }
        if (intent.officeFact()) {
            return fact(reply, said, intent);
        }
        return switch (intent) {
            case CLINICAL -> boundary(reply, said, TemplateId.BOUNDARY_CLINICAL);
            case RESULTS -> boundary(reply, said, TemplateId.BOUNDARY_RESULTS);
            case REFILL -> refill(reply, said);
            case BOOK, RESCHEDULE, CANCEL, CONFIRM, NEW_PATIENT, INSURANCE, BILLING, RECORDS, MESSAGE -> begun(
                    reply, said, intent);
            case PROVIDER, URGENT_PROVIDER -> people.provider(reply.understood(), said);
            case PERSON -> people.person(reply);
            case CLINICIAN_ON_CALL -> people.clinicianOnCall(reply);
            case WRONG_NUMBER -> reply.form(Form.EMPTY)
                    .sayPractice(TemplateId.WRONG_NUMBER)
                    .end();
            case GOODBYE -> goodbye(reply, meaning);
            default -> smallTalk(reply, said, intent);
        };
    }

    /** "Actually, forget about that refill", when it lies with staff already. */
    private static boolean takenBack(Reply reply, Input.Said said, Intent intent) {
        Optional<Category> stored = reply.errand().later().stored();
        // "I no longer need my appointment" is another wish, but not "I don't need the refill" of a refill.
        boolean other = Withdrawn.names(said.words())
                && Job.of(intent).filter(job -> job != Job.REFILL).isPresent();
        return reply.stage() == Stage.FURTHER
                && stored.isPresent()
                && !other
                && Withdrawn.outright(said.words(), stored, Stage.FURTHER);
    }

    /** A fact is told at once; of two things to be done, the second comes after the first. */
    private static Step both(Reply reply, TwoWishes two) {
        TwoWishes.Wish first = two.first();
        TwoWishes.Wish second = two.second();
        if (first.intent().officeFact()) {
            return begun(reply.sayFact(first.intent(), first.said().words()), second.said(), second.intent());
        }
        if (second.intent().officeFact()) {
            return begun(reply.sayFact(second.intent(), second.said().words()), first.said(), first.intent());
        }
        reply.errand(reply.errand().also(Optional.of(new Also(second.intent(), second.said()))));
        return begun(reply, first.said(), first.intent());
    }

    /** What is to be done, and not only said. */
    static Step begun(Reply reply, Input.Said said, Intent intent) {
        return switch (intent) {
            case REFILL -> Errands.begin(reply.say(TemplateId.TAKING_REFILL), Job.REFILL, said);
            case INSURANCE -> insurance(reply, said);
            case BILLING -> request(reply, said, Category.BILLING, TemplateId.TAKING_BILLING);
            case RECORDS -> request(reply, said, Category.RECORDS, TemplateId.TAKING_RECORDS);
            case MESSAGE -> message(reply, said);
            default -> reply.services().books()
                    ? Errands.begin(reply, Job.of(intent).orElseThrow(), said)
                    : request(reply, said, Category.APPOINTMENT, TemplateId.TAKING_APPOINTMENT);
        };
    }

    private static Step smallTalk(Reply reply, Input.Said said, Intent intent) {
        if (reply.stage() == Stage.FURTHER && (NothingElse.said(said.words()) || Withdrawn.nothingElse(said.words()))) {
            return reply.sayPractice(TemplateId.GOODBYE).end();
        }
        reply.form(Answers.told(reply.form(), said));
        return switch (intent) {
            case WHO_IS_THIS -> friendly(reply.sayPractice(TemplateId.PRACTICE_IS));
            case IDENTIFY -> introduced(said) ? friendly(reply) : Mending.missed(reply);
            case GREETING -> friendly(reply);
            case DENY -> reply.stage() == Stage.FURTHER
                    ? reply.sayPractice(TemplateId.GOODBYE).end()
                    : Mending.noAnswer(reply);
            case ROBOT -> AboutTheCall.automated(reply);
            case REPEAT -> Mending.repeat(reply, false);
            case AFFIRM, UNSURE, HELP, HARD_TO_HEAR -> Mending.noAnswer(reply);
            default -> Mending.missed(reply);
        };
    }

    /** Whether a name was told, or that there is one: words that are only a little like it are not understood. */
    private static boolean introduced(Input.Said said) {
        return !Answers.introduced(said).isEmpty()
                || Intents.REVIEWED.of(said.words()).is(Intent.IDENTIFY);
    }

    private static Step friendly(Reply reply) {
        return Mending.counted(reply, () -> reply.ask(reply.stage() == Stage.OFFER ? Stage.OFFER : Stage.OPEN));
    }

    private static Step fact(Reply reply, Input.Said said, Intent intent) {
        return reply.understood()
                .sayFact(intent, said.words())
                .form(reply.form().kept())
                .ask(Stage.FURTHER);
    }

    /** Not answered; the question may go to the care team instead. */
    private static Step boundary(Reply reply, Input.Said said, TemplateId sentence) {
        reply.repairs(
                reply.stage() == Stage.OFFER
                        ? reply.repairs().repeated()
                        : reply.repairs().understood());
        if (reply.repairs().exhausted()) {
            return reply.nearest(Act.Reason.NOT_UNDERSTOOD);
        }
        return reply.say(sentence)
                .form(Answers.told(reply.form(), said)
                        .as(Category.CLINICAL_QUESTION)
                        .adding(text(said), said.clip()))
                .ask(Stage.OFFER);
    }

    private static Step request(Reply reply, Input.Said said, Category category, TemplateId sentence) {
        return reply.understood()
                .form(Answers.told(reply.form().kept(), said).as(category).adding(text(said), said.clip()))
                .say(sentence)
                .fill();
    }

    /** Who has nothing left is in the place of one who asks for the clinician; what was said goes along. */
    private Step refill(Reply reply, Input.Said said) {
        if (!NoneLeft.saidIn(said.words())) {
            return Errands.begin(reply.say(TemplateId.TAKING_REFILL), Job.REFILL, said);
        }
        return people.clinicianOnCall(reply.form(
                Answers.told(reply.form().kept(), said).as(Category.REFILL).adding(text(said), said.clip())));
    }

    /** What the practice takes is a fact of the office; the details of a card are for staff. */
    private static Step insurance(Reply reply, Input.Said said) {
        Services services = reply.services();
        if (!Covering.asks(said.words()) || services.payers().things().isEmpty()) {
            return Errands.begin(reply.say(TemplateId.TAKING_INSURANCE), Job.INSURANCE, said);
        }
        Optional<PracticePayer> named = services.payers().in(said.words());
        boolean which = said.words().contains("what") || said.words().contains("which");
        Act.Say answer = named.isPresent()
                ? Act.Say.of(TemplateId.PAYER_TAKEN, Slot.PAYER, named.get().name())
                : which
                        ? Act.Say.of(
                                TemplateId.PAYERS_ARE,
                                Slot.PAYERS,
                                InWords.joined(services.payers().things().stream()
                                        .map(PracticePayer::name)
                                        .toList()))
                        : Act.Say.of(TemplateId.PAYER_UNKNOWN);
        return reply.understood().say(List.of(answer)).form(reply.form().kept()).ask(Stage.FURTHER);
    }

    static Step message(Reply reply, Input.Said said) {
        Form told = Answers.told(reply.form().kept(), said).as(Category.MESSAGE);
        boolean itself =
                said.words().size() >= MESSAGE_WORDS && said.words().stream().anyMatch(CONTENT::contains);
        return reply.understood()
                .form(itself ? told.adding(text(said), said.clip()) : told)
                .say(TemplateId.TAKING_MESSAGE)
                .fill();
    }

    private static Step goodbye(Reply reply, Meaning meaning) {
        boolean meant = (meaning.clear() && meaning.words() <= FAREWELL_WORDS) || reply.stage() == Stage.FURTHER;
        return meant ? reply.sayPractice(TemplateId.GOODBYE).end() : Mending.noAnswer(reply);
    }

    /** Digits that make a phone number, right behind words that speak of one. */
    static Optional<String> numberSpokenOf(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            boolean cue = word.equals("number")
                    || word.equals("at")
                    || word.startsWith("call")
                    || word.equals("reach")
                    || word.equals("phone")
                    || word.equals("cell");
            Optional<String> number =
                    cue && !otherNumber(words, at) ? SpokenDigits.phone(run(words, at + 1)) : Optional.empty();
            if (number.isPresent()) {
                return number;
            }
        }
        return Optional.empty();
    }

    /** The same, or a whole number that nothing speaks of: "helen parker, six one four ...". */
    static Optional<String> numberTold(List<String> words) {
        return numberSpokenOf(words).or(() -> wholeNumber(words)
                .filter(run -> !otherNumber(words, Collections.indexOfSubList(words, run) - 1))
                .map(run -> SpokenDigits.of(run)));
    }

    /** "The pharmacy's fax is", "my member number is": no phone of the caller's follows there. */
    private static boolean otherNumber(List<String> words, int last) {
        for (int at = last; at >= Math.max(0, last - NEAR); at--) {
            String word = words.get(at);
            boolean id = word.equals("d") && at > 0 && words.get(at - 1).equals("i");
            if (id || OTHER_NUMBERS.contains(word)) {
                return true;
            }
            if (word.startsWith("call")
                    || MINE.contains(word)
                    || !SpokenDigits.of(List.of(word)).isEmpty()) {
                return false;
            }
        }
        return false;
    }

    /** The words of a number with its area code, whatever stands before them. */
    static Optional<List<String>> wholeNumber(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            boolean begins = !SpokenDigits.of(List.of(words.get(at))).isEmpty();
            List<String> run = begins ? run(words, at) : List.of();
            boolean whole = SpokenDigits.phone(run)
                    .filter(number -> number.length() >= WHOLE_NUMBER && number.equals(SpokenDigits.of(run)))
                    .isPresent();
            if (whole) {
                return Optional.of(run);
            }
            at += Math.max(0, run.size() - 1);
        }
        return Optional.empty();
    }

    /** The words from there on that belong to one number. */
    private static List<String> run(List<String> words, int from) {
        int to = from;
        while (to < words.size()
                && (LEADING.contains(words.get(to))
                        || !SpokenDigits.of(List.of(words.get(to))).isEmpty())) {
            to++;
        }
        return words.subList(from, to);
    }
}
