package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What surrounds an emergency's words decides what they mean: each kind of context beside its true emergency. */
class ContextsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "negated; no chest pain or anything; NONE",
                "negated, then meant; no he is choking; ALARM",
                "negated; she isn't choking; NONE",
                "negated in a list; no fever or bleeding heavily; NONE",
                "never before, now; i've never had chest pain like this; ALARM",
                "negation is the emergency; he's not breathing; ALARM",
                "the negated word is another; i'm not sure but he's choking; ALARM",
                "past; i had chest pain last year; NONE",
                "just now; i had chest pain an hour ago; ALARM",
                "when younger; back in college i had a seizure; NONE",
                "somebody else's past; my father died of a heart attack; NONE",
                "in the family; seizures run in the family; NONE",
                "idiom; i'm dying for a cleaning; NONE",
                "meant; i think she's dying; ALARM",
                "idiom; i almost had a heart attack when i saw the bill; NONE",
                "meant; i think he had a heart attack; ALARM",
                "idiom; the line keeps cutting me off; NONE",
                "over two turns; let's do the first one last name foster; NONE",
                "office; i got a bill in the mail that doesn't look right; NONE",
                "meant; he doesn't look right; CONCERN",
                "idiom; the line keeps cutting out on me; NONE",
                "meant; she keeps cutting herself; ALARM",
                "meant; i've been cutting out pieces of my skin; ALARM",
                "meant; she keeps cutting it out of her arm; ALARM",
                "administrative; i want to change my emergency contact; NONE",
                "administrative; how much is an emergency visit; NONE",
                "meant; it's an emergency please; ALARM",
                "class; do you teach the choking class; NONE",
                "resolved; he stopped bleeding so we are fine; NONE",
                "not resolved; he hasn't stopped bleeding; ALARM",
                "small; a little bleeding; NONE",
                "doubt; my gums are fine but it is bleeding; CONCERN"
            })
    void meaning(String why, String text, Grade grade) {
        assertThat(Heard.grade(text)).as(why).isEqualTo(grade);
    }
}
