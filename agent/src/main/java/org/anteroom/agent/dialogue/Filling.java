package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.words.YesNo;

/** A turn that answers a question of the message form: one slot is filled or mended, the others stay. */
final class Filling {
    /** A turn of so many words that is no answer tells what it is about. */
    private static final int STORY = 8;

    private static final int ANSWER_WORDS = 4;
    /** Digits from which a turn is a number, if not a whole one. */
    private static final int HALF_A_NUMBER = 5;

    private static final Set<String> REFUSALS =
            Set.of("rather", "file", "already", "private", "anonymous", "none", "refuse", "secret");

    /** Without one of these, a day is when the caller would like to come. */
    private static final Set<String> FAREWELLS = Set.of("bye", "goodbye", "farewell");

    private static final Set<String> OFFICE = Set.of("open", "opens", "close", "closes", "closed", "hours", "opening");

    private final People people;

    Filling(People people) {
        this.people = people;
    }

    Step answered(Reply reply, Input.Said said, Meaning meaning) {
        Optional<Step> aside = aside(reply, said, meaning);
        if (aside.isPresent()) {
            return aside.get();
        }
        return switch (reply.stage()) {
            case NAME -> name(reply, said);
            case SAME_NUMBER -> sameNumber(reply, said);
            case NUMBER -> number(reply, said);
            case CONFIRM_NUMBER -> confirmNumber(reply, said);
            case MORE -> more(reply, said, meaning);
            default -> about(reply, said);
        };
    }

    /** Something other than an answer, after which the same question is asked again; or the end. */
    Optional<Step> aside(Reply reply, Input.Said said, Meaning meaning) {
        boolean answers = reply.stage().story()
                || reply.stage().ownWords()
                || (reply.stage() == Stage.CODE && CodeAnswers.ofTheText(said.words()))
                || (digitsExpected(reply.stage()) && Answers.digits(said) >= 3);
        boolean withdrawn = Withdrawn.in(reply, said);
        boolean instead = meaning.is(Intent.MESSAGE) && said.words().contains("message");
        if (instead && (withdrawn || dropped(reply, said)) && reply.errand().active()) {
            return Optional.of(Requests.message(Errands.over(reply.understood()), said));
        }
        if (withdrawn) {
            return Optional.of(Withdrawn.step(reply, said));
        }
        if (!answers && WhoSeesPatients.asked(said.words(), meaning)) {
            return Optional.of(Mending.counted(reply, () -> reply.say(WhoSeesPatients.answer(reply.services()))
                    .ask(reply.stage())));
        }
        if (answers || !(meaning.clear() || Preparing.asked(said.words(), meaning))) {
            return Optional.empty();
        }
        Intent intent = meaning.intent();
        if (intent == Intent.GOODBYE || intent == Intent.WRONG_NUMBER) {
            // "That's it" where something was read back, but not "okay bye"; "anything else" where times were offered.
            YesNo heard = reply.stage().yesOrNo() ? Answers.yesNo(said) : YesNo.UNCLEAR;
            boolean leaves =
                    intent == Intent.WRONG_NUMBER || said.words().stream().anyMatch(FAREWELLS::contains);
            boolean that = said.words().contains("that") || said.words().contains("that's");
            boolean agrees = heard == YesNo.YES || (that && reply.stage().yesOrNo());
            boolean answer = heard == YesNo.NO || (agrees && !leaves);
            boolean others = reply.stage().timed() && said.words().contains("else");
            if (answer || others) {
                return Optional.empty();
            }
            // Nobody here waits for what a stranger to the practice has told.
            return Optional.of(
                    intent == Intent.WRONG_NUMBER
                            ? reply.form(Form.EMPTY)
                                    .sayPractice(TemplateId.WRONG_NUMBER)
                                    .end()
                            : reply.sayPractice(TemplateId.GOODBYE).end());
        }
        if (intent == Intent.PROVIDER && reply.deskNow()) {
            return Optional.of(people.provider(reply, said));
        }
        boolean time = reply.stage().timed()
                && intent == Intent.HOURS
                && said.words().stream().noneMatch(OFFICE::contains);
        boolean preparing = Preparing.asked(said.words(), meaning);
        if (said.words().size() <= 2 || time || !(intent.officeFact() || intent.boundary() || preparing)) {
            return Optional.empty();
        }
        reply.repairs(reply.repairs().repeated());
        if (reply.repairs().exhausted()) {
            return Optional.of(reply.nearest(Act.Reason.NOT_UNDERSTOOD));
        }
        if (preparing) {
            return Optional.of(reply.say(Preparing.answer(reply, said.words())).ask(reply.stage()));
        }
        return Optional.of(
                intent.officeFact()
                        ? reply.sayFact(intent, said.words()).ask(reply.stage())
                        : reply.say(
                                        intent == Intent.RESULTS
                                                ? TemplateId.BOUNDARY_RESULTS
                                                : TemplateId.BOUNDARY_CLINICAL)
                                .form(reply.form().adding(Requests.text(said), said.clip()))
                                .ask(reply.stage()));
    }

    /** "Never mind, I'll leave a message": what was only to be passed on is not wanted any more. */
    private static boolean dropped(Reply reply, Input.Said said) {
        boolean passedOn = reply.errand().is(Job.INSURANCE) || reply.errand().is(Job.REFILL);
        String text = Requests.text(said) + " ";
        return passedOn
                && (text.startsWith("never mind ")
                        || text.startsWith("nevermind ")
                        || text.startsWith("forget it ")
                        || text.contains("changed my mind "));
    }

    private static boolean digitsExpected(Stage stage) {
        return stage == Stage.NUMBER || stage == Stage.CONFIRM_NUMBER || stage == Stage.SAME_NUMBER;
    }

    private static Step name(Reply reply, Input.Said said) {
        if (reply.errand().active()
                && !reply.errand().who().other()
                && Relation.in(said.words(), reply.services().veterinary()) == Relation.OTHER) {
            List<String> patient = PatientName.of(said);
            Who other = reply.errand().who().of(Relation.OTHER);
            return reply.understood()
                    .who(patient.isEmpty() ? other : other.named(patient))
                    .fill();
        }
        if (reply.errand().active() && !reply.errand().who().other()) {
            Optional<Step> both = NameWithBirth.answered(reply, said, Filling::name);
            if (both.isPresent()) {
                return both.get();
            }
        }
        List<String> names = Answers.names(Answers.withoutNumber(said));
        if (!names.isEmpty() && AnimalName.forTheOwners(reply, names.get(0))) {
            return Mending.noAnswer(reply);
        }
        if (!names.isEmpty()) {
            Form told = Answers.told(reply.form(), said).withName(names.get(0), Optional.of(said.clip()));
            Who who = reply.errand().who();
            if (!who.other()) {
                reply.who(who.named(names));
            }
            return reply.understood().form(told).say(TemplateId.THANKS).fill();
        }
        if (refused(said.words())) {
            return reply.understood()
                    .form(reply.form().withName("", Optional.empty()))
                    .fill();
        }
        // Only where it is not read back: nobody hears words of theirs that nobody understood.
        boolean again = reply.repairs().misses() > 0 && !reply.errand().active();
        Optional<String> heard = again ? Answers.asHeard(said) : Optional.empty();
        if (heard.isPresent()) {
            return reply.understood()
                    .form(reply.form().withName(heard.get(), Optional.of(said.clip())))
                    .say(TemplateId.THANKS)
                    .fill();
        }
        if (said.words().size() >= STORY) {
            return Mending.noAnswer(reply.form(reply.form().adding(Requests.text(said), said.clip())));
        }
        return YesNo.of(said.words()) == YesNo.UNCLEAR ? Mending.missed(reply) : Mending.noAnswer(reply);
    }

    private static Step sameNumber(Reply reply, Input.Said said) {
        Optional<String> other = Answers.phone(said);
        if (other.isPresent()) {
            return reply.understood().form(reply.form().withNumber(other.get())).fill();
        }
        return switch (Answers.yesNo(said)) {
            case YES -> same(reply);
            case NO -> reply.understood().ask(Stage.NUMBER);
            case UNCLEAR -> Mending.missed(reply);
        };
    }

    /** The number the call comes from is the one to call back. */
    static Step same(Reply reply) {
        return reply.understood()
                .form(reply.form().withConfirmedNumber(reply.callerNumber().orElse("")))
                .fill();
    }

    private static Step number(Reply reply, Input.Said said) {
        Optional<String> number = Answers.phone(said);
        if (number.isPresent()) {
            return reply.understood()
                    .form(reply.form().withNumber(number.get()))
                    .fill();
        }
        if (reply.callerNumber().isPresent()
                && (said.words().contains("same") || said.words().contains("this"))) {
            return same(reply);
        }
        if (refused(said.words())) {
            return reply.understood().form(reply.form().withConfirmedNumber("")).fill();
        }
        if (Answers.digits(said) == 0) {
            return YesNo.of(said.words()) == YesNo.UNCLEAR ? Mending.missed(reply) : Mending.noAnswer(reply);
        }
        return otherWay(reply);
    }

    /** Some digits, not all: one at a time, then on the keypad, then a person. */
    static Step otherWay(Reply reply) {
        reply.repairs(reply.repairs().repeated());
        if (reply.repairs().exhausted() || reply.repairs().repeats() > Repairs.REPEATS) {
            return reply.nearest(Act.Reason.NOT_UNDERSTOOD);
        }
        return reply.repairs().repeats() == 1
                ? reply.say(TemplateId.ASK_NUMBER_AGAIN).listen(Stage.NUMBER)
                : reply.say(TemplateId.ASK_NUMBER_KEYS).listen(Stage.NUMBER);
    }

    private static Step confirmNumber(Reply reply, Input.Said said) {
        Optional<String> corrected = Answers.phone(said);
        if (corrected.isEmpty()) {
            corrected = reply.form().callBack().flatMap(number -> Answers.mended(number, said));
        }
        if (corrected.isPresent() && !corrected.equals(reply.form().callBack())) {
            return corrected(reply, corrected.get());
        }
        if (corrected.isPresent()) {
            return confirmed(reply);
        }
        return switch (Answers.yesNo(said)) {
            case YES -> confirmed(reply);
            case NO -> otherWay(reply);
                // Who says numbers and neither yes nor no says it again, and isn't heard well.
            case UNCLEAR -> Answers.digits(said) >= HALF_A_NUMBER ? otherWay(reply) : Mending.missed(reply);
        };
    }

    private static Step corrected(Reply reply, String number) {
        return Mending.counted(
                reply, () -> reply.form(reply.form().withNumber(number)).fill());
    }

    /** The number was read back and is right. */
    static Step confirmed(Reply reply) {
        Form form = reply.form();
        return reply.understood()
                .form(form.withConfirmedNumber(form.callBack().orElse("")))
                .say(TemplateId.THANKS)
                .fill();
    }

    private static Step about(Reply reply, Input.Said said) {
        Form told = reply.form().adding(Requests.text(said), said.clip());
        reply.understood().form(told);
        return reply.stage() == Stage.ADDING
                ? save(reply)
                : reply.say(TemplateId.THANKS).fill();
    }

    private static Step more(Reply reply, Input.Said said, Meaning meaning) {
        Optional<String> number = Requests.numberSpokenOf(said.words());
        if (number.isPresent()) {
            // It may be told amid what staff must know as well.
            return corrected(reply.form(reply.form().adding(Requests.text(said), said.clip())), number.get());
        }
        List<String> names = Answers.introduced(said);
        if (!names.isEmpty()) {
            Form renamed = reply.form().withName(names.get(0), Optional.of(said.clip()));
            return reply.form(renamed).repairs(reply.repairs().repeated()).ask(Stage.MORE);
        }
        boolean enough = meaning.is(Intent.GOODBYE) || meaning.is(Intent.DENY) || NothingElse.said(said.words());
        YesNo answer = Answers.yesNo(said);
        if (said.words().size() <= ANSWER_WORDS || enough) {
            if (enough || answer == YesNo.NO) {
                return save(reply.understood());
            }
            if (answer == YesNo.YES) {
                return reply.understood().ask(Stage.ADDING);
            }
        }
        reply.form(reply.form().adding(Requests.text(said), said.clip()));
        reply.repairs(reply.repairs().continued());
        // Without a yes it is no answer: the caller paused in the message and goes on, maybe not for the last time.
        boolean over = answer == YesNo.YES || reply.repairs().repeats() > Repairs.PIECES;
        return over ? save(reply.understood()) : reply.ask(Stage.MORE);
    }

    /** Nothing is said before it is on disk. */
    static Step save(Reply reply) {
        return reply.save();
    }

    static boolean refused(List<String> words) {
        boolean denies =
                words.contains("don't") || words.contains("rather") || words.contains("not") || words.contains("no");
        boolean having = words.contains("have")
                || words.contains("give")
                || words.contains("want")
                || words.contains("phone")
                || words.contains("say")
                || words.contains("number");
        return words.stream().anyMatch(REFUSALS::contains) || (denies && having);
    }
}
