package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.sql.SyntaxFeature;
import dev.pgmigrate.sql.ast.FunctionBody;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.parser.SyntaxFeatures;
import java.util.List;

/** Reports syntax that the oldest server, on which the files must run, does not know yet. */
final class VersionGatedSyntax extends StatementRule<Statement> {
    private static final int SHOWN = 60;

    VersionGatedSyntax() {
        super(Facts.error(Category.FILES).since("0.1"), Statement.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        PostgresVersion target = context.target();
        if (target.compareTo(PostgresVersion.NEWEST) >= 0 || isPartOfAnother(context)) {
            return;
        }
        for (SyntaxFeatures.Use use : uses(context)) {
            SyntaxFeature feature = use.feature();
            if (feature.since().compareTo(target) > 0) {
                reporter.report(
                        use.range(),
                        "`" + shown(context.sql().source().text(use.range())) + "` needs PostgreSQL " + feature.since()
                                + " (" + feature.words() + "), and the target is " + target,
                        "Write it as PostgreSQL " + target + " takes it, or raise the target version.");
            }
        }
    }

    private static List<SyntaxFeatures.Use> uses(LintContext context) {
        return context.place() == Place.FILE
                ? SyntaxFeatures.of(context.sql().script(), context.statement(), context.nodes())
                : SyntaxFeatures.of(context.sql().source(), context.statement());
    }

    /** A statement of a BEGIN ATOMIC body was looked at with the function around it. */
    private static boolean isPartOfAnother(LintContext context) {
        return context.step().outer() instanceof CreateFunction function
                && function.body() instanceof FunctionBody.Statements;
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN - 1) + "…";
    }
}
