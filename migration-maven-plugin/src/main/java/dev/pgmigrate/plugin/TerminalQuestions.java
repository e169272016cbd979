package dev.pgmigrate.plugin;

import dev.pgmigrate.goal.NewChoice;
import dev.pgmigrate.report.Printable;
import java.util.List;
import org.codehaus.plexus.components.interactivity.Prompter;
import org.codehaus.plexus.components.interactivity.PrompterException;

/** Asks the person at the terminal; an empty answer leaves a {@code TODO}. */
final class TerminalQuestions implements NewChoice.Questions {
    /** More than fit on a line are not listed. */
    private static final int CHOICES = 20;

    private final Prompter prompter;

    private TerminalQuestions(Prompter prompter) {
        this.prompter = prompter;
    }

    /** Returns who answers: nobody with {@code -B}, which turns {@code interactive} off. */
    static NewChoice.Questions of(boolean interactive, Prompter prompter) {
        return interactive ? new TerminalQuestions(prompter) : NewChoice.Questions.NONE;
    }

    @Override
    public String ask(String parameter, List<String> choices) {
        String listed = choices.isEmpty() || choices.size() > CHOICES ? "" : " (" + String.join(", ", choices) + ")";
        try {
            String answer = prompter.prompt(Printable.line("Which " + parameter + "?" + listed + " Empty: a TODO"), "");
            return answer == null ? "" : answer.strip();
        } catch (PrompterException e) {
            // The input has ended: nobody is there.
            return "";
        }
    }
}
