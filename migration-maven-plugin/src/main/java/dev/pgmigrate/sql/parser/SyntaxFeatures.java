package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.SyntaxFeature;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.lexer.Lexer;
import dev.pgmigrate.sql.lexer.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells which of a statement's syntax older servers do not take. The parser speaks the newest grammar; this is what it costs.
 */
public final class SyntaxFeatures {
    private SyntaxFeatures() {}

    /**
     * A place where a statement needs more than the oldest server.
     *
     * @param range what there would have to be written otherwise
     */
    public record Use(SyntaxFeature feature, SourceRange range) {}

    /** Returns every use in {@code statement}, which was parsed from {@code source}, in the order of the text. */
    public static List<Use> of(SourceText source, Statement statement) {
        Tokens tokens = Lexer.scan(source, statement.range());
        List<Use> words = new ArrayList<>();
        WordFeatures.find(tokens, 0, tokens.size(), words);
        return of(Nodes.all(statement), words);
    }

    /** Returns the same for a statement of {@code script}; {@code nodes} are the statement's, which the caller has already. */
    public static List<Use> of(SqlScript script, Statement statement, List<Node> nodes) {
        SourceRange range = statement.range();
        List<Use> words = new ArrayList<>();
        for (Use use : script.newerWords()) {
            if (range.contains(use.range().start())) {
                words.add(use);
            }
        }
        return of(nodes, words);
    }

    private static List<Use> of(List<Node> nodes, List<Use> words) {
        List<Use> uses = new ArrayList<>();
        TreeFeatures.find(nodes, uses);
        uses.addAll(words);
        uses.sort(Comparator.comparingInt(use -> use.range().start()));
        return uses;
    }

    /** Returns the use that needs the newest server, the first of them; empty where every server takes the statement. */
    public static Optional<Use> newest(SourceText source, Statement statement) {
        return of(source, statement).stream()
                .max(Comparator.<Use>comparingInt(use -> use.feature().since().major())
                        .thenComparing(use -> -use.range().start()));
    }
}
