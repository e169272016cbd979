package dev.pgmigrate.apply.rollback;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.SourceRange;

/** What a statement of a rollback takes away that can hold rows, as the statement names it. */
sealed interface Taken {
    /** Returns the statement. */
    SourceRange statement();

    /** A table with its partitions, by {@code DROP} or {@code TRUNCATE}. */
    record Table(QualifiedName name, SourceRange statement) implements Taken {}

    /** Some rows of a table, by {@code DELETE}; nobody knows how many before it runs. */
    record Rows(QualifiedName table, SourceRange statement) implements Taken {}

    record Column(QualifiedName table, String name, SourceRange statement) implements Taken {}

    /** Every table of a schema. */
    record Schema(String name, SourceRange statement) implements Taken {}

    /** Every column of a type or domain, which {@code CASCADE} takes along. */
    record Type(QualifiedName name, SourceRange statement) implements Taken {}

    /** Whatever SQL does that is made when it runs, or a procedure. */
    record Untold(SourceRange statement) implements Taken {}
}
