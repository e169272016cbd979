package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FromItem;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.plpgsql.PlBlock;
import dev.pgmigrate.sql.plpgsql.PlStatement;
import dev.pgmigrate.sql.plpgsql.PlpgsqlBody;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** The fields of {@code NEW} and {@code OLD} that the function of a trigger reads and writes. */
final class RowFields {
    private static final Set<String> ABOUT_THE_TABLE =
            Set.of("tg_table_name", "tg_relname", "tg_relid", "tg_table_schema", "tg_name", "tg_argv", "tg_nargs");

    private final List<Name> fields = new ArrayList<>();
    private boolean unclear;

    private RowFields() {}

    /** Returns the fields; none where the body asks which table it is, or catches what goes wrong. */
    static List<Name> of(PlpgsqlBody body) {
        RowFields found = new RowFields();
        for (Iterator<PlStatement> all = body.walk().iterator(); all.hasNext() && !found.unclear; ) {
            found.look(all.next());
        }
        return found.unclear ? List.of() : found.fields;
    }

    private void look(PlStatement statement) {
        if (statement instanceof PlBlock block && !block.handlers().isEmpty()) {
            unclear = true;
        }
        for (Expression expression : statement.expressions()) {
            look(expression);
        }
        for (Statement sql : statement.sql()) {
            look(sql);
        }
    }

    private void look(Node root) {
        for (Node node : Nodes.all(root)) {
            if (node instanceof Expression.ColumnRef reference) {
                look(reference.names());
            } else if (node instanceof FromItem.Alias alias) {
                unclear |= isRow(alias.name());
            } else if (node instanceof FromItem.RangeVar table) {
                unclear |= isRow(table.name().last());
            }
        }
    }

    private void look(List<Name> names) {
        if (names.isEmpty()) {
            return;
        }
        unclear |= ABOUT_THE_TABLE.contains(names.get(0).text());
        if (names.size() > 1 && isRow(names.get(0))) {
            fields.add(names.get(1));
        }
    }

    private static boolean isRow(Name name) {
        return name.text().equals("new") || name.text().equals("old");
    }
}
