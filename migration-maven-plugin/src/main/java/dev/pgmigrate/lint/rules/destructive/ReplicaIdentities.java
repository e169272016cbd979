package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.ast.AlterTableAction.ReplicaIdentity;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;

/** What tells a table's rows apart to the subscribers of its changes (PostgreSQL manual, 29.1.1 "Replica Identity"). */
final class ReplicaIdentities {
    private ReplicaIdentities() {}

    /** Returns whether the altered table has {@code constraint} for it once the statement has run. */
    static boolean isIdentity(AlterTable alter, TableConstraint constraint, LintContext context) {
        ReplicaIdentity identity = context.schemaAfter()
                .table(alter.name())
                .map(Table::replicaIdentity)
                .orElse(null);
        if (identity == null) {
            return constraint.kind() == TableConstraint.Kind.PRIMARY_KEY;
        }
        Name index = identity.index();
        return switch (identity.identity()) {
            case DEFAULT -> constraint.kind() == TableConstraint.Kind.PRIMARY_KEY;
            case INDEX -> index != null && index.text().equals(constraint.name());
            case FULL, NOTHING -> false;
        };
    }
}
