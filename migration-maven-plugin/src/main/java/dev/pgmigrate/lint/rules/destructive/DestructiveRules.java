package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Rule;
import java.util.List;

/** The rules of this package, one a line in alphabetical order, so that two authors seldom meet in the same line. */
public final class DestructiveRules {
    // spotless:off
    public static final List<Rule> ALL = List.of(
            new BanDeleteWithoutWhere(),
            new BanDropColumn(),
            new BanDropDatabase(),
            new BanDropNotNull(),
            new BanDropSchema(),
            new BanDropTable(),
            new BanTruncate(),
            new BanTruncateCascade(),
            new BanUpdateWithoutWhere(),
            new ChangeColumnDefault(),
            new DropCascade(),
            new DropConstraint(),
            new DropFunctionCascade(),
            new DropOwned(),
            new DropPrimaryKey(),
            new DropTypeCascade(),
            new LossyTypeChange(),
            new OnDeleteCascade(),
            new PublicationSet(),
            new RenamingColumn(),
            new RenamingObject(),
            new RenamingTable(),
            new ReplicaIdentityLoss(),
            new TableDropNaming());
    // spotless:on

    private DestructiveRules() {}
}
