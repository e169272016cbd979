package dev.pgmigrate.apply.rollback;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.SourceRange;

/** Something with rows that a statement of a rollback removes, as the statement names it. */
sealed interface Taken {
    /** Returns the statement. */
    SourceRange statement();

    /** A table with its partitions, by {@code DROP} or {@code TRUNCATE}. */
    record Table(QualifiedName name, SourceRange statement) implements Taken {}

    /** Some rows of a table, by {@code DELETE}; how many is not known before it runs. */
    record Rows(QualifiedName table, SourceRange statement) implements Taken {}

    record Column(QualifiedName table, String name, SourceRange statement) implements Taken {}

    /** Every table of a schema. */
    record Schema(String name, SourceRange statement) implements Taken {}

    /** Every column of a type or domain, which {@code CASCADE} drops too. */
    record Type(QualifiedName name, SourceRange statement) implements Taken {}

    /** Whatever dynamic SQL or a procedure does. */
    record Untold(SourceRange statement) implements Taken {}
}
