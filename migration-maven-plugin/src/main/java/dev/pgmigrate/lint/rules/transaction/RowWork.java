package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.sql.ast.BulkStatement;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.Statement;
import java.util.Optional;

/** Tells which table a statement reads or writes in bulk, so that it takes longer the larger that is. */
final class RowWork {
    private RowWork() {}

    /** Returns the table, as written; empty for {@code INSERT … VALUES} and whatever else is short. */
    static Optional<ObjectName> of(Statement statement) {
        if (statement instanceof DmlStatement.Insert insert) {
            return insert.source() instanceof SelectStatement.Select query
                            && !query.from().isEmpty()
                    ? Optional.of(insert.relation().name())
                    : Optional.empty();
        }
        if (statement instanceof BulkStatement.Copy copy) {
            return copy.isFrom() ? Optional.ofNullable(copy.table()) : Optional.empty();
        }
        return statement instanceof DmlStatement change
                ? Optional.of(change.relation().name())
                : Optional.empty();
    }
}
