package dev.pgmigrate.goal;

import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.AlterTableAction.AddConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction.SetNotNull;
import dev.pgmigrate.sql.ast.AlterTableAction.ValidateConstraint;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.DomainStatement;
import dev.pgmigrate.sql.ast.DomainStatement.AlterDomain;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Moves the scan of a table out of the transaction that adds a constraint: the constraint is added {@code NOT VALID}, and
 * {@code VALIDATE CONSTRAINT} has a file of its own, since that lock blocks neither reads nor writes only where the first one
 * is no longer held (PostgreSQL manual, ALTER TABLE, Notes). What the folder drops, renames or inherits later stays.
 *
 * @param end what the folder makes
 * @param lockTimeout what bounds the wait for a lock in a new file
 */
record ConstraintMover(Schema end, String lockTimeout) implements Splitting.Mover {
    static final Set<String> RULES = Set.of(
            "constraint-missing-not-valid",
            "adding-foreign-key-constraint",
            "adding-not-nullable-field",
            "ban-alter-domain-with-add-constraint",
            "require-separate-constraint-validation");

    /** What stands above a validation in its new file. */
    static final String HARMLESS = "-- Reads the whole table, and blocks neither reads nor writes.\n";

    @Override
    public Optional<Move> move(Migration migration, Finding finding, Set<String> behind) {
        for (Statement statement : migration.sql().script().statements()) {
            if (statement instanceof AlterTable alter && holds(alter.range(), finding.range())) {
                return table(alter).flatMap(table -> move(alter, table, migration, finding, behind));
            }
            if (statement instanceof AlterDomain alter && alter.range().equals(finding.range())) {
                return domain(alter, migration.sql(), behind);
            }
        }
        return Optional.empty();
    }

    private static boolean holds(SourceRange outer, SourceRange inner) {
        return outer.start() <= inner.start() && inner.end() <= outer.end();
    }

    /** What a table shares with others, its partitions and heirs, is validated by other rules. */
    private Optional<Table> table(AlterTable alter) {
        return end.table(alter.name())
                .filter(table -> !table.isPartitioned()
                        && table.partitionOf() == null
                        && table.parents().isEmpty()
                        && !table.foreign()
                        && !table.temporary()
                        && end.heirsOf(table.name()).isEmpty());
    }

    private Optional<Move> move(
            AlterTable alter, Table table, Migration migration, Finding finding, Set<String> behind) {
        SqlFile file = migration.sql();
        for (AlterTableAction action : alter.actions()) {
            if (!holds(action.range(), finding.range())) {
                continue;
            }
            if (action instanceof AddConstraint add && stays(add.constraint(), table, file)) {
                TextEdit later = TextEdit.insert(add.constraint().range().end(), " NOT VALID");
                return Optional.of(Move.of(file, later, validation(alter, add.constraint(), file)));
            }
            if (action instanceof ValidateConstraint validate) {
                return added(validate, table, file)
                        .flatMap(constraint -> without(action, alter, file)
                                .map(edit -> Move.of(file, edit, validation(alter, constraint, file))));
            }
            if (action instanceof SetNotNull set) {
                return new NotNullMove(table, sql(alter.name(), file), migration, lockTimeout).of(set, behind);
            }
        }
        return Optional.empty();
    }

    /** Tells whether a constraint is at the end what this file makes of it. */
    private static boolean stays(Constraint constraint, Table table, SqlFile file) {
        return constraint.name() != null
                && !constraint.notValid()
                && table.constraints()
                        .get(constraint.name().text())
                        .filter(known -> known.validated() && known.origin().file() == file)
                        .isPresent();
    }

    /** Returns the constraint that the same file adds {@code NOT VALID}. */
    private Optional<Constraint> added(ValidateConstraint validate, Table table, SqlFile file) {
        return file.script().statements().stream()
                .filter(AlterTable.class::isInstance)
                .map(AlterTable.class::cast)
                .filter(alter -> end.resolve(alter.name()).equals(table.name()))
                .flatMap(alter -> alter.actions().stream())
                .filter(AddConstraint.class::isInstance)
                .map(action -> ((AddConstraint) action).constraint())
                .filter(constraint -> constraint.notValid()
                        && constraint.name() != null
                        && constraint.name().text().equals(validate.name().text()))
                .filter(constraint -> table.constraints()
                        .get(validate.name().text())
                        .filter(known -> known.origin().file() == file)
                        .isPresent())
                .findFirst();
    }

    /** Removes an action with its comma, and the statement with its last one. */
    private static Optional<TextEdit> without(AlterTableAction action, AlterTable alter, SqlFile file) {
        List<AlterTableAction> actions = alter.actions();
        if (actions.size() == 1) {
            return Optional.of(Move.without(alter, file));
        }
        int place = actions.indexOf(action);
        SourceRange range = place == 0
                ? new SourceRange(action.range().start(), actions.get(1).range().start())
                : new SourceRange(
                        actions.get(place - 1).range().end(), action.range().end());
        String text = file.source().text(range);
        return text.contains("--") || text.contains("/*") ? Optional.empty() : Optional.of(TextEdit.delete(range));
    }

    private Move.Part validation(AlterTable alter, Constraint constraint, SqlFile file) {
        String name =
                file.source().text(Objects.requireNonNull(constraint.name()).range());
        String table = sql(alter.name(), file);
        String written = file.source().text(constraint.range());
        return new Move.Part(
                "validate_" + constraint.name().text(),
                HARMLESS + "ALTER TABLE " + table + " VALIDATE CONSTRAINT " + name + ";\n",
                "ALTER TABLE " + table + "\n    DROP CONSTRAINT IF EXISTS " + name + ",\n    ADD " + written
                        + (constraint.notValid() ? "" : " NOT VALID") + ";\n");
    }

    /** Returns a name as the file has it, unless the new file, which sets no search path, would understand another. */
    private String sql(ObjectName name, SqlFile file) {
        String written = file.source().text(name.range());
        return name.schema() == null && file.source().contains("search_path")
                ? end.resolve(name).sql()
                : written;
    }

    private Optional<Move> domain(AlterDomain alter, SqlFile file, Set<String> behind) {
        boolean there = end.type(end.resolve(alter.name()))
                .filter(type -> type.kind() == SchemaObject.TypeKind.DOMAIN)
                .isPresent();
        if (!there
                || !(alter.action() instanceof DomainStatement.AddConstraint add)
                || add.constraint().name() == null
                || behind.containsAll(Splitting.words(add.constraint().name().text()))) {
            return Optional.empty();
        }
        Constraint constraint = add.constraint();
        String name = file.source().text(add.constraint().name().range());
        String domain = sql(alter.name(), file);
        return Optional.of(Move.of(
                file,
                TextEdit.insert(constraint.range().end(), " NOT VALID"),
                new Move.Part(
                        "validate_" + add.constraint().name().text(),
                        "ALTER DOMAIN " + domain + " VALIDATE CONSTRAINT " + name + ";\n",
                        "ALTER DOMAIN " + domain + " DROP CONSTRAINT IF EXISTS " + name + ";\nALTER DOMAIN " + domain
                                + " ADD " + file.source().text(constraint.range()) + " NOT VALID;\n")));
    }
}
