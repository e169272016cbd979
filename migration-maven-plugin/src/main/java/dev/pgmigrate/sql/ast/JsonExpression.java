package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The SQL/JSON functions (manual, 9.16 "JSON Functions and Operators"). */
public sealed interface JsonExpression extends Expression {
    /** The functions by their names. */
    enum JsonKind {
        JSON,
        JSON_SCALAR,
        JSON_SERIALIZE,
        JSON_OBJECT,
        JSON_ARRAY,
        JSON_OBJECTAGG,
        JSON_ARRAYAGG,
        JSON_EXISTS,
        JSON_QUERY,
        JSON_VALUE
    }

    /**
     * A call of one of them.
     *
     * @param arguments all values in it, in the order in which they are written
     * @param returning the type behind RETURNING, or null
     * @param filter the condition of FILTER, or null
     * @param over the window of OVER, or null
     */
    record JsonCall(
            JsonKind kind,
            List<Expression> arguments,
            @Nullable TypeName returning,
            @Nullable Expression filter,
            FunctionExpression.@Nullable WindowDef over,
            SourceRange range)
            implements JsonExpression {
        public JsonCall {
            arguments = List.copyOf(arguments);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return Trees.equal(this, other);
        }

        @Override
        public int hashCode() {
            return Trees.hash(this);
        }

        @Override
        public String toString() {
            return Trees.print(this);
        }
    }

    /** A query as the rows of {@code JSON_ARRAY(SELECT …)}. */
    record JsonArrayQuery(SelectStatement select, @Nullable TypeName returning, SourceRange range)
            implements JsonExpression {
        @Override
        public boolean equals(@Nullable Object other) {
            return Trees.equal(this, other);
        }

        @Override
        public int hashCode() {
            return Trees.hash(this);
        }

        @Override
        public String toString() {
            return Trees.print(this);
        }
    }
}
