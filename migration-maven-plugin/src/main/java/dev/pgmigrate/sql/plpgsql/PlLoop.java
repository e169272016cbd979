package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The loops (PostgreSQL manual, 41.6.5 "Simple Loops", 41.6.6 "Looping through Query Results" and 41.6.7 "… Arrays"). */
public sealed interface PlLoop extends PlStatement {
    @Nullable
    Name label();

    PlStatements body();

    @Override
    default List<PlStatement> children() {
        return body().list();
    }

    /** {@code LOOP … END LOOP}. */
    record Loop(@Nullable Name label, PlStatements body, SourceRange range) implements PlLoop {}

    /** {@code WHILE condition LOOP … END LOOP}. */
    record While(@Nullable Name label, Expression condition, PlStatements body, SourceRange range) implements PlLoop {
        @Override
        public List<Expression> expressions() {
            return List.of(condition);
        }
    }

    /** {@code FOR variable IN [REVERSE] from .. to [BY step] LOOP … END LOOP}. */
    record ForInteger(
            @Nullable Name label,
            ObjectName variable,
            boolean reverse,
            Expression from,
            Expression to,
            @Nullable Expression step,
            PlStatements body,
            SourceRange range)
            implements PlLoop {
        @Override
        public List<Expression> expressions() {
            return step == null ? List.of(from, to) : List.of(from, to, step);
        }
    }

    /** {@code FOR target IN query LOOP … END LOOP}. */
    record ForQuery(
            @Nullable Name label, List<ObjectName> targets, Statement query, PlStatements body, SourceRange range)
            implements PlLoop {
        public ForQuery {
            targets = List.copyOf(targets);
        }

        @Override
        public List<Statement> sql() {
            return List.of(query);
        }
    }

    /** {@code FOR target IN EXECUTE command [USING …] LOOP … END LOOP}, opaque as {@link PlStatement.Execute}. */
    record ForExecute(
            @Nullable Name label,
            List<ObjectName> targets,
            Expression command,
            List<Expression> using,
            PlStatements body,
            SourceRange range)
            implements PlLoop {
        public ForExecute {
            targets = List.copyOf(targets);
            using = List.copyOf(using);
        }

        @Override
        public Expression dynamicSql() {
            return command;
        }

        @Override
        public List<Expression> expressions() {
            List<Expression> expressions = new ArrayList<>();
            expressions.add(command);
            expressions.addAll(using);
            return expressions;
        }
    }

    /** {@code FOR target IN cursor [(argument, …)] LOOP … END LOOP}. */
    record ForCursor(
            @Nullable Name label,
            ObjectName target,
            ObjectName cursor,
            List<Expression> arguments,
            PlStatements body,
            SourceRange range)
            implements PlLoop {
        public ForCursor {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Expression> expressions() {
            return arguments;
        }
    }

    /** {@code FOREACH target [SLICE n] IN ARRAY array LOOP … END LOOP}; {@code slice} is 0 where none is written. */
    record Foreach(
            @Nullable Name label,
            List<ObjectName> targets,
            int slice,
            Expression array,
            PlStatements body,
            SourceRange range)
            implements PlLoop {
        public Foreach {
            targets = List.copyOf(targets);
        }

        @Override
        public List<Expression> expressions() {
            return List.of(array);
        }
    }
}
