package dev.pgmigrate.undo;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Name;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A constraint as {@code ALTER TABLE … ADD} takes it, under the names that it, its columns and its target have by now. */
final class ConstraintText {
    private static final Pattern KEY =
            Pattern.compile("(?is)\\s*(primary\\s+key|unique(\\s+nulls(\\s+not)?\\s+distinct)?)(.*)");

    private static final Pattern NOT_VALID = Pattern.compile("(?i)\\s+not\\s+valid\\s*$");

    private ConstraintText() {}

    static String of(TableConstraint now, Constraint written) {
        int start = written.name() == null
                ? written.range().start()
                : written.name().range().end();
        Rewording body = new Rewording(
                now.origin().file(), new SourceRange(start, written.range().end()));
        List<Name> columns = columns(written);
        for (int i = 0; i < columns.size(); i++) {
            String column = now.columns().get(i);
            if (!columns.get(i).text().equals(column)) {
                body.replace(columns.get(i).range(), Identifier.quoteIdent(column));
            }
        }
        if (written instanceof Constraint.ForeignKey key && now.referenced() != null) {
            boolean renamed =
                    !key.referenced().last().text().equals(now.referenced().name());
            if (renamed) {
                body.replace(key.referenced().range(), now.referenced().sql());
            }
        }
        String text = columns.isEmpty() ? withColumns(body.toString(), now, written) : body.toString();
        if (now.validated() && written.notValid()) {
            text = NOT_VALID.matcher(text).replaceFirst("");
        }
        return "CONSTRAINT " + Identifier.quoteIdent(now.name()) + " " + text;
    }

    private static List<Name> columns(Constraint constraint) {
        if (constraint instanceof Constraint.Key key) {
            return key.columns();
        }
        return constraint instanceof Constraint.ForeignKey key ? key.columns() : List.of();
    }

    /** Behind a column, and with {@code USING INDEX}, the columns are not written. */
    private static String withColumns(String body, TableConstraint now, Constraint written) {
        String columns = now.columns().stream().map(Identifier::quote).collect(Collectors.joining(", ", "(", ")"));
        if (written instanceof Constraint.ForeignKey) {
            return "FOREIGN KEY " + columns + " " + body;
        }
        Matcher key = KEY.matcher(body);
        if (written instanceof Constraint.Key && key.matches()) {
            return key.group(1) + " " + columns + (written.usingIndex() == null ? key.group(4) : "");
        }
        return body;
    }
}
