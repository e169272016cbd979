package dev.pgmigrate.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.goal.NewChoice;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.plexus.components.interactivity.Prompter;
import org.codehaus.plexus.components.interactivity.PrompterException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TerminalQuestionsTest {
    private final List<String> asked = new ArrayList<>();

    @Test
    void asksAPersonAndTakesTheAnswer() {
        assertThat(questions(true, " email ").ask("column", List.of("id", "email")))
                .isEqualTo("email");
        assertThat(asked).containsExactly("Which column? (id, email) Empty: a TODO");
    }

    @Test
    void takesNoAnswerForATodo() {
        assertThat(questions(true, null).ask("role", List.of())).isEmpty();
        assertThat(asked).containsExactly("Which role? Empty: a TODO");
    }

    @Test
    void asksNobodyInABatch() {
        assertThat(questions(false, "email").ask("column", List.of("email"))).isEmpty();
        assertThat(asked).isEmpty();
    }

    private NewChoice.Questions questions(boolean terminal, @Nullable String answer) {
        return TerminalQuestions.of(terminal, new Terminal(answer));
    }

    /** Answers always the same; null is the end of the input. */
    private final class Terminal implements Prompter {
        private final @Nullable String answer;

        private Terminal(@Nullable String answer) {
            this.answer = answer;
        }

        @Override
        public String prompt(String message, String defaultReply) throws PrompterException {
            asked.add(message);
            if (answer == null) {
                throw new PrompterException("The input has ended");
            }
            return answer;
        }

        @Override
        public String prompt(String message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String prompt(String message, List<String> possibleValues) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String prompt(String message, List<String> possibleValues, String defaultReply) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String promptForPassword(String message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void showMessage(String message) {
            throw new UnsupportedOperationException();
        }
    }
}
