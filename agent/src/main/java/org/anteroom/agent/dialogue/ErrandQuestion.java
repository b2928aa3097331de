package org.anteroom.agent.dialogue;

import static org.anteroom.agent.dialogue.TemplateId.ASK_ANIMAL;
import static org.anteroom.agent.dialogue.TemplateId.ASK_ANIMAL_AGAIN;
import static org.anteroom.agent.dialogue.TemplateId.ASK_BIRTH;
import static org.anteroom.agent.dialogue.TemplateId.ASK_BIRTH_AGAIN;
import static org.anteroom.agent.dialogue.TemplateId.ASK_CALL_BACK;
import static org.anteroom.agent.dialogue.TemplateId.ASK_CHANGE;
import static org.anteroom.agent.dialogue.TemplateId.ASK_CODE;
import static org.anteroom.agent.dialogue.TemplateId.ASK_CODE_AGAIN;
import static org.anteroom.agent.dialogue.TemplateId.ASK_FIRST_VISIT;
import static org.anteroom.agent.dialogue.TemplateId.ASK_GROUP;
import static org.anteroom.agent.dialogue.TemplateId.ASK_GROUP_AGAIN;
import static org.anteroom.agent.dialogue.TemplateId.ASK_MEMBER_ID;
import static org.anteroom.agent.dialogue.TemplateId.ASK_MEMBER_ID_AGAIN;
import static org.anteroom.agent.dialogue.TemplateId.ASK_OWN_PLAN;
import static org.anteroom.agent.dialogue.TemplateId.ASK_PATIENT_BIRTH;
import static org.anteroom.agent.dialogue.TemplateId.ASK_PATIENT_NAME;
import static org.anteroom.agent.dialogue.TemplateId.ASK_PATIENT_NAME_AGAIN;
import static org.anteroom.agent.dialogue.TemplateId.ASK_PAYER;
import static org.anteroom.agent.dialogue.TemplateId.ASK_PAYER_AGAIN;
import static org.anteroom.agent.dialogue.TemplateId.ASK_PHARMACY;
import static org.anteroom.agent.dialogue.TemplateId.ASK_PHARMACY_AGAIN;
import static org.anteroom.agent.dialogue.TemplateId.ASK_PIN;
import static org.anteroom.agent.dialogue.TemplateId.ASK_PIN_AGAIN;
import static org.anteroom.agent.dialogue.TemplateId.ASK_REFILL;
import static org.anteroom.agent.dialogue.TemplateId.ASK_REFILL_AGAIN;
import static org.anteroom.agent.dialogue.TemplateId.ASK_SUBSCRIBER;
import static org.anteroom.agent.dialogue.TemplateId.ASK_SUBSCRIBER_AGAIN;
import static org.anteroom.agent.dialogue.TemplateId.ASK_VISIT;
import static org.anteroom.agent.dialogue.TemplateId.ASK_VISIT_AGAIN;
import static org.anteroom.agent.dialogue.TemplateId.ASK_WHEN;
import static org.anteroom.agent.dialogue.TemplateId.ASK_WHEN_AGAIN;
import static org.anteroom.agent.dialogue.TemplateId.ASK_WHICH_VISIT;
import static org.anteroom.agent.dialogue.TemplateId.ASK_WHICH_VISIT_AGAIN;
import static org.anteroom.agent.dialogue.TemplateId.CONFIRM_VISIT;
import static org.anteroom.agent.dialogue.TemplateId.CONFIRM_VISIT_ANIMAL;
import static org.anteroom.agent.dialogue.TemplateId.CONFIRM_VISIT_ANIMAL_OF;
import static org.anteroom.agent.dialogue.TemplateId.CONFIRM_VISIT_BORN;
import static org.anteroom.agent.dialogue.TemplateId.CONFIRM_VISIT_FOR;
import static org.anteroom.agent.dialogue.TemplateId.CONFIRM_VISIT_FOR_BORN;
import static org.anteroom.agent.dialogue.TemplateId.HELP_BIRTH;
import static org.anteroom.agent.dialogue.TemplateId.HELP_CHOICE;
import static org.anteroom.agent.dialogue.TemplateId.HELP_CONFIRM_VISIT;
import static org.anteroom.agent.dialogue.TemplateId.HELP_WHEN;
import static org.anteroom.agent.dialogue.TemplateId.HELP_WHICH;
import static org.anteroom.agent.dialogue.TemplateId.HELP_YES_NO;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anteroom.agent.config.VisitType;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.Hold;
import org.anteroom.agent.practice.book.Offer;

/** What is asked for an errand, and how the answer is listened to. */
final class ErrandQuestion {
    /** Kinds of visits that are named as examples. */
    private static final int EXAMPLES = 3;

    private ErrandQuestion() {}

    static Question at(Stage stage, Reply reply) {
        return switch (stage) {
            case VISIT -> visits(reply.services());
            case FIRST_VISIT -> Question.yesNo(Act.Say.of(ASK_FIRST_VISIT), HELP_YES_NO);
            case WHEN -> when(reply);
            case CHOICE -> choice(reply);
            case CONFIRM_VISIT -> Question.yesNo(agreed(reply), HELP_CONFIRM_VISIT);
            case CHANGE -> Question.of(ASK_CHANGE, ASK_CHANGE, ASK_CHANGE, Hearing.OPEN);
            case WHICH -> which(reply);
            case WHICH_VISIT -> Question.of(
                    ASK_WHICH_VISIT, ASK_WHICH_VISIT_AGAIN, ASK_WHICH_VISIT_AGAIN, Hearing.OPEN);
            case CONFIRM_CANCEL -> Question.yesNo(own(reply, TemplateId.VISIT_TO_CANCEL), HELP_YES_NO);
            case CONFIRM_COMING -> Question.yesNo(own(reply, TemplateId.VISIT_TO_CONFIRM), HELP_YES_NO);
            case CONFIRM_MOVE -> Question.yesNo(
                    Act.Say.of(TemplateId.CONFIRM_MOVE, Slot.TIME, held(reply)), HELP_CONFIRM_VISIT);
            default -> person(stage, reply);
        };
    }

    private static Question person(Stage stage, Reply reply) {
        return switch (stage) {
            case BIRTH -> Question.of(
                    reply.errand().who().other() ? ASK_PATIENT_BIRTH : ASK_BIRTH,
                    ASK_BIRTH_AGAIN,
                    HELP_BIRTH,
                    Hearing.BIRTH_DATE);
            case PATIENT_NAME -> Question.of(
                    ASK_PATIENT_NAME, ASK_PATIENT_NAME_AGAIN, ASK_PATIENT_NAME_AGAIN, Hearing.NAME);
            case ANIMAL -> Question.of(ASK_ANIMAL, ASK_ANIMAL_AGAIN, ASK_ANIMAL_AGAIN, Hearing.NAME);
            case PIN -> Question.of(ASK_PIN, ASK_PIN_AGAIN, ASK_PIN_AGAIN, Hearing.PIN);
            case CODE -> Question.of(ASK_CODE, ASK_CODE_AGAIN, ASK_CODE_AGAIN, Hearing.CODE);
            case CALL_BACK -> Question.yesNo(Act.Say.of(ASK_CALL_BACK), HELP_YES_NO);
            case PAYER -> Question.of(ASK_PAYER, ASK_PAYER_AGAIN, ASK_PAYER_AGAIN, Hearing.OPEN);
            case MEMBER_ID -> Question.of(ASK_MEMBER_ID, ASK_MEMBER_ID_AGAIN, ASK_MEMBER_ID_AGAIN, Hearing.MEMBER_ID);
            case CONFIRM_MEMBER_ID -> Question.yesNo(memberId(reply), HELP_YES_NO);
            case GROUP -> Question.of(ASK_GROUP, ASK_GROUP_AGAIN, ASK_GROUP_AGAIN, Hearing.MEMBER_ID);
            case OWN_PLAN -> Question.yesNo(Act.Say.of(ASK_OWN_PLAN), HELP_YES_NO);
            case SUBSCRIBER -> Question.of(ASK_SUBSCRIBER, ASK_SUBSCRIBER_AGAIN, ASK_SUBSCRIBER_AGAIN, Hearing.NAME);
            case REFILL -> Question.of(ASK_REFILL, ASK_REFILL_AGAIN, ASK_REFILL_AGAIN, Hearing.OPEN);
            case PHARMACY -> Question.of(ASK_PHARMACY, ASK_PHARMACY_AGAIN, ASK_PHARMACY_AGAIN, Hearing.OPEN);
            default -> throw new IllegalStateException("no errand asks anything at " + stage);
        };
    }

    private static Question visits(Services services) {
        Act.Say again = kinds(ASK_VISIT_AGAIN, read(services, true));
        return Question.of(kinds(ASK_VISIT, read(services, false)), again, again, Hearing.OPEN);
    }

    private static Act.Say kinds(TemplateId sentence, List<VisitType> kinds) {
        return Act.Say.of(
                sentence,
                Slot.VISITS,
                InWords.joined(kinds.stream().map(VisitType::name).toList()));
    }

    /** The kinds of visits that are read out. */
    static List<VisitType> read(Services services, boolean again) {
        return services.visitTypes().stream()
                .limit(again ? Integer.MAX_VALUE : EXAMPLES)
                .toList();
    }

    private static Question when(Reply reply) {
        Optional<Preference> noSuchDay = reply.errand().visit().when().filter(Preference::noSuchDay);
        if (noSuchDay.isPresent()) {
            String month = InWords.month(noSuchDay
                    .flatMap(when -> when.days().get(0).from())
                    .orElse(reply.here())
                    .toLocalDate());
            return Question.of(
                    Act.Say.of(TemplateId.NO_SUCH_DAY, Slot.DAY, month),
                    Act.Say.of(ASK_WHEN_AGAIN),
                    Act.Say.of(HELP_WHEN),
                    Hearing.WHEN);
        }
        Optional<Appointment> moving = reply.errand().visit().moving();
        Act.Say ask = moving.isPresent() && reply.errand().visit().rounds() == 0
                ? own(reply, TemplateId.VISIT_TO_MOVE)
                : Act.Say.of(ASK_WHEN);
        return Question.of(ask, Act.Say.of(ASK_WHEN_AGAIN), Act.Say.of(HELP_WHEN), Hearing.WHEN);
    }

    private static Question choice(Reply reply) {
        Visiting visit = reply.errand().visit();
        Act.Say ask = visit.widely()
                ? times(reply, visit.offers(), TemplateId.INSTEAD_ONE, TemplateId.INSTEAD_TWO, TemplateId.INSTEAD_THREE)
                : times(reply, visit.offers(), TemplateId.OFFER_ONE, TemplateId.OFFER_TWO, TemplateId.OFFER_THREE);
        Act.Say help = Act.Say.of(HELP_CHOICE);
        return new Question(List.of(ask), List.of(ask, help), List.of(help, ask), Hearing.CHOICE);
    }

    private static Question which(Reply reply) {
        List<Offer> visits = upcoming(reply).stream().map(Appointment::time).toList();
        Act.Say ask =
                times(reply, visits, TemplateId.VISIT_TO_CONFIRM, TemplateId.WHICH_OF_TWO, TemplateId.WHICH_OF_THREE);
        Act.Say help = Act.Say.of(HELP_WHICH);
        return new Question(List.of(ask), List.of(ask, help), List.of(help, ask), Hearing.CHOICE);
    }

    /** Appointments that the caller may hear of, as many as are told apart by ear. */
    static List<Appointment> upcoming(Reply reply) {
        return reply.errand()
                .job()
                .flatMap(job -> reply.errand().who().proven(job.task()))
                .map(proven -> proven.upcoming().stream().limit(EXAMPLES).toList())
                .orElse(List.of());
    }

    private static Act.Say times(Reply reply, List<Offer> offers, TemplateId one, TemplateId two, TemplateId three) {
        OfferWords words = reply.offerWords();
        boolean same = offers.stream().map(Offer::provider).distinct().count() == 1;
        List<String> said = new ArrayList<>();
        for (int at = 0; at < offers.size(); at++) {
            Offer offer = offers.get(at);
            boolean again = at > 0 && words.sameDay(offers.get(at - 1), offer);
            said.add(again ? words.hour(offer, !same) : same ? words.moment(offer) : words.whole(offer));
        }
        if (offers.isEmpty()) {
            return Act.Say.of(ASK_WHEN);
        }
        if (said.size() == 1) {
            return Act.Say.of(one, Slot.TIME, words.whole(offers.get(0)));
        }
        if (said.size() == 2) {
            return Act.Say.of(two, Slot.TIME, said.get(0), Slot.OTHER_TIME, said.get(1));
        }
        Map<Slot, String> slots = new EnumMap<>(Slot.class);
        slots.put(Slot.TIME, said.get(0));
        slots.put(Slot.OTHER_TIME, said.get(1));
        slots.put(Slot.THIRD_TIME, said.get(2));
        return new Act.Say(three, slots);
    }

    private static Act.Say own(Reply reply, TemplateId sentence) {
        return reply.errand()
                .visit()
                .moving()
                .map(visit -> Act.Say.of(sentence, Slot.TIME, reply.offerWords().whole(visit.time())))
                .orElse(Act.Say.of(ASK_WHEN));
    }

    private static String held(Reply reply) {
        return reply.errand()
                .visit()
                .hold()
                .map(Hold::offer)
                .map(reply.offerWords()::whole)
                .orElse("");
    }

    /** All that the yes is to: for whom, what, when, with whom. Of a name only what this caller has told. */
    private static Act.Say agreed(Reply reply) {
        Who who = reply.errand().who();
        Map<Slot, String> slots = new EnumMap<>(Slot.class);
        slots.put(Slot.VISIT, reply.errand().visit().type().orElse(""));
        slots.put(Slot.TIME, held(reply));
        // Where we have called back, anybody may have answered, and the name is of who asked for that.
        Optional<String> caller = reply.form()
                .name()
                .filter(name -> !name.isBlank() && reply.returned().isEmpty())
                .map(InWords::name);
        if (reply.services().veterinary() && who.animal().isPresent()) {
            slots.put(Slot.ANIMAL, InWords.name(who.animal().get()));
            caller.ifPresent(owner -> slots.put(Slot.OWNER, owner));
            return new Act.Say(caller.isPresent() ? CONFIRM_VISIT_ANIMAL_OF : CONFIRM_VISIT_ANIMAL, slots);
        }
        Optional<String> patient =
                who.other() ? who.names().stream().findFirst().map(InWords::name) : caller;
        Optional<String> born = who.birth().map(OfferWords::birth);
        patient.ifPresent(name -> slots.put(Slot.PATIENT, name));
        born.ifPresent(day -> slots.put(Slot.BIRTH, day));
        if (patient.isPresent()) {
            return new Act.Say(born.isPresent() ? CONFIRM_VISIT_FOR_BORN : CONFIRM_VISIT_FOR, slots);
        }
        return new Act.Say(born.isPresent() ? CONFIRM_VISIT_BORN : CONFIRM_VISIT, slots);
    }

    private static Act.Say memberId(Reply reply) {
        return reply.errand()
                .cover()
                .memberId()
                .map(id -> Act.Say.of(TemplateId.READ_MEMBER_ID, Slot.MEMBER_ID, InWords.spelled(id)))
                .orElse(Act.Say.of(ASK_MEMBER_ID));
    }
}
