package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Routine;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.ColumnRef;
import dev.pgmigrate.sql.ast.FromItem.RangeVar;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.SelectStatement.Select;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.WithClause.CommonTableExpr;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the replay asks of expressions and queries. */
final class TreeNames {
    private static final String SET_CONFIG = "set_config";

    private TreeNames() {}

    /** A call of {@code set_config} with literal arguments, which is a {@code SET} in other words. */
    record SetConfig(String name, String value, boolean local) {}

    /** Returns the columns that an expression names, each once, in order. */
    static List<String> columns(Expression expression) {
        Set<String> columns = new LinkedHashSet<>();
        for (Node node : Nodes.all(expression)) {
            if (node instanceof ColumnRef reference && reference.column() != null) {
                columns.add(reference.column().text());
            }
        }
        return List.copyOf(columns);
    }

    /** Returns what the server calls an expression's column in a made-up name ({@code FigureIndexColname}). */
    static String label(@Nullable Expression expression, String otherwise) {
        String name = expression == null ? null : OutputNames.of(expression);
        return name == null || name.equals(OutputNames.NONE) ? otherwise : name;
    }

    /** Returns the tables and views that a query reads; what WITH defines is not among them. */
    static List<QualifiedName> relations(Statement query) {
        Set<String> defined = Nodes.of(CommonTableExpr.class, query)
                .map(table -> table.name().text())
                .collect(Collectors.toSet());
        return Nodes.of(RangeVar.class, query)
                .map(range -> range.name().qualified())
                .filter(name -> name.schemaOrNull() != null || !defined.contains(name.name()))
                .distinct()
                .toList();
    }

    /** Returns every identifier in a tree: of what it names, and of much else. */
    static Set<String> all(Node tree) {
        Set<String> names = new HashSet<>();
        addTo(names, tree);
        return names;
    }

    /** Returns the identifiers in what the server keeps of a routine as it was read: {@code RETURN} and {@code BEGIN
     * ATOMIC}, and the defaults. */
    static Set<String> keptBy(Routine routine) {
        Set<String> names = new HashSet<>();
        routine.kept().forEach(tree -> addTo(names, tree));
        return names;
    }

    private static void addTo(Set<String> names, Node tree) {
        for (Node node : Nodes.all(tree)) {
            if (node instanceof Name name) {
                names.add(name.text());
            } else if (node instanceof FuncCall call) {
                Constants.sequence(call).ifPresent(sequence -> names.add(sequence.name()));
            } else if (node instanceof DefElem option) {
                names.add(option.typeName().name().last().text());
            }
        }
    }

    static Optional<SetConfig> setConfig(Statement statement) {
        if (!(statement instanceof Select select)
                || select.targets().size() != 1
                || !select.from().isEmpty()) {
            return Optional.empty();
        }
        Expression value = select.targets().get(0).value();
        if (!(value instanceof FuncCall call)
                || !call.name().last().text().equals(SET_CONFIG)
                || call.arguments().size() != 3) {
            return Optional.empty();
        }
        Optional<String> name = Constants.string(call.arguments().get(0));
        Optional<String> setting = Constants.string(call.arguments().get(1));
        boolean local = Constants.isTrue(call.arguments().get(2));
        return name.isEmpty() || setting.isEmpty()
                ? Optional.empty()
                : Optional.of(new SetConfig(name.get(), setting.get(), local));
    }
}
