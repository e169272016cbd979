package dev.pgmigrate.lint.rules.destructive;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Publications;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PublicationStatement;
import java.util.Set;

/** Reports a publication that loses tables because a new list does not name them. */
final class PublicationSet extends StatementRule<PublicationStatement.AlterPublication> {
    PublicationSet() {
        super(Facts.warning(Category.DESTRUCTIVE).since("0.1"), PublicationStatement.AlterPublication.class);
    }

    @Override
    protected void check(PublicationStatement.AlterPublication alter, LintContext context, Reporter reporter) {
        if (alter.change() != PublicationStatement.Change.SET) {
            return;
        }
        QualifiedName name = QualifiedName.of(alter.name().text());
        Set<String> before = context.schema()
                .other(ObjectType.PUBLICATION, name)
                .map(SchemaObject.Other::details)
                .orElse(Set.of());
        Set<String> lost = Publications.lost(before, alter.items(), context.schema());
        boolean known = context.schema()
                .certain()
                .presence(ObjectType.PUBLICATION, name)
                .isPresent();
        if (!lost.isEmpty() || !known) {
            reporter.report(
                            alter.name().range(),
                            "Publication `" + alter.name().text() + "` no longer sends "
                                    + (lost.isEmpty()
                                            ? "any table that is not named here"
                                            : "`" + String.join("`, `", lost) + "`"),
                            "Write ADD TABLE and DROP TABLE for what changes.")
                    .assumedIf(lost.isEmpty());
        }
    }
}
