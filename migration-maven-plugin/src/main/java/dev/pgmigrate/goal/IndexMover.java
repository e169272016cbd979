package dev.pgmigrate.goal;

import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Moves an index of a table in use, which would be built in a transaction beside other changes, to where it is built
 * {@code CONCURRENTLY}. A unique index stays, since what comes before the new file may need it, and one that anything behind
 * it names: a comment, a cluster, a constraint.
 */
record IndexMover(Runner runner) implements Splitting.Mover {
    static final String RULE = "require-concurrent-index-creation";

    /** Supabase and Liquibase run a file in one transaction, or ask for marks that its author has to choose. */
    static final Set<Runner> RUNNERS = Set.of(Runner.MIGRATE, Runner.FLYWAY, Runner.PSQL);

    @Override
    public Optional<Move> move(Migration migration, Finding finding, Set<String> behind) {
        for (Statement statement : migration.sql().script().statements()) {
            if (statement.range().equals(finding.range())
                    && statement instanceof CreateIndex index
                    && index.name() != null
                    && !index.unique()
                    && !isDroppedByName(index, migration)
                    && !behind.containsAll(Splitting.words(name(index)))) {
                return Optional.of(
                        Move.of(migration.sql(), Move.without(index, migration.sql()), part(index, migration.sql())));
            }
        }
        return Optional.empty();
    }

    /** The rollback of the new file runs first, after which that of the old one finds no index. */
    private static boolean isDroppedByName(CreateIndex index, Migration migration) {
        String name = Pattern.quote(name(index));
        Pattern drop = Pattern.compile("(?i)\\bdrop\\s+index\\s+(?!if\\b)[^;]*\\b" + name + "\\b");
        return migration
                .rollback()
                .filter(rollback -> drop.matcher(rollback.sql().source().text()).find())
                .isPresent();
    }

    private static String name(CreateIndex index) {
        return index.name() == null ? "" : index.name().text();
    }

    private Move.Part part(CreateIndex index, SqlFile file) {
        String sql = file.source().text(index.range());
        int behind = index.keyword().end() - index.range().start();
        boolean ours = runner == Runner.MIGRATE;
        String words = " CONCURRENTLY" + (ours && !index.ifNotExists() ? " IF NOT EXISTS" : "");
        String rest =
                ours ? sql.substring(behind) : sql.substring(behind).replaceFirst("(?i)^\\s+if\\s+not\\s+exists", "");
        String drop = "DROP INDEX CONCURRENTLY IF EXISTS " + qualified(index, file) + ";\n";
        return new Move.Part(
                "create_index_" + name(index),
                (ours ? "" : drop) + sql.substring(0, behind) + words + rest + ";\n",
                drop);
    }

    /** An index is in the schema of its table (PostgreSQL manual, CREATE INDEX). */
    private static String qualified(CreateIndex index, SqlFile file) {
        List<Name> table = index.table().parts();
        String schema = table.size() == 1
                ? ""
                : file.source().text(table.get(table.size() - 2).range()) + ".";
        Name name = Objects.requireNonNull(index.name());
        return schema + file.source().text(name.range());
    }
}
