package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code PREPARE}, {@code EXECUTE}, {@code DEALLOCATE} and {@code EXPLAIN}. */
public sealed interface PreparedStatement extends Statement {
    /** {@code PREPARE}. */
    record Prepare(Name name, List<TypeName> types, Statement query, SourceRange range) implements PreparedStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.PREPARE;
        }
    }

    /** {@code EXECUTE}. */
    record Execute(Name name, List<Expression> arguments, SourceRange range) implements PreparedStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.EXECUTE;
        }
    }

    /** {@code DEALLOCATE}; null for {@code ALL}. */
    record Deallocate(@Nullable Name name, SourceRange range) implements PreparedStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.DEALLOCATE;
        }
    }

    /** {@code EXPLAIN}; the bare words {@code ANALYZE VERBOSE} are options as well. */
    record Explain(List<DefElem> options, Statement statement, SourceRange range) implements PreparedStatement {
        @Override
        public StatementKind kind() {
            return StatementKind.EXPLAIN;
        }
    }
}
