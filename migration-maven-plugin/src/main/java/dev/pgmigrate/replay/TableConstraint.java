package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.ast.Expression;
import java.util.List;
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
 * @param named whether the files gave it its name
 */
public record TableConstraint(
        String name,
        Kind kind,
        List<String> columns,
        @Nullable QualifiedName referenced,
        List<String> referencedColumns,
        @Nullable Expression expression,
        boolean validated,
        boolean named,
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

    TableConstraint withName(String other) {
        return new TableConstraint(
                other, kind, columns, referenced, referencedColumns, expression, validated, true, origin);
    }

    TableConstraint whenValidated() {
        return new TableConstraint(name, kind, columns, referenced, referencedColumns, expression, true, named, origin);
    }

    TableConstraint referring(QualifiedName other) {
        return new TableConstraint(name, kind, columns, other, referencedColumns, expression, validated, named, origin);
    }

    TableConstraint renamingColumn(String from, String to) {
        List<String> renamed = columns.stream()
                .map(column -> column.equals(from) ? to : column)
                .toList();
        return new TableConstraint(
                name, kind, renamed, referenced, referencedColumns, expression, validated, named, origin);
    }
}
