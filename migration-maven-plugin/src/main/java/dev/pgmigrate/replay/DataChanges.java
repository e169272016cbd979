package dev.pgmigrate.replay;

import dev.pgmigrate.sql.ast.Statement;

/** Notes which tables get rows, because a table with rows is no longer fresh. */
final class DataChanges {
    private DataChanges() {}

    static void apply(Statement statement, Model model) {}
}
