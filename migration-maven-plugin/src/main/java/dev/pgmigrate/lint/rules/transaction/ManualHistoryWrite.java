package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.lint.evidence.StatementEdits;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reports statements that write the table in which the runner keeps what has run. */
final class ManualHistoryWrite extends StatementRule<Statement> {
    private static final Set<String> HISTORIES = Set.of(
            "schema_migrations",
            "flyway_schema_history",
            "databasechangelog",
            "databasechangeloglock",
            "migration_events");

    /** Where runners keep them; in other schemas they are somebody else's, as Supabase's services have their own. */
    private static final Set<String> SCHEMAS = Set.of("", "public", "flyway", "supabase_migrations");

    ManualHistoryWrite() {
        super(Facts.error(Category.TRANSACTION).fixable().alsoInRollbacks().since("0.1"), Statement.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        ObjectName table = written(statement);
        if (context.runner() == Runner.PSQL
                || table == null
                || !HISTORIES.contains(table.qualified().name())
                || !SCHEMAS.contains(table.qualified().schema().orElse(""))) {
            return;
        }
        reporter.report(
                        statement.range(),
                        LiveTable.quoted(table)
                                + " is the runner's own record of what has run, and writing it here makes it wrong or"
                                + " fails on the runner's row",
                        "Leave the history to the runner.")
                .fix(
                        context.place() == Place.FILE
                                ? Optional.of(new Fix(List.of(StatementEdits.delete(statement, context.sql()))))
                                : Optional.empty());
    }

    private static @Nullable ObjectName written(Statement statement) {
        if (statement instanceof DmlStatement change) {
            return change.relation().name();
        }
        if (statement instanceof TableStatement.Definition create) {
            return create.name();
        }
        if (statement instanceof TableStatement.AlterTable alter) {
            return alter.name();
        }
        return statement instanceof DropStatement.Drop drop && drop.objectType() == ObjectType.TABLE
                ? drop.objects().get(0).name()
                : null;
    }
}
