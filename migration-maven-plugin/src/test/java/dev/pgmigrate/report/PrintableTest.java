package dev.pgmigrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.goal.Failure;
import dev.pgmigrate.goal.FileChange;
import dev.pgmigrate.goal.FileLine;
import dev.pgmigrate.goal.FileState;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Confidence;
import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.LintReport;
import dev.pgmigrate.lint.RuleId;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.migration.IgnoredFile;
import dev.pgmigrate.postgres.ServerError;
import dev.pgmigrate.sql.Position;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a CI service or a terminal obeys never leaves a report, wherever it stands in a result. */
class PrintableTest {
    private static final String HOSTILE = "x\n"
            + "::error::planted\r\n"
            + "  ::add-mask::planted\r"
            + "::stop-commands::planted\u2028::error::\u0085##[add-mask]planted"
            + "##vso[task.setvariable]\u001b[2Jplanted\u001b]0;title\u0007\u009b31m\u202Eplanted\u0000\u000B::set-env::";

    /** Our own colours, and nothing else that begins with ESC. */
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[(?:1;31|1;33|32|1|2|)m");

    @ParameterizedTest
    @EnumSource(Palette.class)
    void theConsoleHoldsNoCommandAndNoEscapeSequence(Palette palette) {
        List<ConsoleLine> lines = ConsoleReport.of(hostile(), palette);

        assertThat(lines).isNotEmpty().allSatisfy(line -> isHarmless(line.text()));
        assertThat(lines).anySatisfy(line -> assertThat(line.text()).contains("  | ::error::planted"));
    }

    @ParameterizedTest
    @EnumSource(Palette.class)
    void aDiffHoldsNoCommandAndNoEscapeSequence(Palette palette) {
        FileChange change = new FileChange(Path.of("x"), HOSTILE, "a\n", HOSTILE);

        assertThat(DiffReport.of(change, palette)).isNotEmpty().allSatisfy(line -> isHarmless(line.text()));
    }

    @Test
    void theHeadlineIsOneLine() {
        isHarmless(Headline.of(hostile()));
    }

    @Test
    void eachAnnotationIsOneCommandAndTheOneThatIsMeant() {
        assertThat(GithubReport.of(hostile(), "")).hasSize(3).allSatisfy(command -> {
            assertThat(command).startsWith("::error file=");
            isHarmless(command.substring(2));
        });
    }

    @Test
    void noFileHoldsAnEscapeSequence() throws Exception {
        for (Reports.File file : Reports.files(hostile(), "check", EnumSet.allOf(ReportForm.class), Results.ORIGIN)) {
            StringWriter text = new StringWriter();
            file.content().writeTo(text);

            assertThat(text.toString()).as(file.name()).doesNotContain("\u001b", "\u0007", "\u0000");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a ## b", "##", "'[1,2]'::int[]", "a\tb", "Straße 🙂 ::", "::"})
    void whatIsSafeStaysAsItIs(String text) {
        assertThat(Printable.lines(text)).containsExactly(text);
        assertThat(Printable.line(text)).isEqualTo(text);
    }

    private static void isHarmless(String line) {
        assertThat(COLOUR.matcher(line).replaceAll(""))
                .doesNotContainPattern("[\\p{Cc}\u2028-\u202E\u2066-\u2069&&[^\t]]")
                .doesNotContainPattern("^\\s*::")
                .doesNotContainPattern("##[a-z]*\\[");
    }

    /** Returns a result with {@link #HOSTILE} wherever a text from outside can be. */
    private static Result hostile() {
        SourceText source = SourceText.of("SELECT '" + HOSTILE + "';\n");
        Finding error = finding(Severity.ERROR, source);
        return new Result(
                "check",
                Path.of(""),
                List.of(
                        new FileLine(HOSTILE, "1", HOSTILE, FileState.FAILED, HOSTILE),
                        new FileLine(HOSTILE, "", "", FileState.REJECTED, HOSTILE)),
                List.of(new IgnoredFile(Path.of("x"), HOSTILE, IgnoredFile.Kind.OTHER, HOSTILE)),
                List.of(error, finding(Severity.ERROR, source)),
                List.of(new LintReport.Suppressed(error, HOSTILE)),
                List.of(new Failure(
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        new Position(1, 1),
                        new Position(1, 5),
                        HOSTILE,
                        new ServerError("P0001", HOSTILE, HOSTILE, HOSTILE, 1, HOSTILE))),
                List.of(HOSTILE),
                true,
                Map.of(HOSTILE, source));
    }

    private static Finding finding(Severity severity, SourceText source) {
        return new Finding(
                new RuleId("generic-name"),
                severity,
                Category.LOCK,
                HOSTILE,
                new SourceRange(0, source.text().length()),
                source.position(0),
                source.position(source.text().length()),
                HOSTILE,
                HOSTILE,
                Confidence.EXACT,
                null,
                false);
    }
}
