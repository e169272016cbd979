package dev.pgmigrate.lint.rules.procedural;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.plpgsql.PlBlock;
import dev.pgmigrate.sql.plpgsql.PlStatement;
import dev.pgmigrate.sql.plpgsql.PlpgsqlBody;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reports a {@code DO} block that is more than a guarded statement, an assertion or a loop over batches. */
final class NoProceduralSql extends StatementRule<FunctionStatement.DoStatement> {
    NoProceduralSql() {
        super(Facts.error(Category.PROCEDURAL).fixable().since("0.1"), FunctionStatement.DoStatement.class);
    }

    @Override
    protected void check(FunctionStatement.DoStatement block, LintContext context, Reporter reporter) {
        if (context.place() != Place.FILE) {
            return;
        }
        Optional<PlBlock> body = context.body().flatMap(PlpgsqlBody::block);
        boolean otherLanguage = block.language() != null && !block.language().equals("plpgsql");
        boolean procedural = body.filter(outer ->
                        !DoShape.isGuardedStatement(outer) && !DoShape.isAssertion(outer) && !DoShape.isBatches(outer))
                .isPresent();
        if (otherLanguage || procedural) {
            Optional<Fix> plain = body.flatMap(outer -> unwrap(outer, context));
            reporter.report(
                            block.range(),
                            plain.isPresent()
                                    ? "This `DO` block guards nothing, and keeps its statements from being checked,"
                                            + " applied and timed one by one"
                                    : "This `DO` block does more than one guarded statement, so which locks it takes,"
                                            + " and for how long, cannot be told before it runs",
                            plain.isPresent()
                                    ? "Write its statements without the block."
                                    : "Write its statements into the file, or one guarded statement a block.")
                    .fix(plain);
        }
    }

    /** A block of plain statements runs as well without the block; its semicolon is that of the last one. */
    private static Optional<Fix> unwrap(PlBlock block, LintContext context) {
        boolean plain = block.declarations().isEmpty()
                && block.handlers().isEmpty()
                && !block.statements().isEmpty()
                && block.statements().stream()
                        .allMatch(statement -> statement instanceof PlStatement.Sql sql
                                && sql.into() == null
                                && !(sql.statement() instanceof SelectStatement));
        if (!plain) {
            return Optional.empty();
        }
        String statements = block.statements().stream()
                .map(statement -> context.text(statement.range()).strip())
                .collect(Collectors.joining(";\n"));
        return Optional.of(Fix.replace(context.statement().range(), statements));
    }
}
