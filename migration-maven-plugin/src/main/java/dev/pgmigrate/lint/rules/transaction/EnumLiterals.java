package dev.pgmigrate.lint.rules.transaction;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.TypeName;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the string constants of a statement that are labels of an enum. */
final class EnumLiterals {
    private EnumLiterals() {}

    /** Returns the first constant that equals one of {@code labels} and is not plainly of another type. */
    static Optional<Expression.Constant> in(Step step, Map<String, QualifiedName> labels) {
        Set<SourceRange> others = new HashSet<>();
        Nodes.of(Expression.TypeCast.class, step.statement())
                .filter(cast -> !isOneOf(cast.type(), labels))
                .forEach(cast -> others.add(cast.operand().range()));
        if (step.statement() instanceof DmlStatement.Update update) {
            update.set().stream()
                    .filter(clause -> !clause.multiple()
                            && isOther(clause.targets().get(0).name(), update, step, labels))
                    .forEach(clause -> others.add(clause.value().range()));
        }
        if (step.statement() instanceof DmlStatement.Insert insert
                && insert.source() instanceof SelectStatement.Values values) {
            for (SelectStatement.ExpressionList row : values.rows()) {
                for (int i = 0;
                        i < Math.min(row.values().size(), insert.columns().size());
                        i++) {
                    if (isOther(insert.columns().get(i).name(), insert, step, labels)) {
                        others.add(row.values().get(i).range());
                    }
                }
            }
        }
        return Nodes.of(Expression.Constant.class, step.statement())
                .filter(constant -> constant.kind() == Expression.ConstantKind.STRING
                        && labels.containsKey(constant.text())
                        && !others.contains(constant.range()))
                .findFirst();
    }

    private static boolean isOther(Name column, DmlStatement change, Step step, Map<String, QualifiedName> labels) {
        return step.before()
                .table(change.relation().name())
                .flatMap(table -> table.column(column.text()))
                .map(Table.Column::type)
                .filter(type -> labels.values().stream()
                        .noneMatch(known -> known.name().equals(type.name().name())))
                .isPresent();
    }

    private static boolean isOneOf(TypeName type, Map<String, QualifiedName> labels) {
        return labels.values().stream()
                .anyMatch(known -> known.name().equals(type.name().last().text()));
    }
}
