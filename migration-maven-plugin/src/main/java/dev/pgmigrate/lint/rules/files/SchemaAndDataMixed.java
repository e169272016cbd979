package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FileContext;
import dev.pgmigrate.lint.FileRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.sql.ast.BulkStatement;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;

/** Reports a file that changes both the schema and rows. */
final class SchemaAndDataMixed extends FileRule {
    SchemaAndDataMixed() {
        super(Facts.off(Category.FILES).since("0.1"));
    }

    @Override
    protected void check(FileContext context, Reporter reporter) {
        String schema = null;
        Statement data = null;
        for (Statement statement : context.sql().script().statements()) {
            if (schema == null && statement instanceof TableStatement table) {
                schema = table.name().toString();
            } else if (schema == null && statement instanceof IndexStatement.CreateIndex index) {
                schema = index.table().toString();
            }
            boolean writes = statement instanceof DmlStatement
                    || (statement instanceof BulkStatement.Copy copy && copy.isFrom());
            data = data == null && writes ? statement : data;
        }
        if (schema != null && data != null) {
            reporter.report(
                    data.range(),
                    "`" + context.migration().file().getFileName() + "` changes rows, and the schema of `" + schema
                            + "`",
                    "Put the rows into a migration of their own.");
        }
    }
}
