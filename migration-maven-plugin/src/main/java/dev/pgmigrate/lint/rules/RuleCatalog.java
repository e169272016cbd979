package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.EngineRule;
import dev.pgmigrate.lint.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All rules there are. One line a rule, in alphabetical order, so that two authors never meet in the same line. */
public final class RuleCatalog {
    // spotless:off
    private static final List<Rule> RULES = List.of(
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
            new AvoidWideLockWindow(),
            new BanAlterDomainWithAddConstraint(),
            new BanConcurrentIndexCreationInTransaction(),
            new BanCreateDomainWithConstraint(),
            new BanUncommittedTransaction(),
            new BanVacuumFull(),
            new CallInMigration(),
            new ChangingColumnType(),
            new ChangingTypeNeedsUsing(),
            new ConcurrentIndexOnPartitioned(),
            new ConstraintMissingNotValid(),
            new CreatePartitionOfLocksParent(),
            new DisallowedUniqueConstraint(),
            new DropConstraintFirst(),
            new DropPolicyFirst(),
            new DropTriggerFirst(),
            new DuplicateIndex(),
            new DuplicateIndexColumn(),
            new EnumValueUsedInTransaction(),
            new ExplicitLockTable(),
            new FkWithoutCoveringIndex(),
            new GoneOnSecondRun(),
            new GuardEnumCreate(),
            new GuardSwallowsAll(),
            new GuardTypeCreate(),
            new GuardWrongCondition(),
            new InsertNotIdempotent(),
            new LockTimeoutIneffective(),
            new ManualHistoryWrite(),
            new MissingTransaction(),
            new MultipleAlterTable(),
            new NeverValidatedConstraint(),
            new NoProceduralSql(),
            new NonTransactionalAlone(),
            new NotValidBeforeBackfill(),
            new OpaqueDynamicSql(),
            new PrimaryKeyUsingNullableIndex(),
            new PublicationNotIdempotent(),
            new RenameNotIdempotent(),
            new RequireConcurrentIndexCreation(),
            new RequireConcurrentIndexDeletion(),
            new RequireConcurrentPartitionDetach(),
            new RequireConcurrentRefreshMatview(),
            new RequireConcurrentReindex(),
            new RequireConstraintName(),
            new RequireEnumValueIfNotExists(),
            new RequireIfExists(),
            new RequireIfNotExists(),
            new RequireIndexName(),
            new RequireLockTimeout(),
            new RequireOrReplace(),
            new RequireSeparateConstraintValidation(),
            new RequireStatementTimeout(),
            new RlsColumnUnindexed(),
            new RunningStatementWhileHoldingAccessExclusive(),
            new SelectIntoTable(),
            new SetAccessMethod(),
            new SetLeaksSession(),
            new SetLoggedUnlogged(),
            new SetNotNullDropsProof(),
            new SetTablespace(),
            new TimeoutWithConcurrently(),
            new TransactionNesting(),
            new UnguardedCreate(),
            new UnnecessaryIndexPredicate(),
            new UnneededConcurrently(),
            new UnqualifiedCatalogCheck(),
            new WideIndex());
    // spotless:on

    /** The rules of this package and the linter's own, by id. */
    public static final List<Rule> ALL = Stream.concat(RULES.stream(), EngineRule.ALL.stream())
            .sorted(Comparator.comparing(Rule::id))
            .toList();

    private RuleCatalog() {}
}
