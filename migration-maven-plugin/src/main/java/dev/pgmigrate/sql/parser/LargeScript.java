package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.ast.DmlStatement.Insert;
import dev.pgmigrate.sql.ast.Expression.SubLink;
import dev.pgmigrate.sql.ast.FunctionExpression.FuncCall;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.CopyData;
import dev.pgmigrate.sql.lexer.Lexer;
import dev.pgmigrate.sql.lexer.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    private boolean noDataAhead;

    private LargeScript(SourceText source) {
        this.source = source;
    }

    /**
     * Parses all of {@code source}.
     *
     * @param piece how many characters are read at once
     * @param longest how many are read at once if no statement ends in fewer
     */
    static SqlScript parse(SourceText source, int piece, int longest) {
        LargeScript script = new LargeScript(source);
        int length = source.length();
        int size = piece;
        for (int at = 0; at < length; ) {
            int end = (int) Math.min((long) at + size, length);
            int next = script.read(new SourceRange(at, end), end == length);
            if (next == at && size >= longest) {
                script.errors.add(SyntaxError.tooLong(SourceRange.at(at), longest));
                break;
            }
            size = next == at ? (int) Math.min(size * 2L, longest) : piece;
            at = next;
        }
        return script.made();
    }

    private SqlScript made() {
        return new SqlScript(source, statements.build(source), errors, newerWords, comments, metaCommands, copyData);
    }

    /** Reads the statements that surely end within {@code range}, and returns where the next one begins. */
    private int read(SourceRange range, boolean last) {
        Tokens tokens = Lexer.scan(source, range);
        SqlParser.Statements parser = new SqlParser.Statements(tokens);
        int end = range.start();
        SourceRange data = null;
        while (data == null && parser.next()) {
            data = last ? null : dataBehind(parser, tokens);
            if (data == null && !last && !parser.isFollowed()) {
                break;
            }
            end = data == null ? parser.nextStart() : parser.end();
            take(parser);
        }
        end = last ? range.end() : end;
        takeBefore(end, tokens.comments(), comments);
        takeBefore(end, tokens.metaCommands(), metaCommands);
        takeBefore(end, tokens.copyData(), copyData);
        if (data == null) {
            return end;
        }
        copyData.add(data);
        return data.end() + CopyData.END.length();
    }

    /** Returns the data of a COPY if it ends behind the piece, so that it was read as SQL; it can be most of the text. */
    private @Nullable SourceRange dataBehind(SqlParser.Statements parser, Tokens tokens) {
        if (noDataAhead || parser.end() != tokens.openCopy()) {
            return null;
        }
        SourceRange data = CopyData.find(source.characters(), parser.end());
        noDataAhead = data == null;
        return data;
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
