package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.evidence.WholeWord;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;

/** Reports a policy that believes what users can write about themselves. */
final class PolicyReferencesUserMetadata extends FolderRule {
    private static final String METADATA = "user_metadata";
    private static final String COLUMN = "raw_user_meta_data";

    PolicyReferencesUserMetadata() {
        super(Facts.error(Category.SECURITY).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (Table table : context.end().tables()) {
            for (Table.Policy policy : table.policies().all()) {
                if (policy.conditions().stream().anyMatch(PolicyReferencesUserMetadata::believes)) {
                    reporter.report(
                            policy.origin(),
                            "Policy `" + policy.name() + "` on `" + table.name()
                                    + "` decides by user_metadata, which every user can change with an API call",
                            "Decide by app_metadata, or by a table that only you write.");
                }
            }
        }
    }

    private static boolean believes(Expression condition) {
        for (Node node : Nodes.all(condition)) {
            if (node instanceof Expression.Constant constant
                    && constant.kind() == Expression.ConstantKind.STRING
                    && isPath(constant.text())) {
                return true;
            }
            if (node instanceof Expression.ColumnRef column && column.names(COLUMN)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether it is the key, or a path like {@code {user_metadata,role}} or {@code $.user_metadata.role}. */
    private static boolean isPath(String text) {
        return text.equals(METADATA)
                || text.startsWith("{" + METADATA + ",")
                || text.equals("{" + METADATA + "}")
                || (text.startsWith("$") && WholeWord.isIn(METADATA, text));
    }
}
