package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.replay.SchemaObject.TableOrView;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.DmlStatement.ConflictTarget;
import dev.pgmigrate.sql.ast.DmlStatement.Delete;
import dev.pgmigrate.sql.ast.DmlStatement.Insert;
import dev.pgmigrate.sql.ast.DmlStatement.OnConflict;
import dev.pgmigrate.sql.ast.DmlStatement.SetClause;
import dev.pgmigrate.sql.ast.DmlStatement.Update;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.ColumnRef;
import dev.pgmigrate.sql.ast.FromItem.RangeVar;
import dev.pgmigrate.sql.ast.IndexElement;
import dev.pgmigrate.sql.ast.Name;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The columns of its own table that a change of rows looks at, which takes SELECT on them (manual, INSERT and UPDATE). */
public final class ReadColumns {
    private static final String EXCLUDED = "excluded";

    private final String name;
    private final TableOrView target;
    private final Set<String> columns = new LinkedHashSet<>();

    private ReadColumns(RangeVar relation, TableOrView target) {
        this.name = (relation.alias() == null
                        ? relation.name().last()
                        : relation.alias().name())
                .text();
        this.target = target;
    }

    /** Returns those that are sure to be read; none where a statement reads other tables as well. */
    public static List<String> of(DmlStatement change, TableOrView target) {
        ReadColumns read = new ReadColumns(change.relation(), target);
        if (change instanceof Insert insert && insert.onConflict() != null) {
            read.conflict(insert.onConflict());
        } else if (change instanceof Update update && update.from().isEmpty()) {
            read.values(update.set());
            read.all(Stream.ofNullable(update.where()));
        } else if (change instanceof Delete delete && delete.using().isEmpty()) {
            read.all(Stream.ofNullable(delete.where()));
        }
        return new ArrayList<>(read.columns);
    }

    private void conflict(OnConflict conflict) {
        ConflictTarget on = conflict.target();
        if (on != null) {
            on.elements().stream()
                    .map(IndexElement::column)
                    .filter(Objects::nonNull)
                    .map(Name::text)
                    .forEach(this::add);
        }
        values(conflict.set());
        all(Stream.ofNullable(conflict.where()));
    }

    private void values(List<SetClause> clauses) {
        all(clauses.stream().map(SetClause::value));
    }

    private void all(Stream<Expression> expressions) {
        expressions.forEach(this::add);
    }

    private void add(Expression expression) {
        for (ColumnRef reference : ColumnUses.free(expression)) {
            List<Name> names = reference.names();
            boolean isOwn = names.size() == 1
                    || (names.size() == 2
                            && (names.get(0).text().equals(name)
                                    || names.get(0).text().equals(EXCLUDED)));
            if (isOwn) {
                add(names.get(names.size() - 1).text());
            }
        }
    }

    private void add(String column) {
        if (target.columnPresence(column).isPresent()) {
            columns.add(column);
        }
    }
}
