package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Publications;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PublicationStatement;
import dev.pgmigrate.sql.ast.PublicationStatement.AlterPublication;
import java.util.Set;

/** Reports an {@code ALTER PUBLICATION … ADD} or {@code DROP} that fails on a second run. */
final class PublicationNotIdempotent extends StatementRule<AlterPublication> {
    PublicationNotIdempotent() {
        super(Facts.error(Category.IDEMPOTENCY).fixable().since("0.1"), AlterPublication.class);
    }

    @Override
    protected void check(AlterPublication alter, LintContext context, Reporter reporter) {
        Set<String> members = context.secondRun()
                .other(ObjectType.PUBLICATION, QualifiedName.of(alter.name().text()))
                .map(SchemaObject.Other::details)
                .orElse(Set.of());
        Set<String> named = Publications.members(alter.items(), context.secondRun());
        boolean adds = alter.change() == PublicationStatement.Change.ADD
                && named.stream().anyMatch(members::contains);
        boolean drops = alter.change() == PublicationStatement.Change.DROP && !members.containsAll(named);
        String condition = adds ? "duplicate_object" : "undefined_object";
        String sqlState = adds ? SqlState.DUPLICATE_OBJECT : SqlState.UNDEFINED_OBJECT;
        if ((adds || drops) && !context.isGuardedAgainst(sqlState)) {
            reporter.report(
                            alter.range(),
                            "The publication `" + alter.name() + "` " + (adds ? "has " : "no longer has ")
                                    + String.join(
                                            ", ",
                                            named.stream()
                                                    .map(name -> "`" + name + "`")
                                                    .toList())
                                    + " when the file runs again, and the statement fails with " + sqlState,
                            "Wrap it in a DO block that catches " + condition + ".")
                    .fix(context.guardedBy(condition, alter));
        }
    }
}
