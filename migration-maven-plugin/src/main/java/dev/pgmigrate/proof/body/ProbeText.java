package dev.pgmigrate.proof.body;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.plpgsql.PlBlock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Writes the body of a {@link Probe}. */
final class ProbeText {
    private static final String ROW = "migrate_probe_row";

    private final SourceText source;
    private final int offset;
    private final StringBuilder text = new StringBuilder();
    private final List<Probe.Piece> pieces = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final Deque<List<PlBlock.Handler>> handlers = new ArrayDeque<>();
    private int guards;

    /**
     * Returns an empty text.
     *
     * @param source what holds the body
     * @param offset where it begins there
     */
    ProbeText(SourceText source, int offset) {
        this.source = source;
        this.offset = offset;
    }

    String of(SourceRange range) {
        return source.text(range);
    }

    ProbeText line(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** Opens a block; each of {@code declarations} is a line. */
    void open(String label, List<String> declarations) {
        line(label);
        if (!declarations.isEmpty()) {
            line("DECLARE");
            declarations.forEach(this::line);
        }
        line("BEGIN");
    }

    void close() {
        line("END;");
    }

    /** Has {@code sql}, which stands at {@code range}, planned. */
    void plan(String sql, SourceRange range) {
        int number = piece(range);
        line("BEGIN FOR " + ROW + " IN EXPLAIN");
        line(sql);
        line("LOOP EXIT; END LOOP;");
        report(number);
    }

    /** Gives {@code variable}, a record, the columns of {@code query}; none if that cannot be told. */
    void shape(String variable, String query) {
        line("BEGIN SELECT * INTO " + variable + " FROM (");
        line(query);
        line(") migrate_probe_query WHERE false;");
        line("EXCEPTION WHEN OTHERS THEN " + variable + " := NULL; END;");
    }

    /** Takes away what is known of the columns of {@code variable}. */
    void forget(String variable) {
        line(variable + " := NULL;");
    }

    void isUnknown(String why) {
        unknown.add(why);
    }

    void enter(List<PlBlock.Handler> inner) {
        handlers.push(inner);
    }

    void leave() {
        handlers.pop();
    }

    void guard(int difference) {
        guards += difference;
    }

    private int piece(SourceRange range) {
        pieces.add(new Probe.Piece(
                new SourceRange(range.start() - offset, range.end() - offset),
                handlers.stream().flatMap(List::stream).toList(),
                guards > 0));
        return pieces.size() - 1;
    }

    /** {@code concat()} is asked for by its whole name, since the body may have its own search path. */
    private void report(int number) {
        line("EXCEPTION WHEN OTHERS THEN");
        line("RETURN NEXT pg_catalog.concat('" + number + ":', SQLSTATE, ':', SQLERRM); END;");
    }

    List<Probe.Piece> pieces() {
        return pieces;
    }

    List<String> unknown() {
        return unknown;
    }

    static String declaration() {
        return ROW + " record;";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
