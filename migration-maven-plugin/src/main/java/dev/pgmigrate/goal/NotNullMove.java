package dev.pgmigrate.goal;

import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.AlterTableAction.SetNotNull;
import dev.pgmigrate.sql.ast.Statement;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns {@code SET NOT NULL} into a check {@code NOT VALID}, its validation in a file of its own, and {@code SET NOT NULL} in
 * another, which then reads no row (PostgreSQL manual, ALTER TABLE, SET NOT NULL). A column that anything behind it names
 * stays: a key or an identity needs it at once.
 *
 * @param sql the name of the table as the new files write it
 */
record NotNullMove(Table table, String sql, Migration migration, String lockTimeout) {
    private static final String SUFFIX = "_present";

    Optional<Move> of(SetNotNull set, Set<String> behind) {
        SqlFile file = migration.sql();
        String column = set.column().text();
        String name = table.name().name() + "_" + column + SUFFIX;
        boolean plain = name.matches("[a-z_][a-z0-9_]*")
                && name.getBytes(StandardCharsets.UTF_8).length <= Identifier.MAX_BYTES;
        if (!plain
                || behind.containsAll(Splitting.words(column))
                || table.constraints().get(name).isPresent()
                || table.column(column).filter(Table.Column::notNull).isEmpty()) {
            return Optional.empty();
        }
        String written = file.source().text(set.column().range());
        String drop = "DROP CONSTRAINT IF EXISTS " + name;
        String check = drop + ", ADD CONSTRAINT " + name + " CHECK (" + written + " IS NOT NULL) NOT VALID";
        String alter = "ALTER TABLE " + sql + " ";
        Map<SqlFile, List<TextEdit>> edits = new HashMap<>();
        edits.put(file, List.of(new TextEdit(set.range(), check)));
        rollback(alter + drop + ";", edits);
        Move.Part validation = new Move.Part(
                "validate_" + name,
                ConstraintMover.HARMLESS + alter + "VALIDATE CONSTRAINT " + name + ";\n",
                alter + check + ";\n");
        Move.Part notNull = new Move.Part(
                "require_" + column + "_of_" + table.name().name(),
                lockTimeout
                        + "-- The validated check proves it, so that nothing is read under the lock; then it has served its"
                        + " purpose.\n" + alter + "ALTER COLUMN " + written + " SET NOT NULL;\n" + alter + drop + ";\n",
                alter + "ALTER COLUMN " + written + " DROP NOT NULL;\n" + alter + check + ";\n" + alter
                        + "VALIDATE CONSTRAINT " + name + ";\n");
        return Optional.of(new Move(edits, List.of(validation, notNull)));
    }

    /** The rollback of the first file no longer finds a column that is NOT NULL, and has the check to drop. */
    private void rollback(String drop, Map<SqlFile, List<TextEdit>> edits) {
        migration.rollback().filter(back -> !back.isStub()).ifPresent(back -> {
            String text = back.sql().source().text();
            List<Statement> statements = back.sql().script().statements();
            int end = statements.get(statements.size() - 1).range().end();
            boolean ended = text.substring(end).stripLeading().startsWith(";");
            int line = text.indexOf('\n', end) < 0 ? text.length() : text.indexOf('\n', end);
            TextEdit edit = TextEdit.insert(ended ? line : end, (ended ? "\n" : ";\n") + drop);
            edits.merge(back.sql(), List.of(edit), (first, more) -> List.of(first.get(0), more.get(0)));
        });
    }
}
