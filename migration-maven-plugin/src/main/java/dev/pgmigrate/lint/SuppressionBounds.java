package dev.pgmigrate.lint;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.plpgsql.PlStatement;
import dev.pgmigrate.sql.plpgsql.PlpgsqlBody;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Determines the scope of a suppression: its own line if it follows SQL, the next part of a statement if it is inside
 * one, else the next statement.
 */
final class SuppressionBounds {
    private final SourceText source;
    private final CharSequence text;
    private final Stretches<Bindable> statements;

    SuppressionBounds(SqlFile file, List<Step> steps) {
        this.source = file.source();
        this.text = source.characters();
        this.statements = new Stretches<>(bindable(file, steps), Bindable::range);
    }

    /**
     * A part of a file.
     *
     * @param statement the statement in SQL, or null for one of PL/pgSQL and for what cannot be parsed
     * @param block whether it is a compound statement of PL/pgSQL
     */
    private record Bindable(SourceRange range, @Nullable Statement statement, boolean block) {
        static Bindable of(PlStatement statement) {
            return new Bindable(statement.range(), null, !(statement instanceof PlStatement.Simple));
        }
    }

    /** Returns the statements, including those inside bodies and those with syntax errors. */
    private static List<Bindable> bindable(SqlFile file, List<Step> steps) {
        List<Bindable> found = new ArrayList<>();
        for (Step step : steps) {
            found.add(new Bindable(step.statement().range(), step.statement(), false));
            PlpgsqlBody body = step.body();
            if (body != null) {
                body.walk().map(Bindable::of).forEach(found::add);
            }
        }
        file.script().errors().forEach(error -> found.add(new Bindable(error.range(), null, false)));
        return found;
    }

    SourceRange of(SourceRange comment) {
        int before = comment.start() - 1;
        while (before >= 0 && (isBlank(text.charAt(before)) || text.charAt(before) == ';')) {
            before--;
        }
        List<Bindable> there = before < 0 ? List.of() : statements.around(before);
        return there.isEmpty() || isLineEnd(text.charAt(before)) ? following(comment) : line(there, comment);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) && !isLineEnd(c);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** Returns the line before a comment, including all of a statement that ends on it and may have begun above. */
    private SourceRange line(List<Bindable> there, SourceRange comment) {
        int line = source.lineStart(comment.start());
        int start = line;
        for (Bindable ending : there) {
            SourceRange range = ending.range();
            if (range.end() <= comment.start() && !ending.block()) {
                start = Math.min(start, range.start());
            }
        }
        return new SourceRange(start, comment.start());
    }

    /** After the last statement of a block it applies to nothing. */
    private SourceRange following(SourceRange comment) {
        Bindable around = null;
        for (Bindable each : statements.around(comment.start())) {
            around = each.range().contains(comment.start()) ? each : around;
        }
        Bindable next = statements.next(comment.end());
        if (around != null
                && (next == null || next.range().start() >= around.range().end())) {
            return around.block() ? SourceRange.at(comment.end()) : part(around, comment);
        }
        return next == null ? SourceRange.at(comment.end()) : next.range();
    }

    /** Returns the part of a statement that follows a comment: a column, an action, a condition; the statement without any. */
    private static SourceRange part(Bindable around, SourceRange comment) {
        SourceRange next = null;
        if (around.statement() != null) {
            for (Node node : Nodes.all(around.statement())) {
                SourceRange range = node.range();
                boolean nearer = next == null
                        || range.start() < next.start()
                        || (range.start() == next.start() && range.end() > next.end());
                if (range.start() >= comment.end() && nearer) {
                    next = range;
                }
            }
        }
        return next == null ? around.range() : next;
    }
}
