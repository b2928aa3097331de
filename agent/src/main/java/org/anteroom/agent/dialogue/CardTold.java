package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.words.SpokenMemberId;

/**
 * The numbers of an insurance card in a turn that was not asked for them: "it's delta dental, member number a b c one two three".
 *
 * @param memberId empty where none was told
 * @param before the words before the numbers
 */
record CardTold(Optional<String> memberId, Optional<String> group, List<String> before) {
    private static final Set<String> MEMBER = Set.of("member", "subscriber", "policy", "id", "identification", "i");
    private static final Set<String> GROUP = Set.of("group");
    private static final Set<String> LEADING =
            Set.of("number", "id", "i", "d", "code", "is", "it's", "its", "number's", "my", "the", "and");
    private static final int FEWEST = 5;
    private static final int FEWEST_OF_GROUP = 2;

    CardTold {
        before = List.copyOf(before);
    }

    static CardTold in(List<String> words) {
        int group = at(words, GROUP);
        int member = at(words, MEMBER);
        Optional<String> memberId = member < words.size()
                ? id(words.subList(member, group > member ? group : words.size()), FEWEST)
                : Optional.empty();
        Optional<String> groupId = group < words.size()
                ? id(words.subList(group, member > group ? member : words.size()), FEWEST_OF_GROUP)
                : Optional.empty();
        int from = Math.min(memberId.isPresent() ? member : words.size(), groupId.isPresent() ? group : words.size());
        while (from < words.size() && from > 0 && LEADING.contains(words.get(from - 1))) {
            from--;
        }
        return new CardTold(memberId, groupId, words.subList(0, from));
    }

    /** Where such a number is spoken of; the end where none is. "I" alone is none: "i d number" is. */
    private static int at(List<String> words, Set<String> cues) {
        for (int at = 0; at < words.size(); at++) {
            boolean spelled = at + 1 < words.size() && words.get(at + 1).equals("d");
            if (cues.contains(words.get(at)) && (!words.get(at).equals("i") || spelled)) {
                return at;
            }
        }
        return words.size();
    }

    private static Optional<String> id(List<String> words, int fewest) {
        int from = 1;
        while (from < words.size() && LEADING.contains(words.get(from))) {
            from++;
        }
        return SpokenMemberId.of(words.subList(from, words.size()))
                .filter(id -> id.length() >= fewest && id.chars().anyMatch(Character::isDigit));
    }
}
