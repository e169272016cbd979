package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.FunctionExpression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.ViewStatement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What rules ask about the text of a view. */
final class ViewQueries {
    private static final Set<String> CALLER = Set.of(
            "uid", "jwt", "role", "email", "current_setting", "current_user", "session_user", "user", "current_role");

    private ViewQueries() {}

    /** Returns whether the query itself looks at who runs it, and so may show each their own rows. */
    static boolean askWhoCalls(SchemaObject.View view) {
        if (view.query() == null) {
            return false;
        }
        for (Node node : Nodes.all(view.query())) {
            boolean asks = (node instanceof FunctionExpression.SqlValueFunction value
                            && CALLER.contains(value.keyword().toLowerCase(Locale.ROOT)))
                    || (node instanceof FunctionExpression.FuncCall call
                            && CALLER.contains(call.name().last().text()));
            if (asks) {
                return true;
            }
        }
        return false;
    }

    /** Returns the fix that lets the view read with the rights of whoever reads it; none where it has other options. */
    static Optional<Fix> asInvoker(SchemaObject.View view) {
        for (Statement statement : view.origin().file().script().withoutRows()) {
            if (statement instanceof ViewStatement.CreateView create
                    && create.range().equals(view.origin().range())
                    && create.options().isEmpty()) {
                SourceText text = view.origin().file().source();
                List<Name> columns = create.columns();
                int end = columns.isEmpty()
                        ? create.name().range().end()
                        : text.indexOf(
                                        ')',
                                        columns.get(columns.size() - 1).range().end())
                                + 1;
                return Optional.of(Fix.insert(end, " WITH (security_invoker = true)"));
            }
        }
        return Optional.empty();
    }
}
