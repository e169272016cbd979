package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Name;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compound statement whose {@code END} has not come yet. They lie on a stack of their own instead of the thread's, so that
 * a body may nest as deep as it likes.
 */
abstract class OpenStatement {
    final int start;
    final @Nullable Name label;
    private List<PlStatement> statements = new ArrayList<>();

    OpenStatement(int start, @Nullable Name label) {
        this.start = start;
        this.label = label;
    }

    final void add(@Nullable PlStatement statement) {
        if (statement != null) {
            statements.add(statement);
        }
    }

    /** Returns the statements since the last section began, and begins another one. */
    final PlStatements takeStatements() {
        PlStatements taken = new PlStatements(statements);
        statements = new ArrayList<>();
        return taken;
    }

    boolean isLoop() {
        return false;
    }

    /** Returns whether {@code name} is a cursor that is declared here. */
    boolean declaresCursor(String name) {
        return false;
    }

    /** Takes a word that begins no statement: {@code ELSE}, {@code END}. Returns whether the statement ends with it. */
    abstract boolean takeSection(String word);

    /** Returns the statement; null where its head was wrong. */
    abstract @Nullable PlStatement close(SourceRange range);
}
