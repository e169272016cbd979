package dev.pgmigrate.lint;

import dev.pgmigrate.replay.Place;
import dev.pgmigrate.sql.ast.Statement;
import java.util.List;

/**
 * A rule that checks one statement at a time, in the order in which they run. It names the types that it looks at, so
 * that it is not called for any other.
 *
 * @param <S> the type that it looks at, or what its types have in common
 */
public abstract non-sealed class StatementRule<S extends Statement> extends Rule {
    private final List<Class<? extends S>> statements;

    @SafeVarargs
    @SuppressWarnings("varargs")
    protected StatementRule(Facts facts, Class<? extends S>... statements) {
        super(facts);
        this.statements = List.of(statements);
    }

    StatementRule(RuleId id, Facts facts, Class<S> statement) {
        super(id, facts);
        this.statements = List.of(statement);
    }

    protected abstract void check(S statement, LintContext context, Reporter reporter);

    /** Returns whether it checks statements of {@code type} at {@code place}. */
    final boolean judges(Class<? extends Statement> type, Place place) {
        return facts().places().contains(place)
                && statements.stream().anyMatch(judged -> judged.isAssignableFrom(type));
    }

    /** Checks a statement that {@link #judges} accepts. */
    @SuppressWarnings("unchecked")
    final void judge(LintContext context, Reporter reporter) {
        check((S) context.statement(), context, reporter);
    }
}
