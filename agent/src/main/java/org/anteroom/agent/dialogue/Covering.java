package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.anteroom.agent.config.PracticePayer;
import org.anteroom.agent.words.SpokenMemberId;

/** Insurance details: whose, which, and the numbers on the card. Passed to staff, never judged. */
final class Covering {
    /** An id that doesn't look like the payer's is asked for once more, then taken as it is. */
    private static final int TRIES = 2;

    private static final int LONGEST_NAME = 8;
    private static final int FEWEST = 3;
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?:um|uh|well|so|oh|yes|yeah|and|it's|it is|it's called|that's|called|i have|we have"
                    + "|i've got|we've got|it's with|the name is|with|i use|we use|i go to|we go to|send it to|it goes to|to|at) )+");
    private static final Pattern ASKED = Pattern.compile(" (?:do|does|are|will|would|can) "
            + ".*(?:take|accept|work with|works with|participate|in network|contracted)"
            + "| (?:what|which|kinds of) insurance| insurances do ");
    private static final Set<String> NONE =
            Set.of("none", "no", "don't", "nope", "isn't", "nothing", "not", "can't", "without");

    private static final Set<String> DENIES = Set.of("don't", "can't", "isn't", "doesn't", "haven't", "none");

    private Covering() {}

    static Reply told(Reply reply, Input.Said said, Told told) {
        Cover cover = reply.errand().cover();
        Cover named = told.payer().map(payer -> cover.by(payer, true)).orElse(cover);
        return reply.errand(reply.errand().cover(withCard(reply, named, CardTold.in(said.words()))));
    }

    /** With the numbers of the card; one that is no number of that insurance is asked for. */
    private static Cover withCard(Reply reply, Cover cover, CardTold told) {
        Cover now = told.memberId()
                .filter(id -> cover.memberId().isEmpty())
                .filter(id ->
                        ErrandDetails.looksRight(reply.services(), cover.payer().orElse(""), id))
                .map(cover::id)
                .orElse(cover);
        return told.group().filter(id -> now.group().isEmpty()).map(now::group).orElse(now);
    }

    static Step next(Reply reply) {
        Cover cover = reply.errand().cover();
        if (cover.payer().isEmpty()) {
            return reply.ask(Stage.PAYER);
        }
        if (cover.memberId().isEmpty()) {
            return reply.ask(Stage.MEMBER_ID);
        }
        if (!cover.confirmed()) {
            return reply.ask(Stage.CONFIRM_MEMBER_ID);
        }
        boolean atHand = cover.memberId().map(id -> !id.isEmpty()).orElse(false);
        if (cover.group().isEmpty() && atHand) {
            return reply.ask(Stage.GROUP);
        }
        // An animal holds no plan.
        if (cover.ownPlan().isEmpty() && !reply.services().veterinary()) {
            return reply.ask(Stage.OWN_PLAN);
        }
        if (cover.ownPlan().equals(Optional.of(false)) && cover.subscriber().isEmpty()) {
            return reply.ask(Stage.SUBSCRIBER);
        }
        Optional<Stage> missing = Identifying.missing(reply).or(() -> Identifying.number(reply));
        return missing.isPresent() ? reply.ask(missing.get()) : reply.save();
    }

    static Step payer(Reply reply, Input.Said said) {
        Optional<PracticePayer> known = reply.services().payers().answered(said);
        Cover cover = reply.errand().cover();
        CardTold card = CardTold.in(said.words());
        if (known.isPresent()) {
            return changed(reply, withCard(reply, cover.by(known.get().name(), true), card));
        }
        if (Mending.onlyYesOrNo(said)) {
            return Mending.noAnswer(reply);
        }
        List<String> words = card.before();
        boolean name = !words.isEmpty() && words.size() <= LONGEST_NAME;
        return name
                ? changed(reply, withCard(reply, cover.by(bare(String.join(" ", words)), false), card))
                : Mending.missed(reply);
    }

    static Step memberId(Reply reply, Input.Said said) {
        CardTold card = CardTold.in(said.words());
        if (card.group().isPresent() && reply.errand().cover().group().isEmpty()) {
            reply.errand(reply.errand()
                    .cover(reply.errand().cover().group(card.group().get())));
        }
        // "And the group number is ..." is no part of the member's.
        List<String> member = card.group().isPresent() ? withoutGroup(said.words()) : said.words();
        Optional<String> id = HeardMemberId.in(reply.services(), payer(reply), member, said)
                .filter(found -> found.length() >= FEWEST);
        if (id.isPresent()) {
            return id(reply, id.get());
        }
        // Who has no card at hand is not asked for it again; staff do that.
        return Filling.refused(said.words())
                ? changed(reply, reply.errand().cover().id("").idConfirmed())
                : Mending.missed(reply);
    }

    private static String payer(Reply reply) {
        return reply.errand().cover().payer().orElse("");
    }

    private static List<String> withoutGroup(List<String> words) {
        int group = words.indexOf("group");
        return group > 0 ? words.subList(0, group) : words;
    }

    /** "It's called Trusted Paws": the name alone. */
    static String bare(String said) {
        String name = LEAD.matcher(said).replaceFirst("");
        return name.isBlank() ? said : name;
    }

    /** An id as it was said or keyed. */
    static Step id(Reply reply, String id) {
        Cover cover = reply.errand().cover().id(id);
        boolean odd = !ErrandDetails.looksRight(reply.services(), cover.payer().orElse(""), id);
        if (odd && cover.tries() < TRIES) {
            return reply.understood()
                    .errand(reply.errand().cover(cover))
                    .say(TemplateId.ASK_MEMBER_ID_AGAIN)
                    .listen(Stage.MEMBER_ID);
        }
        return changed(reply, cover);
    }

    static Step confirmed(Reply reply, Input.Said said) {
        Cover cover = reply.errand().cover();
        Optional<String> corrected = HeardMemberId.in(reply.services(), payer(reply), said.words(), said)
                .filter(found -> found.length() > FEWEST && hasDigit(found));
        if (corrected.isPresent() && !corrected.equals(cover.memberId())) {
            return Mending.counted(
                    reply, () -> Errands.next(reply.errand(reply.errand().cover(cover.id(corrected.get())))));
        }
        return switch (Answers.yesNo(said)) {
            case YES -> changed(reply, cover.idConfirmed());
            case NO -> denied(reply);
            case UNCLEAR -> corrected.isPresent() ? changed(reply, cover.idConfirmed()) : Mending.missed(reply);
        };
    }

    private static boolean hasDigit(String id) {
        return id.chars().anyMatch(Character::isDigit);
    }

    /** Wrong, without the right one: once more, then as it is. */
    static Step denied(Reply reply) {
        reply.repairs(reply.repairs().repeated());
        if (reply.repairs().exhausted() || reply.repairs().repeats() > Repairs.REPEATS) {
            return reply.nearest(Act.Reason.NOT_UNDERSTOOD);
        }
        return reply.say(TemplateId.ASK_MEMBER_ID_AGAIN).listen(Stage.MEMBER_ID);
    }

    static Step group(Reply reply, Input.Said said) {
        // "I don't see one" is no group C 1.
        boolean denied = said.words().stream().anyMatch(DENIES::contains);
        Optional<String> group = SpokenMemberId.of(said.words())
                .filter(heard -> hasDigit(heard) && !(denied && heard.length() < FEWEST));
        Cover cover = reply.errand().cover();
        if (group.isPresent()) {
            return changed(reply, cover.group(group.get()));
        }
        boolean none = said.words().stream().anyMatch(NONE::contains);
        return none ? changed(reply, cover.group("")) : Mending.missed(reply);
    }

    static Step ownPlan(Reply reply, Input.Said said) {
        Cover cover = reply.errand().cover();
        return switch (Answers.yesNo(said)) {
            case YES -> changed(reply, cover.own(true));
            case NO -> mine(said) ? own(reply, cover) : changed(reply, cover.own(false));
            case UNCLEAR -> whose(reply, said, cover);
        };
    }

    /** "It's my husband's", "mine". */
    private static Step whose(Reply reply, Input.Said said, Cover cover) {
        if (mine(said)) {
            return own(reply, cover);
        }
        return Relation.in(said.words(), reply.services().veterinary()) == Relation.OTHER
                ? changed(reply, cover.own(false))
                : Mending.missed(reply);
    }

    private static boolean mine(Input.Said said) {
        return said.words().contains("mine") || said.words().contains("myself");
    }

    /** The caller's, who may be somebody else than the patient. */
    private static Step own(Reply reply, Cover cover) {
        boolean other = reply.errand().who().other();
        return changed(reply, other ? cover.of(reply.form().name().orElse("the caller")) : cover.own(true));
    }

    static Step subscriber(Reply reply, Input.Said said) {
        Cover cover = reply.errand().cover();
        if (said.words().equals(List.of("me")) || said.words().contains("i") || mine(said)) {
            return changed(reply, cover.of(reply.form().name().orElse("the caller")));
        }
        return Answers.names(said).stream()
                .findFirst()
                .map(name -> changed(reply, cover.of(name)))
                .orElseGet(() -> Mending.missed(reply));
    }

    private static Step changed(Reply reply, Cover cover) {
        return Errands.next(reply.understood().errand(reply.errand().cover(cover)));
    }

    /** A question about what the practice takes: answered from its list. */
    static boolean asks(List<String> words) {
        return ASKED.matcher(Phrases.spaced(words)).find();
    }
}
