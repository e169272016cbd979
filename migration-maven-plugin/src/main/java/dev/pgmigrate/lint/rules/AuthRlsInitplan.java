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
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.PolicyStatement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
    public void check(LintContext context, Reporter reporter) {
        if (!(context.statement() instanceof PolicyStatement policy)) {
            return;
        }
        Stream.of(Optional.ofNullable(policy.using()), Optional.ofNullable(policy.withCheck()))
                .flatMap(Optional::stream)
                .forEach(predicate -> check(predicate, policy, context, reporter));
    }

    private static void check(Expression predicate, PolicyStatement policy, LintContext context, Reporter reporter) {
        List<SourceRange> queries =
                Nodes.of(Expression.SubLink.class, predicate).map(Node::range).toList();
        Nodes.of(FunctionExpression.FuncCall.class, predicate)
                .filter(call -> isOfTheSession(call) && queries.stream().noneMatch(query -> isIn(query, call.range())))
                .forEach(call -> reporter.report(
                                call.range(),
                                "Policy `" + policy.name().text() + "` calls `" + call.name() + "` for every row of `"
                                        + policy.table() + "`",
                                "Write (select " + context.text(call) + "), which is evaluated once a query.")
                        .fix(Fix.of(
                                TextEdit.insert(call.range().start(), "(select "),
                                TextEdit.insert(call.range().end(), ")"))));
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
