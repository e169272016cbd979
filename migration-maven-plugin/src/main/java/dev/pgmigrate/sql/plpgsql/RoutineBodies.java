package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.FunctionBody;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.FunctionStatement.DoStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.parser.SqlScript;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parses the body that a statement holds as a string: {@code DO}, {@code CREATE FUNCTION} and {@code CREATE PROCEDURE}. A body
 * in standard SQL ({@code BEGIN ATOMIC}) is no string, and part of the statement's own tree.
 */
public final class RoutineBodies {
    private static final String PLPGSQL = "plpgsql";

    private RoutineBodies() {}

    /** Returns the body in PL/pgSQL of {@code statement}, which was parsed from {@code source}; empty where it has none. */
    public static Optional<PlpgsqlBody> plpgsql(SourceText source, Statement statement) {
        return Optional.ofNullable(body(statement, PLPGSQL)).map(body -> PlpgsqlParser.parse(source, body.range()));
    }

    /** Returns the body of {@code LANGUAGE sql} of {@code statement}; empty where it has none in a string. */
    public static Optional<SqlScript> sql(SourceText source, Statement statement) {
        return Optional.ofNullable(body(statement, "sql")).map(body -> PlpgsqlParser.parseSql(source, body.range()));
    }

    private static FunctionBody.@Nullable Source body(Statement statement, String language) {
        if (statement instanceof DoStatement block) {
            String written = block.language() == null ? PLPGSQL : block.language();
            return written.equals(language) ? block.body() : null;
        }
        if (statement instanceof CreateFunction function && function.language().equals(language)) {
            return function.body() instanceof FunctionBody.Source source ? source : null;
        }
        return null;
    }
}
