package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.Persistence;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;

/** Reports a table whose schema is left to the search path. */
final class RequireTableSchema extends StatementRule<Statement> {
    RequireTableSchema() {
        super(
                Facts.off(Category.DESIGN).fixable().since("0.1"),
                TableStatement.AlterTable.class,
                TableStatement.CreateTable.class,
                DropStatement.Drop.class,
                IndexStatement.CreateIndex.class);
    }

    @Override
    protected void check(Statement statement, LintContext context, Reporter reporter) {
        if (statement instanceof TableStatement.CreateTable create) {
            if (create.persistence() != Persistence.TEMPORARY) {
                check(create.name(), context, reporter);
            }
        } else if (statement instanceof TableStatement.AlterTable alter && alter.objectType() == ObjectType.TABLE) {
            check(alter.name(), context, reporter);
        } else if (statement instanceof IndexStatement.CreateIndex index) {
            check(index.table(), context, reporter);
        } else if (statement instanceof DropStatement drop && drop.objectType() == ObjectType.TABLE) {
            drop.objects().forEach(object -> check(object.name(), context, reporter));
        }
    }

    private static void check(ObjectName name, LintContext context, Reporter reporter) {
        QualifiedName resolved = context.schema().resolve(name);
        boolean temporary =
                context.schema().table(name).filter(Table::temporary).isPresent();
        if (name.schema() == null && !temporary) {
            String schema = Identifier.quote(resolved.schema().orElse("public"));
            reporter.report(
                            name.range(),
                            "Which `" + name + "` is meant depends on the search_path of who runs the file",
                            "Write " + schema + "." + name + ".")
                    .fix(Fix.insert(name.range().start(), schema + "."));
        }
    }
}
