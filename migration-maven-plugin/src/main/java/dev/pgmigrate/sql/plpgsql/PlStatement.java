package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A statement of PL/pgSQL (PostgreSQL manual, 41.5 "Basic Statements", 41.6 "Control Structures", 41.7 "Cursors" and 41.8
 * "Transaction Management"). Compound statements are in {@link PlBlock}, {@link PlBranching} and {@link PlLoop}.
 *
 * <p>Ranges are places in the file, not in the body, so that a finding points to the line that somebody wrote.
 */
public sealed interface PlStatement permits PlBlock, PlBranching, PlLoop, PlStatement.Simple {
    /** The place in the file, from the first token (a label included) up to, but without, the semicolon. */
    SourceRange range();

    /** Returns the statements directly inside this one, in the order of the text. */
    default List<PlStatement> children() {
        return List.of();
    }

    /** Returns the expressions that this statement itself evaluates, not those of its children. */
    default List<Expression> expressions() {
        return List.of();
    }

    /** Returns the SQL statements that this statement itself runs, not those of its children. */
    default List<Statement> sql() {
        return List.of();
    }

    /** Returns the text that this statement itself runs as SQL; null where it runs none that is made as it runs. */
    default @Nullable Expression dynamicSql() {
        return null;
    }

    /** A statement without statements inside. */
    sealed interface Simple extends PlStatement {}

    /**
     * {@code target := value}.
     *
     * @param target a variable, a field ({@code new.updated_at}) or an element ({@code rows[1]})
     */
    record Assignment(Expression target, Expression value, SourceRange range) implements Simple {
        @Override
        public List<Expression> expressions() {
            return List.of(target, value);
        }
    }

    /** A plain SQL statement, {@code CALL} and {@code DO} included; its {@code INTO} is not part of {@code statement}. */
    record Sql(Statement statement, @Nullable Into into, SourceRange range) implements Simple {
        @Override
        public List<Statement> sql() {
            return List.of(statement);
        }
    }

    /** {@code PERFORM query}: {@code query} is the {@code SELECT} that runs, its result thrown away. */
    record Perform(Statement query, SourceRange range) implements Simple {
        @Override
        public List<Statement> sql() {
            return List.of(query);
        }
    }

    /** {@code EXECUTE command}: SQL that is made while it runs; {@link ConstantSql} reads what is known before. */
    record Execute(Expression command, @Nullable Into into, List<Expression> using, SourceRange range)
            implements Simple {
        @Override
        public Expression dynamicSql() {
            return command;
        }

        @Override
        public List<Expression> expressions() {
            return prepend(command, using);
        }
    }

    /** {@code RETURN [value]}. */
    record Return(@Nullable Expression value, SourceRange range) implements Simple {
        @Override
        public List<Expression> expressions() {
            return optional(value);
        }
    }

    /** {@code RETURN NEXT [value]}. */
    record ReturnNext(@Nullable Expression value, SourceRange range) implements Simple {
        @Override
        public List<Expression> expressions() {
            return optional(value);
        }
    }

    /** {@code RETURN QUERY query}. */
    record ReturnQuery(Statement query, SourceRange range) implements Simple {
        @Override
        public List<Statement> sql() {
            return List.of(query);
        }
    }

    /** {@code RETURN QUERY EXECUTE command}, opaque as {@link Execute}. */
    record ReturnQueryExecute(Expression command, List<Expression> using, SourceRange range) implements Simple {
        @Override
        public Expression dynamicSql() {
            return command;
        }

        @Override
        public List<Expression> expressions() {
            return prepend(command, using);
        }
    }

    /** {@code EXIT [label] [WHEN condition]}. */
    record Exit(@Nullable Name label, @Nullable Expression condition, SourceRange range) implements Simple {
        @Override
        public List<Expression> expressions() {
            return optional(condition);
        }
    }

    /** {@code CONTINUE [label] [WHEN condition]}. */
    record Continue(@Nullable Name label, @Nullable Expression condition, SourceRange range) implements Simple {
        @Override
        public List<Expression> expressions() {
            return optional(condition);
        }
    }

    /**
     * {@code RAISE [level] ['format' [, argument …] | condition] [USING option = value, …]}.
     *
     * @param format the format as a value, without its quotes; null where a condition or nothing is raised
     * @param condition the condition that is raised by name or {@code SQLSTATE}; null elsewhere
     */
    record Raise(
            RaiseLevel level,
            @Nullable String format,
            List<Expression> arguments,
            @Nullable PlCondition condition,
            List<RaiseOption> options,
            SourceRange range)
            implements Simple {
        public Raise {
            arguments = List.copyOf(arguments);
            options = List.copyOf(options);
        }

        @Override
        public List<Expression> expressions() {
            return Stream.concat(arguments.stream(), options.stream().map(RaiseOption::value))
                    .toList();
        }
    }

    /** {@code ASSERT condition [, message]}. */
    record Assert(Expression condition, @Nullable Expression message, SourceRange range) implements Simple {
        @Override
        public List<Expression> expressions() {
            return prepend(condition, optional(message));
        }
    }

    /** {@code GET [CURRENT | STACKED] DIAGNOSTICS target = item, …}. */
    record GetDiagnostics(boolean stacked, List<DiagnosticsItem> items, SourceRange range) implements Simple {
        public GetDiagnostics {
            items = List.copyOf(items);
        }
    }

    /** {@code OPEN cursor FOR query} and {@code OPEN cursor [(argument, …)]}. */
    record Open(
            ObjectName cursor,
            @Nullable Boolean scroll,
            @Nullable Statement query,
            List<Expression> arguments,
            SourceRange range)
            implements Simple {
        public Open {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Expression> expressions() {
            return arguments;
        }

        @Override
        public List<Statement> sql() {
            return query == null ? List.of() : List.of(query);
        }
    }

    /** {@code OPEN cursor FOR EXECUTE command}, opaque as {@link Execute}. */
    record OpenExecute(
            ObjectName cursor, @Nullable Boolean scroll, Expression command, List<Expression> using, SourceRange range)
            implements Simple {
        @Override
        public Expression dynamicSql() {
            return command;
        }

        @Override
        public List<Expression> expressions() {
            return prepend(command, using);
        }
    }

    /**
     * {@code FETCH [direction] cursor INTO target} and {@code MOVE [direction] cursor}.
     *
     * @param count how many rows, or which row, where an expression says so
     * @param into where the row goes; null for {@code MOVE}
     */
    record Fetch(
            FetchDirection direction,
            @Nullable Expression count,
            ObjectName cursor,
            @Nullable Into into,
            SourceRange range)
            implements Simple {
        @Override
        public List<Expression> expressions() {
            return optional(count);
        }
    }

    /** {@code CLOSE cursor}. */
    record Close(ObjectName cursor, SourceRange range) implements Simple {}

    /** {@code COMMIT [AND CHAIN]}. */
    record Commit(boolean chain, SourceRange range) implements Simple {}

    /** {@code ROLLBACK [AND CHAIN]}. */
    record Rollback(boolean chain, SourceRange range) implements Simple {}

    /** {@code NULL}, which does nothing. */
    record Null(SourceRange range) implements Simple {}

    /** How loud a {@code RAISE} is. */
    enum RaiseLevel {
        DEBUG,
        LOG,
        INFO,
        NOTICE,
        WARNING,
        EXCEPTION
    }

    /** One {@code option = value} of {@code RAISE … USING}; {@code option} as in the manual, {@code ERRCODE}. */
    record RaiseOption(String option, Expression value, SourceRange range) {}

    /** One {@code target = item} of {@code GET DIAGNOSTICS}; {@code item} as in the manual, {@code ROW_COUNT}. */
    record DiagnosticsItem(ObjectName target, String item, SourceRange range) {}

    /** {@code INTO [STRICT] target, …}. */
    record Into(boolean strict, List<ObjectName> targets, SourceRange range) {
        public Into {
            targets = List.copyOf(targets);
        }
    }

    /** Where {@code FETCH} and {@code MOVE} go. */
    enum FetchDirection {
        NEXT,
        PRIOR,
        FIRST,
        LAST,
        ABSOLUTE,
        RELATIVE,
        FORWARD,
        BACKWARD,
        FORWARD_ALL,
        BACKWARD_ALL
    }

    private static List<Expression> optional(@Nullable Expression expression) {
        return expression == null ? List.of() : List.of(expression);
    }

    private static List<Expression> prepend(Expression first, List<Expression> rest) {
        List<Expression> all = new ArrayList<>(rest.size() + 1);
        all.add(first);
        all.addAll(rest);
        return List.copyOf(all);
    }
}
