package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import org.jspecify.annotations.Nullable;

/** Tells what a {@code CONCURRENTLY} works on while it waits for older transactions. */
final class Concurrently {
    private Concurrently() {}

    /** Returns the work in words, or null where the statement is no such one; a refresh does not wait that way. */
    static @Nullable String build(Statement statement) {
        if (statement instanceof IndexStatement.CreateIndex index && index.concurrently()) {
            return index.name() == null
                    ? "the build of the index"
                    : "the build of `" + index.name().text() + "`";
        }
        if (statement instanceof IndexStatement.Reindex reindex && reindex.concurrently()) {
            return reindex.name() == null ? "the rebuild" : "the rebuild of " + LiveTable.quoted(reindex.name());
        }
        if (statement instanceof DropStatement.Drop drop && drop.concurrently()) {
            return "the drop of " + LiveTable.quoted(drop.objects().get(0).name());
        }
        if (statement instanceof TableStatement.AlterTable alter) {
            return alter.actions().stream()
                    .filter(action ->
                            action instanceof AlterTableAction.DetachPartition detach && detach.concurrently())
                    .map(action -> "the detach from " + LiveTable.quoted(alter.name()))
                    .findFirst()
                    .orElse(null);
        }
        return null;
    }
}
