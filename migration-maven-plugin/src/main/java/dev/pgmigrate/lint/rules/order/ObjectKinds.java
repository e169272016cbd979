package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.BulkStatement.Truncate;
import dev.pgmigrate.sql.ast.DropStatement.Drop;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PolicyStatement.CreatePolicy;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.Locale;

/** Statements about a relation of another kind than they say; {@code IF EXISTS} does not help them. */
final class ObjectKinds {
    private ObjectKinds() {}

    static void check(Statement statement, Refusals refusals) {
        if (statement instanceof Drop drop) {
            drop.objects().forEach(object -> dropped(object, refusals));
        } else if (statement instanceof CreateIndex index) {
            view(index.table(), "has no indexes", refusals);
        } else if (statement instanceof CreatePolicy policy) {
            view(policy.table(), "has no policies", refusals);
        } else if (statement instanceof Truncate truncate) {
            truncate.tables().forEach(table -> view(table.name(), "has no rows of its own", refusals));
        } else if (statement instanceof AlterTable alter
                && alter.actions().stream().anyMatch(AlterTableAction.AddColumn.class::isInstance)) {
            view(alter.name(), "gets its columns from its query", refusals);
        }
    }

    private static void dropped(ObjectReference object, Refusals refusals) {
        refusals.schema()
                .otherKind(object)
                .ifPresent(type -> refusals.add(
                        object.range(),
                        SqlState.WRONG_OBJECT_TYPE,
                        "`" + object.name() + "` is " + withArticle(type) + ", not " + withArticle(object.type()),
                        "Write DROP " + type.words().toUpperCase(Locale.ROOT) + "."));
    }

    private static String withArticle(ObjectType type) {
        return (type == ObjectType.INDEX ? "an " : "a ") + type.words();
    }

    private static void view(ObjectName name, String why, Refusals refusals) {
        refusals.schema()
                .view(name.qualified())
                .filter(view -> !view.materialized())
                .ifPresent(view -> refusals.add(
                        name.range(),
                        SqlState.WRONG_OBJECT_TYPE,
                        "`" + name + "` is a view, which " + why,
                        "Name the table that it reads."));
    }
}
