package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code WITH [RECURSIVE] …}: with_clause of the grammar. */
public record WithClause(boolean recursive, List<CommonTableExpr> tables, SourceRange range) implements Node {
    public WithClause {
        tables = List.copyOf(tables);
    }

    /**
     * One common table expression.
     *
     * @param materialized null where neither MATERIALIZED nor NOT MATERIALIZED is written
     * @param statement a query, INSERT, UPDATE, DELETE or MERGE
     * @param generated the columns that SEARCH and CYCLE add
     */
    public record CommonTableExpr(
            Name name,
            List<Name> columns,
            @Nullable Boolean materialized,
            Statement statement,
            List<Name> generated,
            SourceRange range)
            implements Node {
        public CommonTableExpr {
            columns = List.copyOf(columns);
            generated = List.copyOf(generated);
        }
    }
}
