package dev.pgmigrate.proof;

import dev.pgmigrate.proof.observe.TablePolicy;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.FunctionExpression.SqlValueFunction;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.OperatorExpression.BoolExpr;
import dev.pgmigrate.sql.ast.OperatorExpression.BoolKind;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.parser.SqlParser;
import dev.pgmigrate.sql.parser.SqlScript;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells which rows the policies of a table mean for somebody who is not logged in: all that a policy for this role by name lets
 * through, and of the others what does not depend on who asks, such as {@code published}.
 */
final class MeantCondition {
    private static final Set<String> WHO = Set.of("current_user", "session_user", "current_role", "user");
    private static final String SETTING = "current_setting";

    private final SourceText source;
    private final Set<String> asking;

    private MeantCondition(SourceText source, Set<String> asking) {
        this.source = source;
        this.asking = asking;
    }

    /** Returns the condition that holds for the rows meant, or nothing if none are. */
    static Optional<String> of(List<TablePolicy> policies, boolean ofNewRows) {
        return or(policies.stream()
                .map(policy -> of(policy, ofNewRows))
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<String> of(TablePolicy policy, boolean ofNewRows) {
        String check = policy.checkOrNull();
        String text = ofNewRows && check != null ? check : policy.usingOrNull();
        if (text == null) {
            return Optional.empty();
        }
        if (policy.named()) {
            return Optional.of("(" + text + ")");
        }
        SourceText source = SourceText.of("SELECT " + text);
        Expression condition = condition(SqlParser.parse(source));
        return condition == null
                ? Optional.of("true") // whatever we cannot read may be meant
                : new MeantCondition(source, policy.asking()).of(condition);
    }

    private static @Nullable Expression condition(SqlScript script) {
        return script.errors().isEmpty()
                        && script.statements().size() == 1
                        && script.statements().get(0) instanceof SelectStatement.Select select
                        && select.targets().size() == 1
                ? select.targets().get(0).value()
                : null;
    }

    private Optional<String> of(Expression condition) {
        if (condition instanceof BoolExpr connected && connected.kind() != BoolKind.NOT) {
            List<Optional<String>> terms =
                    connected.terms().stream().map(this::of).toList();
            List<String> meant = terms.stream().flatMap(Optional::stream).toList();
            if (connected.kind() == BoolKind.OR) {
                return or(meant);
            }
            return meant.size() == terms.size()
                    ? Optional.of("(" + String.join(" AND ", meant) + ")")
                    : Optional.empty();
        }
        return asks(condition) ? Optional.empty() : Optional.of("(" + source.text(condition.range()) + ")");
    }

    private static Optional<String> or(List<String> terms) {
        return terms.isEmpty()
                ? Optional.empty()
                : Optional.of(terms.stream().collect(Collectors.joining(" OR ", "(", ")")));
    }

    private boolean asks(Expression term) {
        return Nodes.all(term).stream().anyMatch(node -> {
            if (node instanceof SqlValueFunction value) {
                return WHO.contains(value.keyword());
            }
            return node instanceof FuncCall call
                    && (call.name().last().text().equals(SETTING)
                            || asking.contains(call.name().last().text()));
        });
    }
}
