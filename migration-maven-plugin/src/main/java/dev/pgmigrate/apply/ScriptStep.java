package dev.pgmigrate.apply;

import dev.pgmigrate.migration.Checksum;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.BulkStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.parser.SqlScript;
import java.util.AbstractList;
import java.util.Collections;
import java.util.Comparator;
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
    /** More data than this has a checksum of its own. */
    private static final int LARGE = 1 << 20;

    /** Returns the statements of {@code script} in order, each with a copy of its text only while it is asked for. */
    public static List<ScriptStep> of(SqlScript script) {
        List<Statement> statements = script.statements();
        return new AbstractList<>() {
            @Override
            public ScriptStep get(int index) {
                Statement statement = statements.get(index);
                return new ScriptStep(statement, script.source().text(statement.range()), dataOf(index, script));
            }

            @Override
            public int size() {
                return statements.size();
            }
        };
    }

    private static @Nullable SourceRange dataOf(int index, SqlScript script) {
        List<Statement> statements = script.statements();
        if (!(statements.get(index) instanceof BulkStatement.Copy copy)) {
            return null;
        }
        int end = copy.range().end();
        List<SourceRange> all = script.copyData();
        int found = Collections.binarySearch(all, SourceRange.at(end), Comparator.comparingInt(SourceRange::start));
        int first = found >= 0 ? found : -found - 1;
        boolean own = first < all.size()
                && (index + 1 == statements.size()
                        || all.get(first).start()
                                < statements.get(index + 1).range().start());
        return own ? all.get(first) : null;
    }

    public Optional<SourceRange> data() {
        return Optional.ofNullable(dataOrNull);
    }

    /** Returns a checksum that identifies the statement, with its data, within the file. */
    public String checksum(SourceText source) {
        SourceRange data = dataOrNull;
        if (data == null) {
            return Checksum.of(sql).hex();
        }
        boolean large = data.length() > LARGE;
        return Checksum.of(sql + "\n" + (large ? Checksum.of(source.characters(), data) : source.text(data)))
                .hex();
    }

    public SourceRange range() {
        return statement.range();
    }
}
