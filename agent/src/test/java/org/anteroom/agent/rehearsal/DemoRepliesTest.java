package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoRepliesTest {

    private final DemoReplies replies = new DemoReplies("2125550173")
            .wish("wish")
            .name("name")
            .number("number")
            .yes("yes")
            .about("about")
            .no("no")
            .bye("bye");

    private Optional<String> reply(String question, String words) {
        return replies.to(new Happening(0, 1, Happening.Kind.SAID, question, words))
                .map(DemoReplies.Reply::clip);
    }

    @Test
    void answersAQuestionAsOftenAsItIsAsked() {
        assertThat(reply("ask-name", "")).contains("name");
        assertThat(reply("ask-name-again", "")).contains("name");
        assertThat(reply("anything-else", "")).contains("bye");
    }

    @Test
    void saysNothingToWhatIsNoQuestion() {
        assertThat(reply("taking-message", "")).isEmpty();
    }

    @Test
    void agreesOnlyToTheRightNumber() {
        assertThat(reply("read-number", "I have two one two, five five five, zero one seven three. Is that right?"))
                .contains("yes");
        assertThat(reply("read-number", "I have five five five, zero one seven three. Is that right?"))
                .contains("no");
    }

    @Test
    void givesTheMessageWhenAskedForMoreBeforeItWasSaid() {
        assertThat(reply("ask-more", "")).contains("about");
        assertThat(reply("ask-more", "")).contains("no");
    }

    @Test
    void hasNothingToAddWhenTheQuestionWasTheMessage() {
        DemoReplies brief = new DemoReplies("2125550173").no("no");

        assertThat(brief.to(new Happening(0, 1, Happening.Kind.SAID, "ask-more", "")))
                .map(DemoReplies.Reply::clip)
                .contains("no");
    }
}
