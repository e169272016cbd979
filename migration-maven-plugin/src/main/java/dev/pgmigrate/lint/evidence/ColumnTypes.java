package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.OutputColumn;
import dev.pgmigrate.replay.Presence;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject.TableOrView;
import dev.pgmigrate.replay.SchemaObject.View;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.DomainStatement.CreateDomain;
import dev.pgmigrate.sql.ast.Expression.ColumnRef;
import dev.pgmigrate.sql.ast.FunctionParameter;
import dev.pgmigrate.sql.ast.FunctionStatement.CreateFunction;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.PolicyStatement;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import dev.pgmigrate.sql.ast.TriggerStatement.CreateTrigger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types of the columns that the expressions of a statement name. A name without a table is looked up in the queries around
 * it, from the inside out, and only as far as all that they read is known.
 */
public final class ColumnTypes {
    /** Rows that are written out are alike, and can be millions. */
    private static final int MOST_NODES_OF_ROWS = 2000;

    private final Schema schema;
    private final FromClauses from;
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private final IdentityHashMap<ColumnRef, ColumnType> found = new IdentityHashMap<>();

    private ColumnTypes(LintContext context) {
        schema = context.schema().certain();
        from = new FromClauses(context.nodes());
        context.nodes().forEach(this::visit);
    }

    /** Looks up the columns that the statement names. */
    public static ColumnTypes of(LintContext context) {
        return context.once(ColumnTypes.class, ColumnTypes::new);
    }

    /** Returns whether a statement writes out so many rows that looking at each takes longer than it is worth. */
    public static boolean isLongListOfRows(Statement statement, List<Node> nodes) {
        return statement instanceof DmlStatement.Insert insert
                && insert.isWrittenOut()
                && nodes.size() > MOST_NODES_OF_ROWS;
    }

    /** Returns the type of a column that the statement names; null where nobody can tell. */
    public @Nullable ColumnType get(ColumnRef reference) {
        return found.get(reference);
    }

    private void visit(Node node) {
        while (!scopes.isEmpty() && scopes.element().range.end() <= node.range().start()) {
            scopes.pop();
        }
        if (node instanceof ColumnRef reference) {
            ColumnType type = reference.star() ? null : resolve(reference.names());
            if (type != null) {
                found.put(reference, type);
            }
        } else if (node instanceof SelectStatement.Select select) {
            add(from.read(select.from()), push(select));
        } else if (node instanceof DmlStatement change) {
            Scope scope = push(change);
            add(from.read(change), scope);
            if (change instanceof DmlStatement.Insert insert && insert.onConflict() != null) {
                scope.add("excluded", row(change.relation().name()));
            }
        } else {
            definition(node);
        }
    }

    private void definition(Node node) {
        if (node instanceof TableStatement.CreateTable create) {
            Map<String, ColumnType> columns = new LinkedHashMap<>();
            for (ColumnDef column : create.columns()) {
                if (column.type() != null) {
                    columns.put(
                            column.name().text(), ColumnType.of(column.type()).withoutSerial());
                }
            }
            push(create).add(create.name().last().text(), new Row(null, columns));
        } else if (node instanceof TableStatement.AlterTable alter) {
            push(alter).add(alter.name().last().text(), row(alter.name()));
        } else if (node instanceof CreateIndex index) {
            push(index).add(index.table().last().text(), row(index.table()));
        } else if (node instanceof PolicyStatement policy) {
            push(policy).add(policy.table().last().text(), row(policy.table()));
        } else if (node instanceof CreateTrigger trigger) {
            Scope scope = push(trigger);
            scope.add("old", row(trigger.table()));
            scope.add("new", row(trigger.table()));
        } else if (node instanceof CreateDomain domain) {
            push(domain).add("", new Row(null, Map.of("value", ColumnType.of(domain.type()))));
        } else if (node instanceof CreateFunction function) {
            push(function).add(function.name().last().text(), new Row(null, parameters(function)));
        }
    }

    private static Map<String, ColumnType> parameters(CreateFunction function) {
        Map<String, ColumnType> parameters = new LinkedHashMap<>();
        for (FunctionParameter parameter : function.parameters()) {
            if (parameter.name() != null && !parameter.type().percentType()) {
                parameters.put(parameter.name().text(), ColumnType.of(parameter.type()));
            }
        }
        return parameters;
    }

    private Scope push(Node node) {
        Scope scope = new Scope(node.range());
        scopes.push(scope);
        return scope;
    }

    private void add(FromClauses.Read read, Scope scope) {
        scope.known &= read.whole();
        for (FromClauses.Relation relation : read.relations()) {
            Row row = row(relation.name());
            scope.known &= row != null;
            scope.add(relation.alias(), row);
        }
    }

    private @Nullable Row row(ObjectName name) {
        return schema.tableOrView(name.qualified())
                .map(relation -> new Row(relation, Map.of()))
                .orElse(null);
    }

    private @Nullable ColumnType resolve(List<Name> names) {
        String column = names.get(names.size() - 1).text();
        if (names.size() == 2) {
            String relation = names.get(0).text();
            for (Scope scope : scopes) {
                if (scope.rows.containsKey(relation) || !scope.known) {
                    Row row = scope.rows.get(relation);
                    return row == null ? null : row.type(column);
                }
            }
        } else if (names.size() == 1) {
            for (Scope scope : scopes) {
                List<Row> having = new ArrayList<>();
                for (Row row : scope.rows.values()) {
                    Presence presence = row == null ? Presence.UNKNOWN : row.presence(column);
                    if (presence == Presence.UNKNOWN) {
                        return null;
                    }
                    if (presence.isPresent()) {
                        having.add(row);
                    }
                }
                if (!scope.known || !having.isEmpty()) {
                    return scope.known && having.size() == 1 ? having.get(0).type(column) : null;
                }
            }
        }
        return null;
    }

    /**
     * What a name before a dot stands for.
     *
     * @param relation a table or a view of the schema; null for what the statement itself declares
     * @param declared the types of what it declares
     */
    private record Row(@Nullable TableOrView relation, Map<String, ColumnType> declared) {
        Presence presence(String column) {
            if (relation != null) {
                return relation.columnPresence(column);
            }
            return declared.containsKey(column) ? Presence.PRESENT : Presence.ABSENT;
        }

        @Nullable
        ColumnType type(String column) {
            if (relation instanceof Table table) {
                return table.column(column).map(Table.Column::type).orElse(null);
            }
            List<OutputColumn> output = relation instanceof View view ? view.output() : null;
            if (output == null) {
                return declared.get(column);
            }
            return output.stream()
                    .filter(given -> column.equals(given.name()) && given.type() != null)
                    .map(OutputColumn::type)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** A query, or a statement whose expressions are about one table, and the rows that it names. */
    private static final class Scope {
        private final SourceRange range;
        private final Map<String, @Nullable Row> rows = new LinkedHashMap<>();

        /** Whether all that it reads is known. */
        private boolean known = true;

        Scope(SourceRange range) {
            this.range = range;
        }

        void add(String name, @Nullable Row row) {
            rows.put(name, row);
        }
    }
}
