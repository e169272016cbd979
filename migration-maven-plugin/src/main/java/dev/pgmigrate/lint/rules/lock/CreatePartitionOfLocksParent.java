package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.evidence.LiveTable;
import dev.pgmigrate.postgres.Literal;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.PartitionBound;
import dev.pgmigrate.sql.ast.Persistence;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.Locale;
import java.util.Optional;

/** Reports a partition made by {@code PARTITION OF} an existing table, which blocks the whole of it. */
final class CreatePartitionOfLocksParent extends StatementRule<TableStatement.CreateTable> {
    CreatePartitionOfLocksParent() {
        super(Facts.warning(Category.LOCK).fixable().since("0.1"), TableStatement.CreateTable.class);
    }

    @Override
    protected void check(TableStatement.CreateTable create, LintContext context, Reporter reporter) {
        if (create.partitionOf() != null && !context.isFresh(create.partitionOf())) {
            Optional<Table> searched = DefaultPartition.searched(create.partitionOf(), context);
            reporter.report(
                            create.range(),
                            "Making " + LiveTable.quoted(create.name()) + " takes ACCESS EXCLUSIVE on "
                                    + LiveTable.quoted(create.partitionOf())
                                    + " and blocks reads and writes of all its partitions"
                                    + searched.map(partition -> " while all of `"
                                                    + partition.name().name() + "`, the default partition, is read")
                                            .orElse(""),
                            searched.map(partition -> DefaultPartition.advice(partition)
                                            + " then create the table by LIKE and attach it.")
                                    .orElse("Create the table by LIKE and attach it, which takes SHARE UPDATE EXCLUSIVE"
                                            + " and blocks neither."))
                    .fix(
                            searched.isPresent()
                                    ? Optional.empty()
                                    : attachInstead(create, create.partitionOf(), context));
        }
    }

    private static Optional<Fix> attachInstead(
            TableStatement.CreateTable create, ObjectName parent, LintContext context) {
        PartitionBound bound = create.bound();
        boolean plain = create.elements().isEmpty()
                && create.partitionBy() == null
                && create.options().isEmpty()
                && create.accessMethod() == null
                && create.tablespace() == null
                && create.persistence() == Persistence.PERMANENT
                && context.place() == Place.FILE
                && bound != null;
        if (!plain || bound == null) {
            return Optional.empty();
        }
        String child = context.text(create.name());
        String attach = "ALTER TABLE " + context.text(parent) + " ATTACH PARTITION " + child + " "
                + boundText(bound, context) + ";";
        String text = "CREATE TABLE IF NOT EXISTS " + child + " (LIKE " + context.text(parent)
                + " INCLUDING ALL EXCLUDING IDENTITY);\n"
                + "DO $$\nBEGIN\n    IF NOT EXISTS (SELECT FROM pg_inherits WHERE inhrelid = "
                + Literal.quote(child)
                + "::regclass) THEN\n        " + attach + "\n    END IF;\nEND\n$$";
        return Optional.of(Fix.replace(create.range(), text));
    }

    private static String boundText(PartitionBound bound, LintContext context) {
        String text = context.text(bound);
        return text.toLowerCase(Locale.ROOT).startsWith("for") || bound instanceof PartitionBound.Default
                ? text
                : "for values " + text;
    }
}
