package dev.pgmigrate.apply;

import dev.pgmigrate.migration.Checksum;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.parser.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a script as it is sent to a server, with the data that follows it.
 *
 * @param statement the parsed statement
 * @param sql its text, without the semicolon
 * @param dataOrNull the lines of {@code COPY … FROM STDIN}, or null
 */
public record ScriptStep(
        Statement statement, String sql, @Nullable SourceRange dataOrNull) {
    /** Returns the statements of {@code script} in order. */
    public static List<ScriptStep> of(SqlScript script) {
        List<ScriptStep> steps = new ArrayList<>();
        List<Statement> statements = script.statements();
        for (int i = 0; i < statements.size(); i++) {
            SourceRange range = statements.get(i).range();
            int next = i + 1 < statements.size()
                    ? statements.get(i + 1).range().start()
                    : script.source().text().length() + 1;
            SourceRange data = script.copyData().stream()
                    .filter(copied -> copied.start() >= range.end() && copied.start() < next)
                    .findFirst()
                    .orElse(null);
            steps.add(new ScriptStep(statements.get(i), script.source().text(range), data));
        }
        return steps;
    }

    public Optional<SourceRange> data() {
        return Optional.ofNullable(dataOrNull);
    }

    /** Returns a checksum that identifies the statement, with its data, within the file. */
    public String checksum(SourceText source) {
        return Checksum.of(dataOrNull == null ? sql : sql + "\n" + source.text(dataOrNull))
                .hex();
    }

    public SourceRange range() {
        return statement.range();
    }
}
