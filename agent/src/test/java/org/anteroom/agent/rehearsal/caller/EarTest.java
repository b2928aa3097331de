package org.anteroom.agent.rehearsal.caller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    HELP          | Good morning, this is the office. How can I help you today?
                    HELP          | Tell me what you need, in a few words.
                    NAME          | May I have your name, please?
                    NAME          | What is your first and last name?
                    NAME          | And who am I speaking with?
                    SPELL         | Could you spell your last name for me?
                    BIRTH         | And your date of birth?
                    BIRTH         | When were you born, please?
                    BIRTH         | What's the patient's birthday?
                    PHONE         | What's the best number to reach you?
                    PHONE         | Which phone number can we call you back on?
                    THIS_NUMBER   | Can we reach you at the number you're calling from?
                    PIN           | Please tell me your PIN.
                    ANIMAL        | What is your pet's name?
                    WHEN          | When would you like to come in?
                    WHEN          | What day works for you?
                    WHEN          | Do you prefer mornings or afternoons?
                    OFFER         | Which one would you like?
                    OFFER         | Do any of these work for you?
                    CONFIRM       | Is that right?
                    CONFIRM       | Did I get that right?
                    SHALL         | Shall I book that for you?
                    SHALL         | Would you like me to cancel it?
                    VISIT         | What kind of visit is it?
                    VISIT         | What are you coming in for?
                    BEEN          | Have you been here before?
                    NEW           | Are you a new patient?
                    NEW_OR_NOT    | Are you a new patient or have you been here before?
                    FOR_WHOM      | Who is the appointment for?
                    FOR_YOU       | Are you the patient?
                    PROVIDER      | Would you like to see anyone in particular?
                    PAYER         | What insurance do you have?
                    MEMBER_ID     | What's the member ID on your card?
                    GROUP         | Is there a group number?
                    SUBSCRIBER    | Are you the subscriber?
                    DRUG          | Which medication do you need?
                    PHARMACY      | And which pharmacy should it go to?
                    MESSAGE       | What should I tell them?
                    TAKE_MESSAGE  | Would you like to leave a message?
                    PUT_THROUGH   | Would you rather speak to a person?
                    ANYTHING_ELSE | Is there anything else I can do for you?
                    HOLD          | Stay on the line, please, I am connecting you.
                    BYE           | Thank you for calling. Goodbye.
                    LOST          | Sorry, I didn't catch that.
                    NONE_FREE     | I'm afraid there is nothing free on that day.
                    DONE          | You're booked for Tuesday at 10.
                    NOTHING       | The weather has been lovely.
                    """)
    void makesOutWhatIsAskedInManyWordings(Asked asked, String said) {
        assertThat(Ear.hear(said).asked()).isEqualTo(asked);
    }

    @Test
    void theLastQuestionWaitsForAnAnswer() {
        Heard heard = Ear.hear("Sorry, I didn't catch that. What is your date of birth?");

        assertThat(heard.asked()).isEqualTo(Asked.BIRTH);
        assertThat(heard.has(Asked.LOST)).isTrue();
    }

    @Test
    void whatIsToldAfterAQuestionDoesNotHideIt() {
        assertThat(Ear.hear("You're booked. Is there anything else? Take your time.")
                        .asked())
                .isEqualTo(Asked.ANYTHING_ELSE);
    }

    @Test
    void aMisheardWordDoesNotMatter() {
        assertThat(Ear.hear("End your date of earth, your birthday please?").asked())
                .isEqualTo(Asked.BIRTH);
    }
}
