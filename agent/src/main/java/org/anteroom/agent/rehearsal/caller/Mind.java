package org.anteroom.agent.rehearsal.caller;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.PracticeConfig;

/**
 * A caller on the phone: hears what the agent says before it waits, and does something. The same situation and the same words
 * lead to the same moves. One thread.
 */
public final class Mind {
    /** What the agent says of what it has just asked. */
    private static final Set<Asked> SAME_SUBJECT =
            EnumSet.of(Asked.CONFIRM, Asked.SHALL, Asked.LOST, Asked.PATIENCE, Asked.HINT, Asked.HOLD, Asked.NOTHING);

    private static final int LOST_ENOUGH = 3;
    /** After so many offers that don't suit they take what there is. */
    private static final int REFUSALS = 2;
    /** What is asked several times in a call where all goes well. */
    private static final Set<Asked> REPEATED = EnumSet.of(Asked.ANYTHING_ELSE, Asked.OFFER, Asked.CONFIRM, Asked.SHALL);
    /** Questions that some answer with a question. */
    private static final Map<Asked, String> ASKED_BACK = Map.of(
            Asked.WHEN, "ask.when",
            Asked.NAME, "ask.name",
            Asked.BIRTH, "ask.dob",
            Asked.PHONE, "ask.phone",
            Asked.OFFER, "ask.choose");

    private final Goal goal;
    private final Manner manner;
    private final Optional<String> from;
    private final LocalDate today;
    private final Voice voice;
    private final ReadBack readBack;
    private final Map<Asked, Integer> counts = new EnumMap<>(Asked.class);
    private final Set<Asked> askedBack = EnumSet.noneOf(Asked.class);

    private When when;
    private Optional<LocalDateTime> accepted = Optional.empty();
    private boolean changed;
    private boolean opened;
    private boolean wishSaid;
    private boolean messageSaid;
    private boolean told;
    private boolean done;
    private Asked before = Asked.NOTHING;
    private String[] rules = {};
    private boolean wantsPerson;
    private boolean leaving;
    /** The number they gave last, which is to be read back. */
    private Asked subject = Asked.NOTHING;
    /** What was read back last they had not made out. */
    private boolean askedAgain;

    private int turns;
    private int repairs;
    private int refusals;

    public Mind(Situation situation, PracticeConfig practice) {
        this.goal = situation.goal();
        this.manner = situation.manner();
        this.from = situation.from();
        this.today = situation.now().toLocalDate();
        this.voice = new Voice(situation, practice.type());
        this.readBack = new ReadBack(goal, practice);
        this.when = goal.when();
    }

    /** What suits them by now. */
    public When when() {
        return when;
    }

    /** The offer that they said yes to last. */
    public Optional<LocalDateTime> accepted() {
        return accepted;
    }

    /** How often the agent asked again, or had not understood. */
    public int repairs() {
        return repairs;
    }

    /** Whether they have asked for a person because they got nowhere. */
    public boolean wantsPerson() {
        return wantsPerson;
    }

    /** Whether they were told that it is done. */
    public boolean told() {
        return told;
    }

    /** Whether that asks something of them, so that they need not wait whether more comes. Nothing changes by it. */
    public boolean asked(String said) {
        return Ear.asks(said);
    }

    /** The agent's last words, to which there is nothing more to say. */
    public void overhear(String said) {
        told |= Ear.hear(said).has(Asked.DONE);
    }

    /** @param said all that the agent said before it waited */
    public Move hear(String said) {
        turns++;
        Heard heard = Ear.hear(said);
        HeardTimes times = HeardTimes.of(said, today);
        if (leaving || turns > manner.turns()) {
            return new Move.HangUp();
        }
        if (!opened) {
            opened = true;
            return new Move.Say(voice.opening());
        }
        told |= heard.has(Asked.DONE);
        // Who has said yes to all of it and is asked what else there is takes it for done.
        boolean agreed = before == Asked.CONFIRM || before == Asked.SHALL;
        done |= told || (agreed && heard.asked() == Asked.ANYTHING_ELSE && !heard.has(Asked.LOST));
        before = heard.asked();
        subject = SAME_SUBJECT.contains(before) ? subject : before;
        if (heard.has(Asked.HOLD) && heard.asked() != Asked.PUT_THROUGH) {
            return new Move.Wait();
        }
        int count = counts.merge(heard.asked(), 1, Integer::sum);
        boolean again = heard.has(Asked.LOST) || (count > 1 && !REPEATED.contains(heard.asked()));
        repairs += again ? 1 : 0;
        if (repairs > manner.repairs() && again && goal.task() != Task.WRONG_NUMBER) {
            return impatient();
        }
        return answer(heard, times);
    }

    /** First asks for a person, then goes. */
    private Move impatient() {
        if (wantsPerson && repairs > manner.repairs() + LOST_ENOUGH) {
            return leave("never-mind");
        }
        wantsPerson = true;
        return new Move.Say(voice.answer("person"));
    }

    private Move answer(Heard heard, HeardTimes times) {
        if (goal.task() == Task.WRONG_NUMBER) {
            return heard.asked() == Asked.BYE ? new Move.HangUp() : leave("wrong-number");
        }
        if (goal.task() == Task.EMERGENCY) {
            return say("emergency.again");
        }
        if (offered(heard, times)) {
            return judged(heard, times);
        }
        Optional<String> back = Optional.ofNullable(ASKED_BACK.get(heard.asked()))
                .filter(rule -> manner.style() == Manner.Style.ASKS_BACK && askedBack.add(heard.asked()));
        if (back.isPresent() && voice.chance().nextBoolean()) {
            return new Move.Say(voice.answer(back.get()));
        }
        return switch (heard.asked()) {
            case HELP -> done ? say("nothing-more") : new Move.Say(voice.request());
            case ANYTHING_ELSE -> more(heard);
            case CONFIRM, SHALL -> confirmed(heard, times);
            case WHEN -> wish(heard);
            case NONE_FREE -> wider();
            case BYE -> leave("bye");
            case DONE -> say("nothing-more");
            case ADD -> voice.knows("message") && !messageSaid ? new Move.Say(message()) : say("decline");
            case LOST, PATIENCE, HINT -> rules.length == 0 ? new Move.Say(voice.request()) : say(rules);
            case HOLD -> new Move.Wait();
            case NOTHING -> lost();
            default -> told(heard);
        };
    }

    private Move say(String... chosen) {
        rules = chosen;
        return new Move.Say(voice.answer(chosen));
    }

    private Move leave(String rule) {
        leaving = true;
        return say(rule);
    }

    /** Somebody whom nothing was told that makes sense asks once, then says again what they want. */
    private Move lost() {
        return counts.getOrDefault(Asked.NOTHING, 0) % 2 == 1 ? say("what") : new Move.Say(voice.request());
    }

    private Move more(Heard heard) {
        boolean answered = done || (goal.task() == Task.OFFICE_FACT && !heard.has(Asked.LOST));
        boolean first = counts.getOrDefault(Asked.ANYTHING_ELSE, 0) == 1;
        return answered || !first ? say("nothing-more") : new Move.Say(voice.request());
    }

    private Move wish(Heard heard) {
        if (heard.has(Asked.NONE_FREE) && counts.getOrDefault(Asked.WHEN, 0) > 1) {
            return wider();
        }
        rules = new String[] {voice.knows("when") ? "when" : "when.any"};
        return new Move.Say(withProvider(voice.when()));
    }

    private String withProvider(String said) {
        if (!goal.providerWished() || wishSaid) {
            return said;
        }
        wishSaid = true;
        return said + " with " + goal.provider();
    }

    private Move wider() {
        when = When.ANY;
        voice.fact("when", "");
        return say("when.wider");
    }

    private boolean offered(Heard heard, HeardTimes times) {
        boolean several = times.times().size() > 1;
        boolean one = times.times().size() == 1 && accepted.isEmpty();
        boolean choice = heard.asked() == Asked.OFFER
                || heard.asked() == Asked.NOTHING
                || heard.asked() == Asked.WHEN
                || heard.asked() == Asked.SHALL
                || heard.asked() == Asked.CONFIRM;
        boolean old = goal.held().map(Held::at).filter(times.times()::contains).isPresent();
        return goal.task().timed() && choice && !old && ((several && heard.asked() != Asked.CONFIRM) || one);
    }

    private Move judged(Heard heard, HeardTimes times) {
        if (!changed && goal.changed().isPresent()) {
            changed = true;
            when = goal.changed().get();
            voice.fact("when", when.spoken());
            return say("when.changed");
        }
        List<LocalDateTime> offers = times.times();
        String provider = goal.providerWished() ? goal.provider() : "";
        Optional<LocalDateTime> best = Offers.best(offers, when, heard.whole(), today, provider);
        if (best.isEmpty()) {
            refusals++;
            return refusals > REFUSALS ? wider() : refused();
        }
        return chosen(best.get(), offers);
    }

    private Move refused() {
        boolean says = voice.knows("when") && voice.chance().nextInt(3) > 0;
        return new Move.Say(says ? withProvider(voice.answer("refuse.when")) : voice.answer("refuse"));
    }

    private Move chosen(LocalDateTime best, List<LocalDateTime> offers) {
        accepted = Optional.of(best);
        boolean alone = offers.stream()
                        .filter(each -> each.toLocalDate().equals(best.toLocalDate()))
                        .count()
                == 1;
        boolean weekday = offers.stream()
                        .filter(each -> each.getDayOfWeek() == best.getDayOfWeek())
                        .count()
                == 1;
        String time = SpokenTime.time(LocalTime.from(best), voice.chance());
        String day =
                weekday ? SpokenTime.weekday(best.getDayOfWeek()) : SpokenTime.date(best.toLocalDate(), voice.chance());
        voice.fact("offer-time", time);
        voice.fact("offer-day-alone", day);
        voice.fact("offer-day", alone ? day : day + " at " + time);
        voice.fact("ordinal", SpokenNumber.ordinal(offers.indexOf(best) + 1));
        return offers.size() == 1 ? say("choose.single") : say("choose");
    }

    private Move confirmed(Heard heard, HeardTimes times) {
        if (subject == Asked.PHONE || subject == Asked.MEMBER_ID) {
            boolean member = subject == Asked.MEMBER_ID;
            ReadBack.Read read = readBack.number(heard.whole(), times, member);
            if (read == ReadBack.Read.UNCLEAR && !askedAgain) {
                askedAgain = true;
                return new Move.Say(voice.answer("what"));
            }
            askedAgain = false;
            if (read == ReadBack.Read.UNCLEAR || read == ReadBack.Read.WRONG) {
                return say(member ? "member.wrong" : "phone.wrong");
            }
            if (read == ReadBack.Read.RIGHT) {
                subject = Asked.NOTHING;
                return say("yes");
            }
        }
        Optional<String> wrong = readBack.wrong(heard.whole(), times, accepted);
        wrong.filter(rule -> rule.equals("time.wrong")).ifPresent(any -> accepted = Optional.empty());
        return say(wrong.orElse("yes"));
    }

    private Move told(Heard heard) {
        boolean fresh = goal.task() == Task.NEW_PATIENT;
        boolean hinted = heard.has(Asked.HINT);
        return switch (heard.asked()) {
            case NAME -> say(name(heard));
            case SPELL -> say("spell");
            case BIRTH -> say("dob");
            case PHONE -> keyed(heard, goal.self().phone(), false).orElseGet(() -> say("phone"));
            case THIS_NUMBER -> say(from.isPresent() ? "yes" : "phone.wrong");
            case PIN -> pin(heard, fresh);
            case WHICH_HELD -> voice.knows("old") ? say("held") : new Move.Say(voice.request());
            case BEEN -> say(hinted ? (fresh ? "no" : "yes") : fresh ? "new" : "existing");
            case NEW -> say(hinted ? (fresh ? "yes" : "no") : fresh ? "yes" : "existing.patient");
            case NEW_OR_NOT -> say(fresh ? "new.patient" : "existing.patient");
            case FOR_WHOM -> say("for-me");
            case FOR_YOU, OWN_PLAN, TAKE_MESSAGE, PUT_THROUGH -> say("yes");
            case PROVIDER -> say(goal.providerWished() ? "provider" : "provider.any");
            case SUBSCRIBER -> say("subscriber-me");
            case GROUP -> say("group-none");
            case MESSAGE -> new Move.Say(message());
            case ANIMAL -> heard.has(Asked.MESSAGE)
                    ? new Move.Say(
                            message() + " it's for " + goal.self().animal().orElse("me"))
                    : known(Asked.ANIMAL);
            default -> known(heard.asked());
        };
    }

    /** Who is told to use the keypad mostly does. */
    private Optional<Move> keyed(Heard heard, String digits, boolean enterIsEnough) {
        String whole = heard.whole().toLowerCase(Locale.ROOT);
        boolean told = whole.contains("keypad") || (enterIsEnough && whole.contains("enter your"));
        if (!told || voice.chance().nextInt(3) == 0) {
            return Optional.empty();
        }
        return Optional.of(new Move.Press(digits + (whole.contains("pound") ? "#" : "")));
    }

    /** Many do as they are told where they have none. */
    private Move pin(Heard heard, boolean fresh) {
        if (goal.self().pin().isPresent() && !fresh) {
            return keyed(heard, goal.self().pin().get(), true).orElseGet(() -> say("pin"));
        }
        boolean hinted = heard.whole().toLowerCase(Locale.ROOT).contains("say no pin");
        return say(hinted && voice.chance().nextBoolean() ? "pin.none.told" : "pin.none");
    }

    private static String name(Heard heard) {
        String question = heard.question().toLowerCase(Locale.ROOT);
        return question.contains("last name") && !question.contains("first") ? "last" : "name";
    }

    private String message() {
        if (voice.knows("message")) {
            messageSaid = true;
            return voice.answer("message");
        }
        return goal.task() == Task.PERSON ? voice.answer("talk.again") : voice.request();
    }

    /** What has a rule of its own where the caller knows it. */
    private Move known(Asked asked) {
        String rule =
                switch (asked) {
                    case MEMBER_ID -> "member";
                    default -> asked.heading();
                };
        return voice.knows(rule) ? say(rule) : new Move.Say(voice.request());
    }
}
