package dev.pgmigrate.sql.lexer;

import dev.pgmigrate.sql.SourceRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a text, and what lies between them: comments, psql meta-commands, COPY data.
 *
 * <p>Three int arrays instead of an object a token: a text is read once, and most tokens are only compared. Names and
 * strings are decoded when they are asked for. The token behind the last one is {@link Token#EOF}.
 */
public final class Tokens {
    private final String text;
    private final Places places;
    private int[] kinds;
    private int[] starts;
    private int[] ends;
    private int size;

    private final List<SourceRange> comments = new ArrayList<>();
    private final List<SourceRange> metaCommands = new ArrayList<>();
    private final List<SourceRange> copyData = new ArrayList<>();
    private final List<ScanProblem> problems = new ArrayList<>();
    private int[] problemTokens = {};
    private int openCopy = -1;

    /** What the literals with Unicode escapes stand for, by token; there are hardly ever any. */
    private Map<Integer, String> unicode = Map.of();

    Tokens(String text, int length, Places places) {
        this.text = text;
        this.places = places;
        int capacity = length / 4 + 16;
        kinds = new int[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
    }

    String text() {
        return text;
    }

    /** Returns how many tokens there are, the one at the end left out. */
    public int size() {
        return size - 1;
    }

    public int kind(int token) {
        return kinds[token];
    }

    public int start(int token) {
        return places.of(starts[token]);
    }

    public int end(int token) {
        return places.of(ends[token]);
    }

    public SourceRange range(int token) {
        return new SourceRange(start(token), end(token));
    }

    /** Returns a token as it is written. */
    public String written(int token) {
        return text.substring(starts[token], ends[token]);
    }

    /** Returns the tokens from {@code from} up to, but without, {@code to}, as they are written. */
    public String written(int from, int to) {
        return text.substring(starts[from], ends[to - 1]);
    }

    /** Returns the name that an identifier or a keyword stands for: folded to lower case, or what the quotes hold. */
    public String name(int token) {
        if (kinds[token] != Token.IDENT) {
            return Keywords.word(kinds[token]);
        }
        String resolved = unicode.isEmpty() ? null : unicode.get(token);
        return resolved == null ? Literals.identifier(text, starts[token], ends[token]) : resolved;
    }

    /** Returns what a string constant holds, its quotes and escapes resolved. */
    public String string(int token) {
        String resolved = unicode.isEmpty() ? null : unicode.get(token);
        return resolved == null ? Literals.string(text, starts[token], ends[token]) : resolved;
    }

    /** Returns the value of an {@link Token#ICONST}. */
    public int integer(int token) {
        return Literals.integer(text, starts[token], ends[token]);
    }

    /** Returns where a comment of either kind stands. */
    public List<SourceRange> comments() {
        return comments.stream().map(places::of).toList();
    }

    void addComment(int start, int end) {
        comments.add(new SourceRange(start, end));
    }

    /** Returns the psql meta-commands, each up to the end of its line. */
    public List<SourceRange> metaCommands() {
        return metaCommands.stream().map(places::of).toList();
    }

    void addMetaCommand(int start, int end) {
        metaCommands.add(new SourceRange(start, end));
    }

    /** Returns the lines that follow {@code COPY … FROM stdin;}, without the {@code \.} that ends them. */
    public List<SourceRange> copyData() {
        return copyData.stream().map(places::of).toList();
    }

    void addCopyData(int start, int end) {
        copyData.add(new SourceRange(start, end));
    }

    /** Returns where the first {@code COPY … FROM stdin;} ends whose data does not, or -1. */
    public int openCopy() {
        return openCopy < 0 ? openCopy : places.of(openCopy);
    }

    void setOpenCopy(int end) {
        openCopy = end;
    }

    /** Returns why {@code token} is an {@link Token#ERROR}, or null where it is none. */
    public @Nullable ScanProblem problem(int token) {
        ScanProblem problem = ownProblem(token);
        return problem == null ? null : new ScanProblem(problem.message(), places.of(problem.range()));
    }

    @Nullable
    ScanProblem ownProblem(int token) {
        int found = Arrays.binarySearch(problemTokens, 0, problems.size(), token);
        return found < 0 ? null : problems.get(found);
    }

    /** The kinds, for the parser's cursor alone: it looks at them far more often than at anything else. */
    public int[] kinds() {
        return kinds;
    }

    /** Returns the end of the token that was added last, or 0. */
    int lastKind() {
        return size == 0 ? Token.EOF : kinds[size - 1];
    }

    /** Returns tokens of the same text, none yet. */
    Tokens emptyCopy() {
        return new Tokens(text, 64, places);
    }

    void addFrom(Tokens other, int token) {
        ScanProblem problem = other.ownProblem(token);
        String resolved = other.unicode.get(token);
        if (problem != null) {
            addProblem(problem, other.starts[token], other.ends[token]);
        } else if (resolved != null) {
            addUnicode(other.kinds[token], other.starts[token], other.ends[token], resolved);
        } else {
            add(other.kinds[token], other.starts[token], other.ends[token]);
        }
    }

    void addEndFrom(Tokens other, int token) {
        add(Token.EOF, other.starts[token], other.starts[token]);
    }

    /** Returns the start of a token in the text itself, wherever that is taken from. */
    int ownStart(int token) {
        return starts[token];
    }

    int ownEnd(int token) {
        return ends[token];
    }

    int count() {
        return size;
    }

    void add(int kind, int start, int end) {
        if (size == kinds.length) {
            int capacity = size + size / 2;
            kinds = Arrays.copyOf(kinds, capacity);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
        }
        kinds[size] = kind;
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    void addProblem(ScanProblem problem, int start, int end) {
        if (problems.size() == problemTokens.length) {
            problemTokens = Arrays.copyOf(problemTokens, problems.size() * 2 + 4);
        }
        problemTokens[problems.size()] = size;
        problems.add(problem);
        add(Token.ERROR, start, end);
    }

    void setLastKind(int kind) {
        kinds[size - 1] = kind;
    }

    /** Adds a literal with Unicode escapes, and what it stands for. */
    void addUnicode(int kind, int start, int end, String value) {
        unicode = unicode.isEmpty() ? new HashMap<>() : unicode;
        unicode.put(size, value);
        add(kind, start, end);
    }

    /** Returns a copy without tokens, to be filled anew. */
    Tokens emptied() {
        Tokens copy = new Tokens(text, size * 4, places);
        copy.comments.addAll(comments);
        copy.metaCommands.addAll(metaCommands);
        copy.copyData.addAll(copyData);
        copy.openCopy = openCopy;
        return copy;
    }
}
