package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.effect.Operation;
import dev.pgmigrate.effect.RebuiltParts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.evidence.ColumnDependents;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells what keeps a column from getting another type (PostgreSQL manual, ALTER TABLE, "Notes"). */
final class RetypedColumn {
    private static final Set<Operation> OF_KEYS = EnumSet.of(
            Operation.CHANGE_TYPE_OF_REFERENCED,
            Operation.CHANGE_TYPE_OF_REFERENCING,
            Operation.CHANGE_TYPE_OF_KEY_SAFELY);

    private static final int MOST_NAMES = 5;

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

    /** Returns the end of a sentence on what is made again with a table that is rewritten; or nothing. */
    static String madeAgain(AlterTable alter, AlterTableAction.AlterColumnType change, LintContext context) {
        return context.schema()
                .table(alter.name())
                .map(table -> RebuiltParts.of(change, table, context.schema(), true))
                .map(parts -> Stream.of(indexes(parts), checks(parts), statistics(parts))
                        .filter(named -> !named.isEmpty())
                        .collect(Collectors.joining(", the ")))
                .filter(named -> !named.isEmpty())
                .map(named -> "; made again with it: the " + named)
                .orElse("");
    }

    /** Returns the indexes with the word before them; nothing where there is none. */
    static String indexes(RebuiltParts parts) {
        return named(
                "index",
                "indexes",
                parts.indexes().stream().map(index -> index.name().name()).toList());
    }

    /** Returns the checks with the word before them; nothing where there is none. */
    static String checks(RebuiltParts parts) {
        return named(
                "check",
                "checks",
                parts.checks().stream().map(TableConstraint::name).toList());
    }

    private static String statistics(RebuiltParts parts) {
        return named(
                "statistics",
                "statistics",
                parts.statistics().stream().map(QualifiedName::name).toList());
    }

    private static String named(String one, String several, List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        String listed =
                names.stream().limit(MOST_NAMES).map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        int more = names.size() - MOST_NAMES;
        String word = names.size() == 1 ? one : several;
        return word + " " + listed + (more > 0 ? " and " + more + " more" : "");
    }
}
