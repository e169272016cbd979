package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.List;
import java.util.Optional;

/** Reports a primary key made of an index over columns that may be NULL, which makes the server read every row. */
final class PrimaryKeyUsingNullableIndex extends StatementRule<AlterTable> {
    PrimaryKeyUsingNullableIndex() {
        super(Facts.warning(Category.LOCK).since("0.1"), AlterTable.class);
    }

    @Override
    protected void check(AlterTable alter, LintContext context, Reporter reporter) {
        for (Constraint.PrimaryKey key : LiveTable.constraints(alter, context, Constraint.PrimaryKey.class)) {
            Name index = key.usingIndex();
            List<String> nullable = index == null ? List.of() : nullableColumns(alter, index.text(), context);
            if (!nullable.isEmpty()) {
                reporter.report(
                        key.range(),
                        "`" + String.join("`, `", nullable) + "` of " + LiveTable.name(alter)
                                + " may be NULL, so the key reads the whole table under ACCESS EXCLUSIVE and blocks"
                                + " its reads and writes meanwhile",
                        "Set the columns NOT NULL in an earlier file, by a check NOT VALID that is validated first.");
            }
        }
    }

    private static List<String> nullableColumns(AlterTable alter, String index, LintContext context) {
        Optional<Table> table = LiveTable.table(alter, context);
        if (table.isEmpty()) {
            return List.of();
        }
        QualifiedName name = new QualifiedName(table.get().name().schemaOrNull(), index);
        return context.schema().index(name).stream()
                .flatMap(known -> known.leadingColumns().stream())
                .filter(column -> table.get()
                        .column(column)
                        .filter(known -> !known.notNull())
                        .isPresent())
                .toList();
    }
}
