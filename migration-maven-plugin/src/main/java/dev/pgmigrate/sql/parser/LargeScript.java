package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.BulkStatement.Copy;
import dev.pgmigrate.sql.ast.DmlStatement.Insert;
import dev.pgmigrate.sql.ast.Expression.SubLink;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Lexer;
import dev.pgmigrate.sql.lexer.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses a large text piece by piece, since its tokens take several times the memory of the text.
 *
 * <p>What a piece ends in may be cut: its last statement is read again with the next piece, or with a larger one.
 */
final class LargeScript {
    private final SourceText source;
    private final StatementList.Builder statements = new StatementList.Builder();
    private final List<SyntaxError> errors = new ArrayList<>();
    private final List<SyntaxFeatures.Use> newerWords = new ArrayList<>();
    private final List<SourceRange> comments = new ArrayList<>();
    private final List<SourceRange> metaCommands = new ArrayList<>();
    private final List<SourceRange> copyData = new ArrayList<>();

    private LargeScript(SourceText source) {
        this.source = source;
    }

    /**
     * Parses all of {@code source}.
     *
     * @param piece how many characters are read at once
     */
    static SqlScript parse(SourceText source, int piece) {
        LargeScript script = new LargeScript(source);
        int length = source.text().length();
        int size = piece;
        for (int at = 0; at < length; ) {
            int end = (int) Math.min((long) at + size, length);
            int next = script.read(new SourceRange(at, end), end == length);
            size = next == at ? size * 2 : piece;
            at = next;
        }
        return script.made();
    }

    private SqlScript made() {
        return new SqlScript(source, statements.build(source), errors, newerWords, comments, metaCommands, copyData);
    }

    /** Reads the statements that surely end within {@code range}, and returns where the next one begins. */
    private int read(SourceRange range, boolean last) {
        Tokens tokens = Lexer.scan(source.text(), range);
        SqlParser.Statements parser = new SqlParser.Statements(tokens);
        int end = range.start();
        while (parser.next()) {
            if (!last && (!parser.isFollowed() || lacksItsData(parser, tokens))) {
                break;
            }
            end = last ? end : parser.nextStart();
            take(parser);
        }
        end = last ? range.end() : end;
        takeBefore(end, tokens.comments(), comments);
        takeBefore(end, tokens.metaCommands(), metaCommands);
        takeBefore(end, tokens.copyData(), copyData);
        return end;
    }

    /** Without the line that ends it, data would be read as SQL. */
    private static boolean lacksItsData(SqlParser.Statements parser, Tokens tokens) {
        Statement statement = parser.statementOrNull();
        boolean takes = statement == null
                ? parser.beginsWith(Keyword.COPY)
                : statement instanceof Copy copy && copy.isFrom() && !copy.program() && copy.file() == null;
        return takes
                && tokens.copyData().stream()
                        .noneMatch(data -> data.start() >= parser.start() && data.end() <= parser.nextStart());
    }

    private static void takeBefore(int end, List<SourceRange> found, List<SourceRange> taken) {
        for (SourceRange range : found) {
            if (range.start() < end) {
                taken.add(range);
            }
        }
    }

    private void take(SqlParser.Statements parser) {
        SyntaxError error = parser.errorOrNull();
        Statement statement = parser.statementOrNull();
        if (error != null) {
            errors.add(error);
        } else if (statement != null) {
            parser.addNewerWords(newerWords);
            if (isOfRows(statement)) {
                statements.leave(statement);
            } else {
                statements.keep(statement);
            }
        }
    }

    /** Rows that are written out change nothing but rows; what a function or a query does, the replay wants to see. */
    private static boolean isOfRows(Statement statement) {
        if (!(statement instanceof Insert insert) || insert.with() != null || !insert.isWrittenOut()) {
            return false;
        }
        for (Node node : Nodes.all(insert)) {
            if (node instanceof FuncCall || node instanceof SubLink) {
                return false;
            }
        }
        return true;
    }
}
