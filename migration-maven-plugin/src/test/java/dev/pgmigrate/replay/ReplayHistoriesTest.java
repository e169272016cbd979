package dev.pgmigrate.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.plpgsql.PlCondition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each statement of a history does to the replay's schema stands behind it, in lines with an arrow: what is said no more,
 * what is said from then on, and what the statement meets that a second run would refuse. {@code -Dapprove} writes the lines.
 */
class ReplayHistoriesTest {
    private static final Path HISTORIES = Path.of("src/test/resources/dev/pgmigrate/replay");
    private static final String ARROW = "--> ";
    private static final Pattern WORD = Pattern.compile("[a-z_][a-z_0-9]*");
    private static final Pattern RUNNER = Pattern.compile("-- runner: (\\w+)");

    private final StringBuilder written = new StringBuilder();
    private Set<String> said = new TreeSet<>();
    private TransactionState transaction = TransactionState.RUNNER;
    private Set<String> settings = new TreeSet<>();

    static Stream<Path> histories() throws IOException {
        try (Stream<Path> files = Files.list(HISTORIES)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void replaySaysWhatStandsBehindEachStatement(Path history) throws IOException {
        String expected = Files.readString(history, UTF_8);

        course(withoutArrows(expected));

        if (System.getProperty("approve") != null) {
            Files.writeString(history, written, UTF_8);
            return;
        }
        assertThat(written).hasToString(expected);
    }

    static String withoutArrows(String history) {
        return history.lines()
                .filter(line -> !line.startsWith(ARROW))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** Returns who runs a history, which its first line may say. */
    static Runner runner(String history) {
        Matcher header = RUNNER.matcher(history);
        return header.lookingAt() ? Runner.valueOf(header.group(1)) : Runner.MIGRATE;
    }

    private void course(String sql) {
        Replay replay = new Replay(runner(sql), List.of("public"));
        SchemaText.Seen seen = new SchemaText.Seen(
                WORD.matcher(sql).results().map(result -> result.group()).toList());
        SqlFile file = SqlFile.of(Path.of("V1__history.sql"), "V1__history.sql", sql);
        assertThat(file.script().errors()).isEmpty();
        Replay.FileReplay done = replay.run(file);
        int from = 0;
        List<Step> steps = done.steps();
        for (Step step : steps) {
            if (step.place() == Place.FILE) {
                int end = endOfLine(sql, step.statement().range().end());
                written.append(sql, from, end);
                from = end;
            } else {
                write("in " + step.place() + ": " + firstLine(file.source(), step.statement()) + around(step.guard()));
            }
            state(step);
            met(step);
            say("", SchemaText.of(step.after(), seen));
        }
        written.append(sql, from, sql.length());
        done.errors().forEach(error -> write("error: " + error.message()));
        done.quoted()
                .forEach(range -> write("quoted: "
                        + file.source().text(range).lines().findFirst().orElse("")));
        if (!steps.isEmpty()) {
            Step last = steps.get(steps.size() - 1);
            said = SchemaText.of(last.before(), seen);
            say("meets in a second run:", SchemaText.of(last.again(), seen));
        }
    }

    private void state(Step step) {
        if (step.transaction() != transaction) {
            transaction = step.transaction();
            write("runs in " + transaction);
        }
        Set<String> now = new TreeSet<>();
        step.settings()
                .all()
                .forEach((name, setting) -> now.add(name + " = " + setting.value()
                        + (setting.local() ? " locally" : "")
                        + (setting.effective() ? "" : " without effect")
                        + (step.settings().isOff(name) ? " (off)" : "")));
        if (!now.equals(settings)) {
            settings = now;
            write("runs with " + now);
        }
    }

    /** What the statement names, and what it would make once more in a second run. */
    private void met(Step step) {
        Statement statement = step.statement();
        List<ObjectReference> named = new ArrayList<>();
        if (statement instanceof DropStatement drop) {
            named.addAll(drop.objects());
        } else if (statement instanceof ObjectStatement object) {
            named.add(object.object());
        }
        for (ObjectReference object : named) {
            String other = step.before()
                    .otherKind(object)
                    .map(kind -> ", but as " + kind.words())
                    .orElse("");
            write("meets " + object.type().words() + " " + object.name() + " "
                    + step.before().presence(object).name().toLowerCase(Locale.ROOT) + other);
        }
        for (Collision collision : Collisions.of(statement, step.again())) {
            write("again " + collision.sqlState() + " " + collision.type().words() + " " + collision.name() + " at "
                    + step.file().source().text(collision.at()));
        }
    }

    private static String around(Guard guard) {
        return (guard.conditional() ? ", on a condition" : "")
                + (guard.hasHandlers()
                        ? ", handled "
                                + guard.handlers().stream()
                                        .map(PlCondition::name)
                                        .toList()
                        : "");
    }

    private static String firstLine(SourceText source, Statement statement) {
        return source.text(statement.range()).lines().findFirst().orElse("").strip();
    }

    private void say(String title, Set<String> now) {
        Set<String> gone = new TreeSet<>(said);
        gone.removeAll(now);
        Set<String> came = new TreeSet<>(now);
        came.removeAll(said);
        if (!title.isEmpty() && !now.equals(said)) {
            write(title);
        }
        gone.forEach(line -> write("- " + line));
        came.forEach(line -> write("+ " + line));
        said = now;
    }

    private void write(String line) {
        written.append(ARROW).append(line).append('\n');
    }

    private static int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }
}
