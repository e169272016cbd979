package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.StatementRule;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.replay.Place;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.Persistence;
import dev.pgmigrate.sql.ast.SelectStatement;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reports {@code SELECT … INTO}, which makes a table without keys and cannot be run twice. */
final class SelectIntoTable extends StatementRule<SelectStatement.Select> {
    SelectIntoTable() {
        super(
                Facts.warning(Category.DESIGN).fixable().at(Set.of(Place.FILE)).since("0.1"),
                SelectStatement.Select.class);
    }

    @Override
    protected void check(SelectStatement.Select select, LintContext context, Reporter reporter) {
        if (select.into() != null && select.into().persistence() != Persistence.TEMPORARY) {
            SelectStatement.IntoClause into = select.into();
            reporter.report(
                            into.range(),
                            "SELECT INTO makes `" + into.name().qualified()
                                    + "` without keys, indexes or constraints, and fails when the file runs again",
                            "Write CREATE TABLE IF NOT EXISTS … AS, or make the table first and fill it by INSERT.")
                    .fix(asCreate(select, into, context));
        }
    }

    private static Optional<Fix> asCreate(
            SelectStatement.Select select, SelectStatement.IntoClause into, LintContext context) {
        String unlogged = into.persistence() == Persistence.UNLOGGED ? "UNLOGGED " : "";
        SourceText text = context.sql().source();
        int first = select.range().start();
        int word = text.substring(first, into.name().range().start())
                .toLowerCase(Locale.ROOT)
                .lastIndexOf("into");
        int end = into.name().range().end();
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        if (word < 0) {
            return Optional.empty();
        }
        int start = first + word;
        String create = "CREATE " + unlogged + "TABLE IF NOT EXISTS " + context.text(into.name()) + " AS ";
        return Optional.of(
                Fix.of(TextEdit.insert(select.range().start(), create), TextEdit.delete(new SourceRange(start, end))));
    }
}
