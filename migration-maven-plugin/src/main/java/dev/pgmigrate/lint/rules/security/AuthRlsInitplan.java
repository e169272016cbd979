package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionExpression;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reports a policy that calls a session function for every row. */
final class AuthRlsInitplan extends FolderRule {
    private static final Set<String> AUTH = Set.of("uid", "jwt", "role", "email");

    AuthRlsInitplan() {
        super(Facts.warning(Category.SECURITY).fixable().since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (Table table : context.end().tables()) {
            for (Table.Policy policy : table.policies().all()) {
                for (Expression condition : policy.conditions()) {
                    PolicySource.of(condition, policy, context)
                            .ifPresent(file -> callsForEveryRow(condition)
                                    .forEach(call -> report(call, policy, table, file, reporter)));
                }
            }
        }
    }

    private static void report(
            FunctionExpression.FuncCall call, Table.Policy policy, Table table, SqlFile file, Reporter reporter) {
        reporter.report(
                        file,
                        call.range(),
                        "Policy `" + policy.name() + "` calls `" + call.name() + "` for every row of `" + table.name()
                                + "`",
                        "Write (select " + file.source().text(call.range()) + "), which is evaluated once a query.")
                .fix(Fix.of(
                        TextEdit.insert(call.range().start(), "(SELECT "),
                        TextEdit.insert(call.range().end(), ")")));
    }

    private static List<FunctionExpression.FuncCall> callsForEveryRow(Expression condition) {
        List<SourceRange> queries = new ArrayList<>();
        List<FunctionExpression.FuncCall> calls = new ArrayList<>();
        for (Node node : Nodes.all(condition)) {
            if (node instanceof Expression.SubLink query) {
                queries.add(query.range());
            } else if (node instanceof FunctionExpression.FuncCall call
                    && isOfTheSession(call)
                    && queries.stream().noneMatch(query -> isIn(query, call.range()))) {
                calls.add(call);
            }
        }
        return calls;
    }

    private static boolean isIn(SourceRange query, SourceRange call) {
        return query.start() <= call.start() && call.end() <= query.end();
    }

    private static boolean isOfTheSession(FunctionExpression.FuncCall call) {
        QualifiedName name = call.name().qualified();
        return name.schema().filter("auth"::equals).isPresent()
                ? AUTH.contains(name.name())
                : name.name().equals("current_setting");
    }
}
