package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.ColumnRef;
import dev.pgmigrate.sql.ast.FromItem.RangeVar;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.OperatorExpression;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the string constants of a statement that are labels of an enum. */
final class EnumLiterals {
    /** Operators that make a text of what they get; an enum has none of them. */
    private static final Set<String> OF_TEXT =
            Set.of("||", "~", "~*", "!~", "!~*", "->", "->>", "#>", "#>>", "?", "@>");

    private final Step step;
    private final Map<String, QualifiedName> labels;
    private final List<ObjectName> tables = new ArrayList<>();
    private final Set<SourceRange> others = new HashSet<>();

    private EnumLiterals(Step step, Map<String, QualifiedName> labels) {
        this.step = step;
        this.labels = labels;
    }

    /** Returns the first constant that equals one of {@code labels} and is not plainly of another type. */
    static Optional<Expression.Constant> in(Step step, Map<String, QualifiedName> labels) {
        EnumLiterals literals = new EnumLiterals(step, labels);
        literals.lookForTables();
        List<Node> nodes = Nodes.all(step.statement());
        nodes.forEach(literals::look);
        return nodes.stream()
                .filter(Expression.Constant.class::isInstance)
                .map(Expression.Constant.class::cast)
                .filter(constant -> constant.kind() == Expression.ConstantKind.STRING
                        && labels.containsKey(constant.text())
                        && !literals.others.contains(constant.range()))
                .findFirst();
    }

    /** Returns the first constant that a statement turns into one of {@code labels} by a cast. */
    static Optional<Expression.Constant> castIn(Step step, Map<String, QualifiedName> labels) {
        EnumLiterals literals = new EnumLiterals(step, labels);
        return Nodes.of(Expression.TypeCast.class, step.statement())
                .filter(cast -> literals.isOneOf(cast.type()) && cast.operand() instanceof Expression.Constant)
                .map(cast -> (Expression.Constant) cast.operand())
                .filter(constant -> labels.containsKey(constant.text()))
                .findFirst();
    }

    private void lookForTables() {
        if (step.statement() instanceof AlterTable alter) {
            tables.add(alter.name());
        }
        Nodes.of(RangeVar.class, step.statement()).forEach(table -> tables.add(table.name()));
    }

    private void look(Node node) {
        if (node instanceof Expression.TypeCast cast && !isOneOf(cast.type())) {
            other(cast.operand());
        } else if (node instanceof OperatorExpression.OpExpr chain) {
            compared(chain.operands(), OF_TEXT.contains(chain.operator().last().text()));
        } else if (node instanceof OperatorExpression.InExpr in) {
            List<Expression> all = new ArrayList<>(in.values());
            all.add(in.operand());
            compared(all, false);
        } else if (node instanceof OperatorExpression.DistinctExpr distinct) {
            compared(List.of(distinct.left(), distinct.right()), false);
        } else if (node instanceof OperatorExpression.BetweenExpr between) {
            compared(List.of(between.operand(), between.low(), between.high()), false);
        } else if (node instanceof OperatorExpression.LikeExpr like) {
            compared(List.of(like.operand(), like.pattern()), true);
        } else if (node instanceof FuncCall call) {
            compared(call.arguments(), !mayTakeIt(call));
        } else if (node instanceof SelectStatement.Select select
                && !(step.statement() instanceof DmlStatement.Insert)) {
            // An unknown constant that nothing asks for is a text (PostgreSQL manual, 10.6 "SELECT Output Columns").
            select.targets().forEach(target -> other(target.value()));
        } else {
            stored(node);
        }
    }

    /** Looks at what goes into a column. */
    private void stored(Node node) {
        if (node instanceof DmlStatement.SetClause set
                && !set.multiple()
                && step.statement() instanceof DmlStatement change) {
            into(change.relation().name(), set.targets().get(0).name().text(), set.value());
        } else if (node instanceof DmlStatement.Insert insert) {
            inserted(insert);
        } else if (node instanceof AlterTableAction.SetDefault set && step.statement() instanceof AlterTable alter) {
            into(alter.name(), set.column().text(), set.expression());
        } else if (node instanceof ColumnDef column && column.type() != null && !isOneOf(column.type())) {
            Nodes.of(Expression.Constant.class, column).forEach(this::other);
        }
    }

    private void inserted(DmlStatement.Insert insert) {
        List<List<Expression>> rows = new ArrayList<>();
        if (insert.source() instanceof SelectStatement.Values values) {
            values.rows().forEach(row -> rows.add(row.values()));
        } else if (insert.source() instanceof SelectStatement.Select select) {
            rows.add(select.targets().stream()
                    .map(SelectStatement.ResTarget::value)
                    .toList());
        }
        List<String> columns = insert.columns().isEmpty()
                ? step.before()
                        .table(insert.relation().name())
                        .filter(Table::columnsKnown)
                        .map(table -> table.columns().all().stream()
                                .map(Table.Column::name)
                                .toList())
                        .orElse(List.of())
                : insert.columns().stream().map(column -> column.name().text()).toList();
        for (List<Expression> row : rows) {
            for (int i = 0; i < Math.min(row.size(), columns.size()); i++) {
                into(insert.relation().name(), columns.get(i), row.get(i));
            }
        }
    }

    private void into(ObjectName table, String column, Expression value) {
        if (isOther(type(table, column))) {
            other(value);
        }
    }

    /** Constants take the type of what they are compared with (PostgreSQL manual, 10.2 "Operators"). */
    private void compared(List<Expression> sides, boolean text) {
        if (text || sides.stream().anyMatch(this::isOther)) {
            sides.forEach(this::other);
        }
    }

    private boolean isOther(Expression side) {
        if (side instanceof Expression.TypeCast cast) {
            return !isOneOf(cast.type());
        }
        return side instanceof ColumnRef reference && reference.column() != null && isOther(type(reference));
    }

    private @Nullable QualifiedName type(ColumnRef reference) {
        QualifiedName found = null;
        for (ObjectName table : tables) {
            QualifiedName type = reference.column() == null
                    ? null
                    : type(table, reference.column().text());
            if (type != null && found != null && !found.equals(type)) {
                return null;
            }
            found = type == null ? found : type;
        }
        return found;
    }

    private @Nullable QualifiedName type(ObjectName table, String column) {
        return step.before()
                .table(table)
                .flatMap(known -> known.column(column))
                .map(Table.Column::type)
                .map(type -> type.name())
                .orElse(null);
    }

    private boolean isOther(@Nullable QualifiedName type) {
        return type != null
                && labels.values().stream().noneMatch(known -> known.name().equals(type.name()));
    }

    /** Returns whether a function of the files takes the enum; of PostgreSQL's own those on arrays of anything may. */
    private boolean mayTakeIt(FuncCall call) {
        if (call.name().last().text().startsWith("array_")) {
            return true;
        }
        for (SchemaObject.Routine routine : step.before().routines(call.name().qualified())) {
            if (labels.values().stream().anyMatch(type -> routine.signature().contains(type.name()))) {
                return true;
            }
        }
        return false;
    }

    private void other(Expression value) {
        if (value instanceof Expression.Constant) {
            others.add(value.range());
        }
    }

    private boolean isOneOf(TypeName type) {
        return labels.values().stream()
                .anyMatch(known -> known.name().equals(type.name().last().text()));
    }
}
