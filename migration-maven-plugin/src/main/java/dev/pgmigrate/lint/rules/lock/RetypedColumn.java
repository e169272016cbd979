package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.effect.Operation;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.evidence.ColumnDependents;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what keeps a column from getting another type (PostgreSQL manual, ALTER TABLE, "Notes"). */
final class RetypedColumn {
    private static final Set<Operation> OF_KEYS = EnumSet.of(
            Operation.CHANGE_TYPE_OF_REFERENCED,
            Operation.CHANGE_TYPE_OF_REFERENCING,
            Operation.CHANGE_TYPE_OF_KEY_SAFELY);

    private RetypedColumn() {}

    /** Returns the view, trigger, policy or generated column for which the server refuses the change, in words; or null. */
    static @Nullable String reader(AlterTableAction.AlterColumnType change, LintContext context) {
        if (!(context.statement() instanceof AlterTable alter)
                || context.isGuardedAgainst(SqlState.FEATURE_NOT_SUPPORTED)) {
            return null;
        }
        for (AlterTableAction action : alter.actions()) {
            if (action instanceof AlterTableAction.DropColumn) {
                // Drops come first, and may take along what reads the column.
                return null;
            }
        }
        Schema schema = context.schema().certain();
        return schema.table(alter.name())
                .flatMap(table ->
                        ColumnDependents.ofReader(table, change.column().text(), schema))
                .orElse(null);
    }

    /** Returns the end of a sentence on the tables that are locked as well, since a foreign key holds the column; or nothing. */
    static String lockedWithIt(AlterTableAction.AlterColumnType change, LintContext context) {
        String tables = context.effects().stream()
                .filter(effect ->
                        OF_KEYS.contains(effect.operation()) && effect.range().equals(change.range()))
                .map(effect -> "`" + effect.relation().name() + "`")
                .distinct()
                .collect(Collectors.joining(", "));
        return tables.isEmpty() ? "" : ", and those of " + tables + ", because the foreign key is made again";
    }
}
