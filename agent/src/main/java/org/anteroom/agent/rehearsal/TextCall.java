package org.anteroom.agent.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.dialogue.Act;
import org.anteroom.agent.dialogue.CallBackWish;
import org.anteroom.agent.dialogue.CallFacts;
import org.anteroom.agent.dialogue.Clip;
import org.anteroom.agent.dialogue.Conversation;
import org.anteroom.agent.dialogue.Destination;
import org.anteroom.agent.dialogue.Hearing;
import org.anteroom.agent.dialogue.Input;
import org.anteroom.agent.dialogue.Listen;
import org.anteroom.agent.dialogue.Request;
import org.anteroom.agent.dialogue.ReturnCall;
import org.anteroom.agent.dialogue.State;
import org.anteroom.agent.dialogue.Step;
import org.anteroom.agent.dialogue.Trace;
import org.anteroom.agent.dialogue.TurnMeaning;
import org.anteroom.agent.dialogue.Wordings;
import org.anteroom.agent.emergency.Clause;
import org.anteroom.agent.emergency.Clauses;
import org.anteroom.agent.emergency.Decision;
import org.anteroom.agent.emergency.Detection;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.emergency.DetectorState;
import org.anteroom.agent.emergency.EntryMode;
import org.anteroom.agent.emergency.Evidence;
import org.anteroom.agent.emergency.Keys;
import org.anteroom.agent.emergency.RuleBook;
import org.anteroom.agent.emergency.Scorer;
import org.anteroom.agent.practice.reception.Reception;
import org.anteroom.agent.words.Normaliser;
import org.anteroom.agent.words.Utterance;

/**
 * A call as text, through the real detector and the real conversation; what is stored, rung and recorded is only told.
 *
 * <pre>
 *   C: when do you open          the caller speaks (after "|" the slot recogniser's words)
 *   K: 0                         the caller presses keys
 *   * silent                     silent, saved, not saved, nobody, overridden, resumed, hangs up
 *   * called back                the number on file is rung, and somebody there presses the key
 *   A: Good morning.             what the agent says, word for word
 *   = save MESSAGE ...           what it does besides listening
 *   ! alarm: ...                 the detector takes the call
 *   ~ stage: when -> looking     why, where that is asked for
 * </pre>
 *
 * One thread at a time.
 */
public final class TextCall {
    /** From the beginning of one turn to that of the next at least; a longer turn takes as long as its words. */
    private static final int TURN_MS = 1_000;
    /** An entry of keys is over after 1.5 s. */
    private static final int ENTRY_MS = 2_000;

    /** Reading its rules takes longer than a conversation. */
    private static final Map<PracticeType, Detector> DETECTORS = new ConcurrentHashMap<>();

    /** What goes without saying. */
    private static final Set<Hearing> QUIETLY = Set.of(Hearing.OPEN, Hearing.ADDITION, Hearing.NAME);

    private final TextPractice practice;
    private final Conversation conversation;
    private Wordings wordings;
    private final Detector detector;
    private final Optional<Scorer> scorer;
    private final Optional<TurnMeaning> meaning;
    private final Reception reception;
    private final Instant now;
    private final Clauses clauses = new Clauses();
    private DetectorState detected;
    private State state;
    private boolean digitEntry;
    private boolean traced;
    private Consumer<Act> watcher = act -> {};
    private int clock;
    private Optional<CallBackWish> wish = Optional.empty();

    /**
     * @param scorer how much words mean an emergency; without one phrases alone count
     * @param meaning what turns are for; without it reviewed patterns alone count
     * @param reception the practice's records
     * @param now the time of the whole call
     */
    public TextCall(
            TextPractice practice,
            Optional<Scorer> scorer,
            Optional<TurnMeaning> meaning,
            Reception reception,
            Instant now) {
        this.practice = practice;
        this.conversation = new Conversation(practice.choices());
        this.wordings = new Wordings(practice.catalogue());
        this.detector = DETECTORS.computeIfAbsent(
                practice.type(), type -> new Detector(RuleBook.of(Set.of(type)), Keys.DEFAULT));
        this.scorer = scorer;
        this.meaning = meaning;
        this.reception = reception;
        this.now = now;
        this.detected = detector.initial();
        this.state = conversation.start();
    }

    /** From now on the reasons are told as well, in lines that begin with {@code ~}. */
    public TextCall traced() {
        traced = true;
        return this;
    }

    /** From now on everything that the agent does is shown to the watcher as well, before it is done. */
    public TextCall watched(Consumer<Act> other) {
        watcher = other;
        return this;
    }

    /** The same call from here on, on its own: what is said in it is not said in this one; the records are shared. */
    public TextCall branch() {
        TextCall other = new TextCall(practice, scorer, meaning, reception, now);
        other.wordings = wordings.copy();
        other.detected = detected;
        other.state = state;
        other.digitEntry = digitEntry;
        other.clock = clock;
        other.wish = wish;
        return other;
    }

    /** What the agent does when the call is answered.
     *
     *  @param caller digits of the number it comes from, where it was sent
     */
    public List<String> began(Optional<String> caller, boolean recorded, boolean emergencyOnly) {
        return step(new Input.Began(new CallFacts(
                practice.office(), practice.services(), caller, recorded, emergencyOnly, practice.desk())));
    }

    /**
     * What the agent does after one line of the caller's side.
     *
     * @throws IllegalArgumentException when it is none
     */
    public List<String> line(String line) {
        if (line.startsWith("C:")) {
            return said(line.substring(2).strip());
        }
        if (line.startsWith("K:")) {
            // On the telephone pound only ends an entry.
            return keyed(line.substring(2).strip().replaceAll("(?<=.)#$", ""));
        }
        return line.equals("* called back") ? calledBack() : step(event(line));
    }

    /** Somebody answers at the number on file, and presses the key: another call, of the same wordings. */
    private List<String> calledBack() {
        Optional<ReturnCall> returned = wish.flatMap(asked -> reception
                .callBackTo(asked.claim(), asked.task(), now)
                .join()
                .map(to -> new ReturnCall(to.patient(), asked)));
        if (returned.isEmpty()) {
            return List.of("= nobody is rung");
        }
        wish = Optional.empty();
        detected = detector.initial();
        state = conversation.start();
        return step(new Input.Began(new CallFacts(
                practice.office(), practice.services(), Optional.empty(), false, false, practice.desk(), returned)));
    }

    /** Whether the conversation has hung up, or the caller has. */
    public boolean ended() {
        return state.ended();
    }

    /** Whether something is being stored: a line about that comes next. */
    public boolean saving() {
        return state.pending().isPresent();
    }

    private List<String> said(String text) {
        String[] sides = text.split("\\|", -1);
        Utterance whole = Utterance.typed(sides[0], clock);
        Optional<Decision> decision = detect(whole);
        clock = (int) Math.max(clock + TURN_MS, whole.audioMs());
        if (decision.isPresent()) {
            return taken(decision.get());
        }
        List<String> slot = sides.length > 1 ? Normaliser.words(sides[1]) : List.of();
        List<String> words = Normaliser.words(sides[0]);
        Input.Said said = new Input.Said(words, slot, new Clip(clock, clock + 500));
        return step(meaning.map(found -> said.meaning(found.of(words))).orElse(said));
    }

    /** Word by word, as partials come, then the whole turn and what it means; what is found later has the higher grade. */
    private Optional<Decision> detect(Utterance whole) {
        Optional<Decision> gravest = Optional.empty();
        int words = whole.words().size();
        for (int heard = 1; heard <= words + 1; heard++) {
            Utterance part = heard <= words ? whole.partial(heard) : whole;
            List<Evidence> pieces = new ArrayList<>(List.of(Evidence.Words.of(part)));
            pieces.addAll(meaning(part));
            for (Evidence piece : pieces) {
                Optional<Decision> risen = evidence(piece);
                gravest = risen.isPresent() ? risen : gravest;
            }
        }
        return gravest;
    }

    private List<Evidence> meaning(Utterance part) {
        Optional<Clause> clause = clauses.heard(part.words(), part.complete(), part.audioMs());
        if (scorer.isPresent()) {
            return clause.<List<Evidence>>map(each -> List.of(Evidence.Scored.of(each, scorer.get())))
                    .orElse(List.of());
        }
        return part.complete() ? List.of(new Evidence.Unjudged(part.audioMs())) : List.of();
    }

    /** The keys, then the pause after which an entry is whole. */
    private List<String> keyed(String keys) {
        EntryMode mode = digitEntry ? EntryMode.DIGITS : EntryMode.CHOICE;
        List<Evidence> pieces = new ArrayList<>();
        for (int at = 0; at < keys.length(); at++) {
            pieces.add(new Evidence.Key(keys.charAt(at), mode, clock));
        }
        clock += ENTRY_MS;
        pieces.add(Evidence.Quiet.at(clock));
        for (Evidence piece : pieces) {
            Optional<Decision> decision = evidence(piece);
            if (decision.isPresent()) {
                return taken(decision.get());
            }
        }
        detected = detector.step(detected, new Evidence.EntryTaken(clock)).state();
        return step(new Input.Keyed(keys));
    }

    private Optional<Decision> evidence(Evidence evidence) {
        Detection detection = detector.step(detected, evidence);
        detected = detection.state();
        return detection.decision();
    }

    private List<String> taken(Decision decision) {
        List<String> done = new ArrayList<>();
        done.add("! " + decision.grade().name().toLowerCase(Locale.ROOT) + ": " + decision.rule() + " ("
                + decision.category() + ")");
        done.addAll(step(new Input.Overridden()));
        return done;
    }

    private List<String> step(Input input) {
        State before = state;
        Step step = conversation.step(state, input, now);
        state = step.state();
        List<String> done = new ArrayList<>();
        if (traced) {
            Trace.of(before, input, step).forEach(line -> done.add("~ " + line));
        }
        for (Act act : step.acts()) {
            watcher.accept(act);
            told(act).ifPresent(done::add);
            answer(act).map(this::step).ifPresent(done::addAll);
            Optional<Decision> doubt =
                    act instanceof Act.NotUnderstood ? evidence(new Evidence.NotUnderstood(clock)) : Optional.empty();
            if (doubt.isPresent()) {
                done.addAll(taken(doubt.get()));
                return done;
            }
        }
        if (input instanceof Input.Said && step.acts().stream().noneMatch(Act.NotUnderstood.class::isInstance)) {
            detected = detector.step(detected, new Evidence.Understood(clock)).state();
        }
        return done;
    }

    /** What the practice's records say to it, at once. */
    private Optional<Input> answer(Act act) {
        if (act instanceof Act.Commit commit && commit.request() instanceof Request.CallBackOnFile asked) {
            wish = Optional.of(asked.wish());
        }
        if (act instanceof Act.LetGo unwanted) {
            var unused = reception.letGo(unwanted.hold()).join();
        }
        if (act instanceof Act.LookUp asked) {
            return Optional.of(
                    new Input.Found(reception.answer(asked.query(), now).join()));
        }
        if (act instanceof Act.Commit commit && commit.request() instanceof Request.InBook book) {
            return Optional.of(Input.of(reception.carryOut(book.change(), now).join()));
        }
        return Optional.empty();
    }

    private Input event(String line) {
        return switch (line) {
            case "* silent" -> new Input.Silent();
            case "* saved" -> new Input.Committed("7");
            case "* not saved" -> new Input.CommitFailed();
            case "* nobody" -> new Input.TransferFailed(
                    state.transfer().map(Act.Transfer::to).orElse(Destination.DESK));
            case "* overridden" -> new Input.Overridden();
            case "* resumed" -> {
                detected = detected.rearmed(clock);
                yield new Input.Resumed();
            }
            case "* hangs up" -> new Input.HungUp();
            default -> throw new IllegalArgumentException(
                    "\"" + line + "\" is no line of a caller: C: words, K: keys, or one of"
                            + " * silent, saved, not saved, nobody, overridden, resumed, hangs up, called back");
        };
    }

    private Optional<String> told(Act act) {
        if (act instanceof Act.Say say) {
            return Optional.of("A: " + wordings.text(say));
        }
        if (act instanceof Act.Commit commit) {
            return Optional.of("= "
                    + TextRequest.of(commit.request(), practice.office().hours().zone()));
        }
        if (act instanceof Act.LetGo unwanted) {
            return Optional.of("= let go of "
                    + TextRequest.time(
                            unwanted.hold().offer(), practice.office().hours().zone()));
        }
        if (act instanceof Act.Transfer transfer) {
            return Optional.of("= transfer " + transfer.to() + " " + transfer.reason());
        }
        if (act instanceof Listen listen) {
            digitEntry = listen.digitEntry();
            return QUIETLY.contains(listen.hearing())
                    ? Optional.empty()
                    : Optional.of("= listen " + listen.hearing() + (digitEntry ? " or keys" : ""));
        }
        if (act instanceof Act.LookUp) {
            return Optional.empty();
        }
        return Optional.of(act instanceof Act.End ? "= end" : "= not understood");
    }
}
