package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of a {@code DECLARE} section (PostgreSQL manual, 41.3 "Declarations"). */
public sealed interface PlDeclaration {
    Name name();

    SourceRange range();

    /** {@code name [CONSTANT] type [COLLATE collation] [NOT NULL] [{DEFAULT | := | =} value]}. */
    record Variable(
            Name name,
            boolean constant,
            PlType type,
            @Nullable ObjectName collation,
            boolean notNull,
            @Nullable Expression value,
            SourceRange range)
            implements PlDeclaration {}

    /** {@code name ALIAS FOR target}; {@code target} may be {@code $1}. */
    record Alias(Name name, ObjectName target, SourceRange range) implements PlDeclaration {}

    /** {@code name [[NO] SCROLL] CURSOR [(argument type, …)] {FOR | IS} query}. */
    record Cursor(
            Name name, @Nullable Boolean scroll, List<CursorArgument> arguments, Statement query, SourceRange range)
            implements PlDeclaration {
        public Cursor {
            arguments = List.copyOf(arguments);
        }
    }

    /** An argument of a bound cursor. */
    record CursorArgument(Name name, PlType type, SourceRange range) {}
}
