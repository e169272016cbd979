package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.BrokenIndex;
import dev.pgmigrate.replay.Collision;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.SchemaStatement.CreateSchema;
import dev.pgmigrate.sql.ast.Statement;
import java.util.EnumSet;
import java.util.Set;

/** Reports a {@code CREATE} or {@code ADD COLUMN} that fails on a second run and could have said {@code IF NOT EXISTS}. */
final class RequireIfNotExists extends StatementRule<Statement> {
    private static final Set<ObjectType> TYPES = EnumSet.of(
            ObjectType.COLLATION,
            ObjectType.COLUMN,
            ObjectType.EXTENSION,
            ObjectType.FOREIGN_SERVER,
            ObjectType.FOREIGN_TABLE,
            ObjectType.INDEX,
            ObjectType.MATERIALIZED_VIEW,
            ObjectType.SCHEMA,
            ObjectType.SEQUENCE,
            ObjectType.STATISTICS,
            ObjectType.TABLE,
            ObjectType.USER_MAPPING);

    RequireIfNotExists() {
        super(Facts.error(Category.IDEMPOTENCY).fixable().since("0.1"), Statement.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        for (Collision collision : context.collisions()) {
            if (!TYPES.contains(collision.type())) {
                continue;
            }
            if (statement instanceof CreateSchema create && !create.elements().isEmpty()) {
                report(collision, "Create its contents with separate statements, and write IF NOT EXISTS.", reporter);
            } else if (statement instanceof CreateIndex create
                    && create.name() != null
                    && mayBeBroken(create, context)) {
                String drop = BrokenIndex.drop(create, create.name(), context);
                report(collision, "Put " + drop + " before it.", reporter).fix(context.precededBy(drop));
            } else {
                report(collision, "Write IF NOT EXISTS.", reporter)
                        .fix(Fix.insert(collision.at().start(), "IF NOT EXISTS "));
            }
        }
    }

    /** What a failed build leaves behind is there as well, and IF NOT EXISTS would keep it; our own runner looks for it. */
    private static boolean mayBeBroken(CreateIndex create, LintContext context) {
        return create.concurrently() && context.runner() != Runner.MIGRATE;
    }

    private static Reporter.Draft report(Collision collision, String advice, Reporter reporter) {
        return reporter.report(
                collision.at(),
                "The " + collision.type().words() + " `" + collision.name()
                        + "` exists when the file runs again, and the statement fails with " + collision.sqlState(),
                advice);
    }
}
