package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.evidence.IndexFix;
import dev.pgmigrate.replay.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports a policy that looks up rows by a column with no index, once all files have run. */
final class RlsColumnUnindexed extends FolderRule {
    RlsColumnUnindexed() {
        super(Facts.warning(Category.SECURITY).fixable().since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (Table table : context.end().tables()) {
            if (!table.created()) {
                continue;
            }
            Set<String> indexed = context.end().indexesOf(table.name()).stream()
                    .flatMap(index -> index.leadingColumns().stream().limit(1))
                    .collect(Collectors.toSet());
            for (Table.Policy policy : table.policies().all()) {
                for (String column : SessionLookups.columns(policy.using())) {
                    if (!indexed.contains(column) && table.column(column).isPresent()) {
                        reporter.report(
                                        policy.origin(),
                                        "Policy `" + policy.name() + "` looks up `" + column + "` of `"
                                                + table.name().name() + "` in every query, and no index leads with it",
                                        "Create an index on `" + table.name().name() + "` (" + column + ").")
                                .fix(IndexFix.behindTable(
                                        table, List.of(column), policy.origin().file(), context.end()));
                    }
                }
            }
        }
    }
}
