package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code [<<label>>] [DECLARE …] BEGIN … [EXCEPTION WHEN … THEN …] END [label]} (PostgreSQL manual, 41.2 "Structure of
 * PL/pgSQL").
 */
public record PlBlock(
        @Nullable Name label,
        List<PlDeclaration> declarations,
        PlStatements statements,
        List<Handler> handlers,
        SourceRange range)
        implements PlStatement {
    public PlBlock {
        declarations = List.copyOf(declarations);
        handlers = List.copyOf(handlers);
    }

    /**
     * {@code WHEN condition [OR condition …] THEN …} (PostgreSQL manual, 41.6.8 "Trapping Errors").
     */
    public record Handler(List<PlCondition> conditions, PlStatements statements, SourceRange range) {
        public Handler {
            conditions = List.copyOf(conditions);
        }

        /** Returns whether this handler catches the error {@code sqlState}. */
        public boolean catches(String sqlState) {
            return conditions.stream().anyMatch(condition -> condition.matches(sqlState));
        }
    }

    @Override
    public List<PlStatement> children() {
        if (handlers.isEmpty()) {
            return statements.list();
        }
        List<PlStatement> children = new ArrayList<>(statements.list());
        handlers.forEach(handler -> children.addAll(handler.statements().list()));
        return children;
    }

    @Override
    public List<Expression> expressions() {
        List<Expression> expressions = new ArrayList<>();
        for (PlDeclaration declaration : declarations) {
            if (declaration instanceof PlDeclaration.Variable variable && variable.value() != null) {
                expressions.add(variable.value());
            }
        }
        return expressions;
    }

    /** Returns the queries of the cursors that this block declares. */
    @Override
    public List<Statement> sql() {
        List<Statement> queries = new ArrayList<>();
        for (PlDeclaration declaration : declarations) {
            if (declaration instanceof PlDeclaration.Cursor cursor) {
                queries.add(cursor.query());
            }
        }
        return queries;
    }
}
