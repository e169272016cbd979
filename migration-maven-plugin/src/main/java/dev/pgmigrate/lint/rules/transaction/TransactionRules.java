package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.lint.Rule;
import java.util.List;

/** The rules of this package, one a line in alphabetical order, so that two authors seldom meet in the same line. */
public final class TransactionRules {
    // spotless:off
    public static final List<Rule> ALL = List.of(
            new AvoidWideLockWindow(),
            new BanConcurrentIndexCreationInTransaction(),
            new BanUncommittedTransaction(),
            new EnumValueUsedInTransaction(),
            new LockTimeoutIneffective(),
            new ManualHistoryWrite(),
            new MissingAnalyze(),
            new MissingTransaction(),
            new NonTransactionalAlone(),
            new RequireApplicationName(),
            new RequireIdleInTransactionTimeout(),
            new RequireLockTimeout(),
            new RequireSeparateConstraintValidation(),
            new RequireStatementTimeout(),
            new RunningStatementWhileHoldingAccessExclusive(),
            new SessionStateWithoutTransaction(),
            new SetLeaksSession(),
            new TimeoutWithConcurrently(),
            new TransactionNesting());
    // spotless:on

    private TransactionRules() {}
}
