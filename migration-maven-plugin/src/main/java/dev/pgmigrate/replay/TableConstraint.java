package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.ast.Expression;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table.
 *
 * @param name its name, made up as the server would where none was written
 * @param columns the columns that it is about: of a key or foreign key in order, of a check those that it names
 * @param referenced the table that a foreign key refers to
 * @param referencedColumns empty where its primary key is meant
 * @param expression a check's condition
 * @param validated whether all rows are known to satisfy it
 * @param enforced false for {@code NOT ENFORCED}
 * @param named whether the files gave it its name
 * @param inherited whether tables that inherit from its table have it as well, where it is a check, or its partitions, where
 *     it is a key
 * @param local whether its table has it of its own, so that it stays when no parent has it any more ({@code conislocal})
 */
public record TableConstraint(
        String name,
        Kind kind,
        List<String> columns,
        @Nullable QualifiedName referenced,
        List<String> referencedColumns,
        @Nullable Expression expression,
        boolean validated,
        boolean enforced,
        boolean named,
        boolean inherited,
        boolean local,
        Origin origin) {
    /** What a constraint demands. */
    public enum Kind {
        CHECK,
        FOREIGN_KEY,
        NOT_NULL,
        PRIMARY_KEY,
        UNIQUE,
        EXCLUDE
    }

    /** Returns whether an index of the same name belongs to it. */
    public boolean hasIndex() {
        return kind == Kind.PRIMARY_KEY || kind == Kind.UNIQUE || kind == Kind.EXCLUDE;
    }

    /** Returns whether the children of its table have it as well. */
    public boolean isPassedOn() {
        return inherited && (kind == Kind.CHECK || kind == Kind.NOT_NULL);
    }

    TableConstraint withName(String other) {
        return new TableConstraint(
                other,
                kind,
                columns,
                referenced,
                referencedColumns,
                expression,
                validated,
                enforced,
                true,
                inherited,
                local,
                origin);
    }

    TableConstraint whenValidated() {
        return with(true, enforced, inherited, local);
    }

    /** Changing it to {@code ENFORCED} looks at all rows. */
    TableConstraint enforced(boolean now) {
        return with(now, now, inherited, local);
    }

    TableConstraint inherited(boolean now) {
        return with(validated, enforced, now, local);
    }

    TableConstraint local(boolean now) {
        return with(validated, enforced, inherited, now);
    }

    private TableConstraint with(boolean newValidated, boolean newEnforced, boolean newInherited, boolean newLocal) {
        return new TableConstraint(
                name,
                kind,
                columns,
                referenced,
                referencedColumns,
                expression,
                newValidated,
                newEnforced,
                named,
                newInherited,
                newLocal,
                origin);
    }

    /** Returns whether the server takes {@code other} for the same constraint on a partition. */
    public boolean isAlike(TableConstraint other) {
        return kind == other.kind
                && columns.equals(other.columns)
                && Objects.equals(referenced, other.referenced)
                && (hasIndex() || kind == Kind.FOREIGN_KEY);
    }

    TableConstraint referring(QualifiedName other) {
        return new TableConstraint(
                name,
                kind,
                columns,
                other,
                referencedColumns,
                expression,
                validated,
                enforced,
                named,
                inherited,
                local,
                origin);
    }

    TableConstraint renamingColumn(String from, String to) {
        List<String> renamed = columns.stream()
                .map(column -> column.equals(from) ? to : column)
                .toList();
        return new TableConstraint(
                name,
                kind,
                renamed,
                referenced,
                referencedColumns,
                expression,
                validated,
                enforced,
                named,
                inherited,
                local,
                origin);
    }
}
