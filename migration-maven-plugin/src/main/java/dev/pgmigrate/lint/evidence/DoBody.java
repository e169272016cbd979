package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.plpgsql.PlLoop;
import dev.pgmigrate.sql.plpgsql.PlStatement;
import dev.pgmigrate.sql.plpgsql.PlpgsqlBody;
import dev.pgmigrate.sql.plpgsql.PlpgsqlParser;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the body of a {@code DO} for the rules about procedural SQL. */
public final class DoBody {
    private DoBody() {}

    /** Returns the body in PL/pgSQL; empty where the statement is no {@code DO}, or one in another language. */
    public static Optional<PlpgsqlBody> of(LintContext context) {
        if (context.statement() instanceof FunctionStatement.DoStatement block
                && block.body() != null
                && (block.language() == null || block.language().equals("plpgsql"))) {
            return Optional.of(
                    PlpgsqlParser.parse(context.sql().source(), block.body().range()));
        }
        return Optional.empty();
    }

    /** Returns the command of a statement that runs SQL made at run time, or null. */
    public static @Nullable Expression dynamic(PlStatement statement) {
        if (statement instanceof PlStatement.Execute execute) {
            return execute.command();
        }
        if (statement instanceof PlLoop.ForExecute loop) {
            return loop.command();
        }
        if (statement instanceof PlStatement.OpenExecute open) {
            return open.command();
        }
        return statement instanceof PlStatement.ReturnQueryExecute query ? query.command() : null;
    }
}
