package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Fix;
import dev.pgmigrate.lint.LintContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.lint.TextEdit;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionExpression;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.PolicyStatement;
import dev.pgmigrate.sql.ast.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reports a policy that calls a session function for every row. */
public final class AuthRlsInitplan implements Rule {
    private static final Set<String> AUTH = Set.of("uid", "jwt", "role", "email");

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Category category() {
        return Category.SECURITY;
    }

    @Override
    public boolean fixable() {
        return true;
    }

    @Override
    public Set<StatementKind> statements() {
        return Set.of(StatementKind.ALTER_POLICY, StatementKind.CREATE_POLICY);
    }

    @Override
    public void check(LintContext context, Reporter reporter) {
        if (!(context.statement() instanceof PolicyStatement policy)) {
            return;
        }
        List<SourceRange> queries = new ArrayList<>();
        for (Node node : context.nodes()) {
            if (node instanceof Expression.SubLink query) {
                queries.add(query.range());
            } else if (node instanceof FunctionExpression.FuncCall call
                    && isOfTheSession(call)
                    && queries.stream().noneMatch(query -> isIn(query, call.range()))) {
                reporter.report(
                                call.range(),
                                "Policy `" + policy.name().text() + "` calls `" + call.name() + "` for every row of `"
                                        + policy.table() + "`",
                                "Write (select " + context.text(call) + "), which is evaluated once a query.")
                        .fix(Fix.of(
                                TextEdit.insert(call.range().start(), "(select "),
                                TextEdit.insert(call.range().end(), ")")));
            }
        }
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
