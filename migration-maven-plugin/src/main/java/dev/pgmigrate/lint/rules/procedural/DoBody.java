package dev.pgmigrate.lint.rules.procedural;

import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.plpgsql.PlpgsqlBody;
import dev.pgmigrate.sql.plpgsql.PlpgsqlParser;
import java.util.Optional;

/** Reads the body of a {@code DO} for the rules about procedural SQL. */
final class DoBody {
    private DoBody() {}

    /** Returns the body in PL/pgSQL; empty where the statement is no {@code DO}, or one in another language. */
    static Optional<PlpgsqlBody> of(LintContext context) {
        if (context.statement() instanceof FunctionStatement.DoStatement block
                && block.body() != null
                && (block.language() == null || block.language().equals("plpgsql"))) {
            return Optional.of(
                    PlpgsqlParser.parse(context.sql().source(), block.body().range()));
        }
        return Optional.empty();
    }
}
