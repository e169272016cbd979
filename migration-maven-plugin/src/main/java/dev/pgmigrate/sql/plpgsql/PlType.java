package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.TypeName;

/** The type of a variable: spelled out, or copied from something that exists (PostgreSQL manual, 41.3.3 and 41.3.4). */
public sealed interface PlType {
    SourceRange range();

    /** A type by its name, {@code numeric(10, 2)[]}; {@code record} and {@code refcursor} are such names too. */
    record Named(TypeName type, SourceRange range) implements PlType {}

    /**
     * {@code users.email%TYPE}, the type of a column or of a variable.
     *
     * @param dimensions how many {@code []} follow; arrays of copied types came with PostgreSQL 17
     */
    record OfColumn(ObjectName column, int dimensions, SourceRange range) implements PlType {}

    /** {@code users%ROWTYPE}, the row type of a table. */
    record OfRow(ObjectName table, int dimensions, SourceRange range) implements PlType {}
}
