package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.SourceText;
import dev.pgmigrate.sql.SyntaxFeature;
import dev.pgmigrate.sql.ast.Node;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.Statement;
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
        return of(source, statement, Nodes.all(statement));
    }

    /** Returns the same; {@code nodes} are those of the statement, which the caller has already. */
    public static List<Use> of(SourceText source, Statement statement, List<Node> nodes) {
        List<Use> uses = new ArrayList<>();
        TreeFeatures.find(nodes, uses);
        WordFeatures.find(source, statement.range(), uses);
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
