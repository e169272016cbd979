package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.EngineRule;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.rules.design.DesignRules;
import dev.pgmigrate.lint.rules.destructive.DestructiveRules;
import dev.pgmigrate.lint.rules.files.FilesRules;
import dev.pgmigrate.lint.rules.idempotency.IdempotencyRules;
import dev.pgmigrate.lint.rules.lock.LockRules;
import dev.pgmigrate.lint.rules.order.OrderRules;
import dev.pgmigrate.lint.rules.procedural.ProceduralRules;
import dev.pgmigrate.lint.rules.security.SecurityRules;
import dev.pgmigrate.lint.rules.transaction.TransactionRules;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All rules: those of each category, and the linter's own. */
public final class RuleCatalog {
    /** The rules by id. */
    public static final List<Rule> ALL = Stream.of(
                    FilesRules.ALL,
                    IdempotencyRules.ALL,
                    OrderRules.ALL,
                    ProceduralRules.ALL,
                    TransactionRules.ALL,
                    LockRules.ALL,
                    DestructiveRules.ALL,
                    SecurityRules.ALL,
                    DesignRules.ALL,
                    EngineRule.ALL)
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Rule::id))
            .toList();

    private RuleCatalog() {}
}
