package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.Statement;
import java.util.List;

/**
 * A text of SQL, parsed.
 *
 * @param statements the well-formed statements, in order
 * @param errors at most one a statement, in order
 * @param newerWords where words stand in the well-formed statements that older servers do not take, in order
 * @param comments where the comments stand, line comments without the line's end
 * @param metaCommands where psql's commands stand ({@code \connect}), which no server takes
 * @param copyData the lines that follow {@code COPY … FROM stdin;}
 */
public record SqlScript(
        SourceText source,
        List<Statement> statements,
        List<SyntaxError> errors,
        List<SyntaxFeatures.Use> newerWords,
        List<SourceRange> comments,
        List<SourceRange> metaCommands,
        List<SourceRange> copyData) {
    public SqlScript {
        statements = statements instanceof StatementList ? statements : List.copyOf(statements);
        errors = List.copyOf(errors);
        newerWords = List.copyOf(newerWords);
        comments = List.copyOf(comments);
        metaCommands = List.copyOf(metaCommands);
        copyData = List.copyOf(copyData);
    }

    /** Returns the same script, of a text in which everything stands at the same places. */
    public SqlScript withSource(SourceText other) {
        return new SqlScript(other, statements, errors, newerWords, comments, metaCommands, copyData);
    }

    /** Returns the statements without the rows of a large script, for whoever looks for anything but rows. */
    public List<Statement> withoutRows() {
        return statements instanceof StatementList list ? list.kept() : statements;
    }

    /**
     * Returns how many statements from {@code index} on are rows of a large script, which are read again whenever they are
     * asked for; 0 where that one is kept.
     */
    public int notKept(int index) {
        return statements instanceof StatementList list ? list.notKept(index) : 0;
    }
}
