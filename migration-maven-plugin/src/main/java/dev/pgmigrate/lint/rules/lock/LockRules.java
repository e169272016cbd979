package dev.pgmigrate.lint.rules.lock;

import dev.pgmigrate.lint.Rule;
import java.util.List;

/** The rules of this package, one a line in alphabetical order, so that two authors seldom meet in the same line. */
public final class LockRules {
    // spotless:off
    public static final List<Rule> ALL = List.of(
            new AddDomainNotNull(),
            new AddingAutoIncrementColumn(),
            new AddingConstrainedDomainColumn(),
            new AddingExclusionConstraint(),
            new AddingFieldWithDefault(),
            new AddingForeignKeyConstraint(),
            new AddingNotNullableField(),
            new AddingPrimaryKeyConstraint(),
            new AddingRequiredField(),
            new AddingStoredGeneratedColumn(),
            new AttachPartitionWithoutCheck(),
            new AvoidCreateTrigger(),
            new AvoidEnableDisableTrigger(),
            new BackfillWithDdl(),
            new BanAlterDomainWithAddConstraint(),
            new BanVacuumFull(),
            new ChangingColumnType(),
            new ChangingGeneratedExpression(),
            new ChangingTypeNeedsUsing(),
            new ConcurrentIndexOnPartitioned(),
            new ConstraintMissingNotValid(),
            new CreateIndexInOwnFile(),
            new CreatePartitionOfLocksParent(),
            new DisallowedUniqueConstraint(),
            new DuplicateIndex(),
            new ExplicitLockTable(),
            new FkWithoutCoveringIndex(),
            new MultipleAlterTable(),
            new NeverValidatedConstraint(),
            new NotValidBeforeBackfill(),
            new PrimaryKeyUsingNullableIndex(),
            new RequireConcurrentIndexCreation(),
            new RequireConcurrentIndexDeletion(),
            new RequireConcurrentPartitionDetach(),
            new RequireConcurrentRefreshMatview(),
            new RequireConcurrentReindex(),
            new SetAccessMethod(),
            new SetLoggedUnlogged(),
            new SetNotNullDropsProof(),
            new SetTablespace(),
            new UnbatchedBackfill(),
            new UnneededConcurrently());
    // spotless:on

    private LockRules() {}
}
