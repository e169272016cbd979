package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.lexer.Token;
import dev.pgmigrate.sql.lexer.Tokens;
import dev.pgmigrate.sql.parser.SyntaxError;
import dev.pgmigrate.sql.parser.SyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses a body as PL/pgSQL does (pl_function and proc_stmt of pl_gram.y), and goes on behind an error at the next statement.
 */
final class BodyParser {
    private static final Set<String> SECTIONS = Set.of("end", "else", "elsif", "elseif", "when", "exception");

    private final PlCursor cursor;
    private final Problems problems = new Problems();
    private final SqlPieces pieces;
    private final Deque<OpenStatement> open = new ArrayDeque<>();
    private final SimpleStatements simple;
    private final Loops loops;
    private @Nullable PlBlock block;

    BodyParser(Tokens tokens) {
        cursor = new PlCursor(tokens);
        pieces = new SqlPieces(cursor, problems);
        simple = new SimpleStatements(cursor, pieces, open);
        loops = new Loops(cursor, pieces, open);
    }

    List<SyntaxError> errors() {
        return problems.errors();
    }

    /** Returns the outermost block, as far as it could be read; null where there is none. */
    @Nullable
    PlBlock parse() {
        try {
            takeOptions();
            openBlock(cursor.start(), Labels.takeLabel(cursor));
        } catch (SyntaxException e) {
            problems.between(e.error());
            return null;
        }
        while (!open.isEmpty()) {
            try {
                takeStatement();
            } catch (SyntaxException e) {
                problems.between(e.error());
                recover();
            }
        }
        takeEnd();
        return block;
    }

    /** comp_options: {@code #option dump}, {@code #print_strict_params on}, {@code #variable_conflict use_column}. */
    private void takeOptions() {
        while (cursor.atOperator("#")) {
            cursor.advance();
            String option = cursor.word();
            if (!option.equals("option")
                    && !option.equals("print_strict_params")
                    && !option.equals("variable_conflict")) {
                throw cursor.syntaxError();
            }
            cursor.advance();
            if (cursor.word().isEmpty()) {
                throw cursor.syntaxError();
            }
            cursor.advance();
        }
    }

    private void takeEnd() {
        cursor.accept(';');
        if (!cursor.atEnd()) {
            problems.between(cursor.syntaxError().error());
        }
    }

    private void takeStatement() {
        int start = cursor.start();
        String word = cursor.word();
        if (SECTIONS.contains(word) && !cursor.assignsAhead(1)) {
            takeSection(word);
            return;
        }
        if (cursor.atOperator("<<")) {
            takeLabelled(start, Labels.takeLabel(cursor));
            return;
        }
        if (cursor.assignsAhead(1) && cursor.atName()) {
            add(simple.takeAssignment());
            return;
        }
        switch (word) {
            case "declare", "begin", "loop", "while", "for", "foreach" -> takeLabelled(start, null);
            case "if" -> {
                cursor.advance();
                open.push(OpenBranching.atIf(cursor, pieces, start));
            }
            case "case" -> {
                cursor.advance();
                open.push(OpenBranching.atCase(cursor, pieces, start));
            }
            default -> add(simple.take(word));
        }
    }

    private void takeLabelled(int start, @Nullable Name label) {
        switch (cursor.word()) {
            case "declare", "begin" -> openBlock(start, label);
            case "loop", "while", "for", "foreach" -> open.push(loops.take(start, label));
            default -> throw cursor.syntaxError();
        }
    }

    private void openBlock(int start, @Nullable Name label) {
        open.push(new OpenBlock(cursor, pieces, start, label));
    }

    private void takeSection(String word) {
        OpenStatement top = open.element();
        if (!top.takeSection(word)) {
            return;
        }
        if (open.size() > 1 && !cursor.at(';')) {
            throw cursor.syntaxError();
        }
        close();
        if (!open.isEmpty()) {
            cursor.accept(';');
        }
    }

    private void close() {
        OpenStatement closed = open.pop();
        PlStatement statement = closed.close(cursor.rangeFrom(closed.start));
        OpenStatement outer = open.peek();
        if (outer != null) {
            outer.add(statement);
        } else if (statement instanceof PlBlock outermost) {
            block = outermost;
        }
    }

    private void add(@Nullable PlStatement statement) {
        if (!cursor.at(';')) {
            throw cursor.syntaxError();
        }
        cursor.advance();
        open.element().add(statement);
    }

    /** Goes to the next statement; at the end everything that is open is closed as it stands. */
    private void recover() {
        while (!cursor.at(';') && !cursor.at(Token.EOF)) {
            cursor.advance();
        }
        if (!cursor.accept(';')) {
            while (!open.isEmpty()) {
                close();
            }
        }
    }
}
