package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.ColumnRef;
import dev.pgmigrate.sql.ast.Expression.Constant;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.OperatorExpression.InExpr;
import dev.pgmigrate.sql.ast.OperatorExpression.OpExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The enum labels that pick the rows of an UPDATE or DELETE, and that the same file takes out of their type later. */
final class LostLabels {
    private LostLabels() {}

    /** Returns the first that the statement finds, and would no longer find if the file ran again. */
    static Optional<Constant> of(LintContext context) {
        Expression where = where(context);
        if (where == null) {
            return Optional.empty();
        }
        ObjectName table = ((DmlStatement) context.statement()).relation().name();
        List<Node> nodes = Nodes.all(where);
        boolean queries = nodes.stream().anyMatch(Expression.SubLink.class::isInstance);
        return queries
                ? Optional.empty()
                : nodes.stream().flatMap(node -> lost(node, table, context)).findFirst();
    }

    private static @Nullable Expression where(LintContext context) {
        if (context.statement() instanceof DmlStatement.Update update) {
            return update.from().isEmpty() ? update.where() : null;
        }
        return context.statement() instanceof DmlStatement.Delete delete
                        && delete.using().isEmpty()
                ? delete.where()
                : null;
    }

    /** Only a bare constant takes the type of the column that it is compared with. */
    private static Stream<Constant> lost(Node node, ObjectName table, LintContext context) {
        List<Expression> sides = new ArrayList<>();
        if (node instanceof OpExpr comparison) {
            sides.addAll(comparison.operands());
        } else if (node instanceof InExpr in) {
            sides.add(in.operand());
            sides.addAll(in.values());
        }
        Optional<ColumnRef> column = sides.stream()
                .filter(ColumnRef.class::isInstance)
                .map(ColumnRef.class::cast)
                .findFirst();
        return column.stream()
                .flatMap(reference -> sides.stream()
                        .filter(side -> side instanceof Constant constant
                                && constant.kind() == Expression.ConstantKind.STRING
                                && isLost(reference, constant.text(), table, context))
                        .map(Constant.class::cast));
    }

    private static boolean isLost(ColumnRef column, String label, ObjectName table, LintContext context) {
        Name named = column.column();
        if (named == null) {
            return false;
        }
        String name = named.text();
        return type(table, name, context.secondRun())
                        .filter(type -> type.label(label).isAbsent())
                        .isPresent()
                && type(table, name, context.schema())
                        .filter(type -> type.label(label).isAbsent())
                        .isEmpty();
    }

    private static Optional<SchemaObject.Type> type(ObjectName table, String column, Schema schema) {
        return schema.table(table)
                .flatMap(known -> known.column(column))
                .map(Table.Column::type)
                .filter(type -> !type.array())
                .flatMap(type -> schema.type(type.name()))
                .filter(type -> type.kind() == SchemaObject.TypeKind.ENUM);
    }
}
