package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.replay.OutputColumn;
import dev.pgmigrate.replay.SchemaObject.TableOrView;
import dev.pgmigrate.replay.SchemaObject.View;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.Table.Column;
import dev.pgmigrate.sql.ast.DmlStatement.Insert;
import dev.pgmigrate.sql.ast.DmlStatement.InsertColumn;
import dev.pgmigrate.sql.ast.DmlStatement.MergeAction;
import dev.pgmigrate.sql.ast.DmlStatement.MergeWhen;
import dev.pgmigrate.sql.ast.DmlStatement.SetClause;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.SelectStatement.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The columns that a statement gives values to. */
public final class WrittenColumns {
    private WrittenColumns() {}

    /** A column, and where the statement says so. */
    public record Written(String column, Node at) {}

    /** Returns those of an {@code INSERT}; none where neither names nor a written row tell them. */
    public static List<Written> of(Insert insert, TableOrView into) {
        return insert.columns().isEmpty() && insert.source() instanceof Values values
                ? first(values.rows().get(0).values(), into)
                : named(insert.columns());
    }

    public static List<Written> of(MergeWhen when, TableOrView into) {
        if (when.action() != MergeAction.INSERT) {
            return of(when.set());
        }
        return when.columns().isEmpty() ? first(when.values(), into) : named(when.columns());
    }

    public static List<Written> of(List<SetClause> clauses) {
        return clauses.stream()
                .flatMap(clause -> named(clause.targets()).stream())
                .toList();
    }

    /** Without names the values go to the first columns. */
    private static List<Written> first(List<Expression> values, TableOrView into) {
        List<String> names = names(into);
        List<Written> written = new ArrayList<>();
        for (int i = 0; i < Math.min(values.size(), names.size()); i++) {
            if (!names.get(i).isEmpty()) {
                written.add(new Written(names.get(i), values.get(i)));
            }
        }
        return written;
    }

    private static List<String> names(TableOrView relation) {
        if (relation instanceof Table table) {
            return table.columnsKnown()
                    ? table.columns().all().stream().map(Column::name).toList()
                    : List.of();
        }
        List<OutputColumn> output = ((View) relation).output();
        return output == null
                ? List.of()
                : output.stream()
                        .map(column -> Objects.requireNonNullElse(column.name(), ""))
                        .toList();
    }

    private static List<Written> named(List<InsertColumn> columns) {
        return columns.stream()
                .map(column -> new Written(column.name().text(), column))
                .toList();
    }
}
