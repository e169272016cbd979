package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.evidence.IndexFix;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.OperatorExpression;
import java.util.List;
import java.util.Set;

/** Reports a foreign key whose columns no index leads with, once all files have run. */
final class FkWithoutCoveringIndex extends FolderRule {
    FkWithoutCoveringIndex() {
        super(Facts.warning(Category.LOCK).fixable().since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        Schema end = context.end();
        for (Table table : end.tables()) {
            // The indexes of a table that the files do not make are not known; a partition has its parent's.
            if (!table.created() || table.temporary() || table.partitionOf() != null) {
                continue;
            }
            for (TableConstraint key : table.constraints().all()) {
                if (key.kind() == TableConstraint.Kind.FOREIGN_KEY && !isCovered(key, end.indexesOf(table.name()))) {
                    report(table, key, end, reporter);
                }
            }
        }
    }

    private static void report(Table table, TableConstraint key, Schema end, Reporter reporter) {
        String columns = String.join(", ", key.columns());
        String parent =
                key.referenced() == null ? "its parent" : key.referenced().name();
        reporter.report(
                        key.origin(),
                        "No index of `" + table.name().name() + "` leads with (" + columns + "), so each delete from `"
                                + parent + "` scans the whole table while it holds its row locks",
                        "Create an index on `" + table.name().name() + "` (" + columns + ").")
                .fix(IndexFix.behindTable(table, key.columns(), key.origin().file(), end));
    }

    private static boolean isCovered(TableConstraint key, List<SchemaObject.Index> indexes) {
        Set<String> wanted = Set.copyOf(key.columns());
        return indexes.stream().anyMatch(index -> {
            List<String> leading = index.leadingColumns();
            return leading.size() >= wanted.size()
                    && Set.copyOf(leading.subList(0, wanted.size())).equals(wanted)
                    && servesLookups(index);
        });
    }

    /** A lookup by the key implies that the column is not NULL, and no other predicate. */
    private static boolean servesLookups(SchemaObject.Index index) {
        return index.where() == null
                || (index.where() instanceof OperatorExpression.IsExpr is
                        && is.negated()
                        && is.test() == OperatorExpression.IsKind.NULL);
    }
}
