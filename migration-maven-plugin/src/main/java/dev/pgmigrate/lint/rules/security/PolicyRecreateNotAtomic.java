package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.lint.evidence.Drops;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.PolicyStatement;
import dev.pgmigrate.sql.ast.TransactionStatement;
import java.util.List;
import java.util.Optional;

/** Reports a policy that is dropped and made again in two transactions. */
final class PolicyRecreateNotAtomic extends StatementRule<PolicyStatement.CreatePolicy> {
    PolicyRecreateNotAtomic() {
        super(Facts.warning(Category.SECURITY).fixable().since("0.1"), PolicyStatement.CreatePolicy.class);
    }

    @Override
    protected void check(PolicyStatement.CreatePolicy policy, LintContext context, Reporter reporter) {
        if (context.isFresh(policy.table())) {
            return;
        }
        String name = policy.name().text();
        QualifiedName table = context.schema().resolve(policy.table());
        boolean together = true;
        List<Step> earlier = context.earlier();
        for (int i = earlier.size() - 1; i >= 0; i--) {
            Step step = earlier.get(i);
            together &= !(step.statement() instanceof TransactionStatement);
            if (Drops.ofPolicy(step, name, table)) {
                boolean found = step.before()
                        .table(table)
                        .filter(known -> known.policyPresence(name).isAbsent())
                        .isEmpty();
                if (found && !(together && context.inTransaction())) {
                    reporter.report(
                                    policy.range(),
                                    "Policy `" + name + "` on `" + table
                                            + "` is dropped in one transaction and made in another, and in between"
                                            + " nobody has what it allows",
                                    "Put both statements into one transaction.")
                            .fix(inOneTransaction(step, i == earlier.size() - 1, context));
                }
                return;
            }
        }
    }

    /** Only where no runner wraps the file, and nothing stands between the two. */
    private static Optional<Fix> inOneTransaction(Step drop, boolean adjacent, LintContext context) {
        if (!adjacent
                || context.runner() != Runner.PSQL
                || drop.transaction().isOpen()
                || drop.place() != Place.FILE
                || context.place() != Place.FILE) {
            return Optional.empty();
        }
        int end = context.sql()
                        .source()
                        .text()
                        .indexOf(';', context.statement().range().end())
                + 1;
        return Optional.of(Fix.of(
                TextEdit.insert(drop.statement().range().start(), "BEGIN;\n"), TextEdit.insert(end, "\nCOMMIT;")));
    }
}
