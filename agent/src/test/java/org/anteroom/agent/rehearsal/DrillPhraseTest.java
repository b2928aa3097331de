package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.emergency.Keys;
import org.anteroom.agent.emergency.RuleBook;
import org.anteroom.agent.emergency.RulesAlone;
import org.junit.jupiter.api.Test;

class DrillPhraseTest {

    @Test
    void everyTypeOfPracticeHasThreeOfItsOwnBesideThoseOfAll() throws Exception {
        List<DrillPhrase> all = DrillPhrase.all();
        for (PracticeType type : PracticeType.values()) {
            assertThat(all.stream().filter(phrase -> phrase.practice().equals(Optional.of(type))))
                    .as(type.id())
                    .hasSizeGreaterThanOrEqualTo(3);
        }
        assertThat(all.stream().filter(phrase -> phrase.practice().isEmpty())).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void eachIsAnEmergencyWhereItIsPlayedAndItsDecisiveWordIsKnown() throws Exception {
        for (PracticeType type : EnumSet.allOf(PracticeType.class)) {
            for (DrillPhrase phrase : DrillPhrase.of(type)) {
                CallerAudio.Clip clip = CallerAudio.clip(phrase.clip());
                assertThat(new RulesAlone(new Detector(RuleBook.of(Set.of(type)), Keys.DEFAULT)))
                        .as(type.id())
                        .accepts(clip.words());
                assertThat(clip.decisiveMs()).as(phrase.clip()).isPresent();
                assertThat(clip.decisiveMs().getAsInt()).isLessThanOrEqualTo(clip.pcm().length / 8);
            }
        }
    }
}
