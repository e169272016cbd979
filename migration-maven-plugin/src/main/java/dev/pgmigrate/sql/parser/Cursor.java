package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.lexer.Keyword;
import dev.pgmigrate.sql.lexer.Keywords;
import dev.pgmigrate.sql.lexer.ScanProblem;
import dev.pgmigrate.sql.lexer.Token;
import dev.pgmigrate.sql.lexer.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * Where a parser stands in the tokens, and how it takes the next one.
 *
 * <p>Kinds are {@link Token}'s, {@code Keyword}'s, or a character. What the grammar does not allow is thrown as
 * {@link #syntaxError()} at the current token, the first that cannot continue: so the position is PostgreSQL's.
 */
public final class Cursor {
    private static final int MAX_DEPTH = 9_999;

    /** How deep the caller's own stack has to carry: some ten frames a level. */
    private static final int SHALLOW = 100;

    private static final long STACK_BYTES = 256L << 20;

    private final Tokens tokens;
    private final int[] kinds;
    private final int last;
    private int at;
    private int depth;
    private boolean ownStack;
    private int statementStart = -1;

    public Cursor(Tokens tokens) {
        this.tokens = tokens;
        this.kinds = tokens.kinds();
        this.last = tokens.size();
    }

    /** Returns the kind of the current token. */
    public int kind() {
        return kinds[at];
    }

    /** Returns the kind of the token {@code n} places ahead; EOF behind the end. */
    public int peek(int n) {
        return at + n < last ? kinds[at + n] : Token.EOF;
    }

    public boolean at(int kind) {
        return kinds[at] == kind;
    }

    public boolean at(int kind, int next) {
        return kinds[at] == kind && peek(1) == next;
    }

    /** Takes the current token if it is of that kind. */
    public boolean accept(int kind) {
        if (kinds[at] != kind) {
            return false;
        }
        advance();
        return true;
    }

    /** Takes the two tokens {@code kind next}, or none. */
    public boolean accept(int kind, int next) {
        if (!at(kind, next)) {
            return false;
        }
        at += 2;
        return true;
    }

    /** Takes the current token, which has to be of that kind. */
    public void expect(int kind) {
        if (kinds[at] != kind) {
            throw syntaxError();
        }
        advance();
    }

    public void expect(int kind, int next) {
        expect(kind);
        expect(next);
    }

    public void advance() {
        if (at < last) {
            at++;
        }
    }

    /** Returns the number of the current token among all tokens. */
    public int index() {
        return at;
    }

    public Tokens tokens() {
        return tokens;
    }

    /** Returns where the current token starts. */
    public int start() {
        return tokens.start(at);
    }

    /** Returns where the token before the current one ends. */
    public int previousEnd() {
        return at == 0 ? tokens.start(0) : tokens.end(at - 1);
    }

    /** Returns the range of the current token. */
    public SourceRange range() {
        return tokens.range(at);
    }

    /** Returns the range of the token that was taken last. */
    public SourceRange previousRange() {
        return tokens.range(at - 1);
    }

    /** Begins a statement of a script: its range reaches up to its semicolon. */
    void beginStatement() {
        statementStart = start();
    }

    /** Returns the range from {@code start} to the end of the token that was taken last. */
    public SourceRange rangeFrom(int start) {
        if (start == statementStart && at(';')) {
            return new SourceRange(start, start());
        }
        return new SourceRange(start, Math.max(start, previousEnd()));
    }

    /** Returns the range of the nearest token of that kind before the current one. */
    SourceRange rangeBack(int kind) {
        int token = at;
        while (token > 0 && kinds[token] != kind) {
            token--;
        }
        return tokens.range(token);
    }

    /** Returns the current token as it is written. */
    public String written() {
        return tokens.written(at);
    }

    /** Takes the current token, an identifier or a keyword, as a name. */
    public Name takeName() {
        if (!Keywords.isColLabel(kind())) {
            throw syntaxError();
        }
        Name name = new Name(tokens.name(at), range());
        advance();
        return name;
    }

    /**
     * Goes one level down in what nests: parentheses, operands, queries. PostgreSQL's parser keeps 10,000 symbols on its
     * stack and says so in these words when it needs more.
     */
    void enter() {
        if (++depth > MAX_DEPTH) {
            throw error("memory exhausted at or near \"" + written() + "\"", range());
        }
    }

    void leave() {
        depth--;
    }

    /** Returns whether what nests here is to be parsed by {@link #onOwnStack}: the caller's stack may be small. */
    boolean isDeep() {
        return depth >= SHALLOW && !ownStack;
    }

    /** Parses on a thread whose stack is large enough for the deepest nesting that {@link #enter} lets through. */
    <T> T onOwnStack(Function<Cursor, T> production) {
        FutureTask<T> task = new FutureTask<>(() -> production.apply(this));
        ownStack = true;
        try {
            new Thread(null, task, "deep SQL", STACK_BYTES).start();
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw error("canceling statement due to user request", range());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SyntaxException syntax) {
                throw syntax;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            ownStack = false;
        }
    }

    /** Forgets the nesting of a statement that ended in an error. */
    void surface() {
        depth = 0;
    }

    /** Parses one or more items between commas. */
    public <T> List<T> list(Function<Cursor, T> item) {
        T first = item.apply(this);
        if (kinds[at] != ',') {
            return List.of(first);
        }
        List<T> items = new ArrayList<>();
        items.add(first);
        while (accept(',')) {
            items.add(item.apply(this));
        }
        return items;
    }

    /** Returns "syntax error at or near" the current token, or what the scanner has against it. */
    public SyntaxException syntaxError() {
        int token = at;
        ScanProblem problem = tokens.problem(looksAhead(token) ? token + 1 : token);
        if (problem != null) {
            return new SyntaxException(new SyntaxError(problem.message(), problem.range()));
        }
        return switch (kinds[token]) {
            case Token.EOF -> error("syntax error at end of input", range());
            case Token.META_COMMAND -> error("syntax error at or near \"\\\"", range());
            default -> error("syntax error at or near \"" + tokens.written(token) + "\"", range());
        };
    }

    /** These five are known only when the next token is, and so is what the scanner has against that. */
    private boolean looksAhead(int token) {
        return switch (kinds[token]) {
            case Keyword.FORMAT, Keyword.NOT, Keyword.NULLS, Keyword.WITH, Keyword.WITHOUT -> true;
            default -> false;
        };
    }

    /** Returns an error of an action's own words that, as parser_yyerror does, names the current token. */
    public SyntaxException errorHere(String message) {
        String where = at(Token.EOF) ? " at end of input" : " at or near \"" + written() + "\"";
        return error(message + where, range());
    }

    /** Returns the "syntax error" that the grammar's actions raise by hand; it too points to the current token. */
    public SyntaxException bareSyntaxError() {
        return syntaxError();
    }

    /** Returns an error that one of the grammar's actions makes, in its words. */
    public SyntaxException error(String message, SourceRange place) {
        return new SyntaxException(new SyntaxError(message, place));
    }
}
