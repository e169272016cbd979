package dev.pgmigrate.proof;

import dev.pgmigrate.apply.ScriptStep;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.server.StandIns;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.DefElem;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds where a migration relies on a stand-in for an extension, and so is not proved. */
final class StandInUse {
    /** The access methods of stand-ins are PostgreSQL's own under other names, which take none of their parameters. */
    private static final Set<String> METHODS = Set.of("hnsw", "ivfflat");

    private static final Pattern WORD = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final Pattern WITH = Pattern.compile("(?i)\\bwith\\s*\\(\\s*\\z");

    private final Map<String, Set<String>> words;

    StandInUse(ServerConnection connection) {
        this.words = StandIns.in(connection).isEmpty() ? Map.of() : StandIns.words(connection);
    }

    /** Returns the stand-ins that a file names, or of which it names something. */
    List<String> usedBy(SqlFile file) {
        if (words.isEmpty()) {
            return List.of();
        }
        Set<String> named = wordsOf(file);
        return words.entrySet().stream()
                .filter(extension -> extension.getValue().stream().anyMatch(named::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Set<String> wordsOf(SqlFile file) {
        StringBuilder text = new StringBuilder(file.source().text());
        for (SourceRange comment : file.script().comments()) {
            blank(text, comment.start(), comment.end());
        }
        return WORD.matcher(text.toString().toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Returns a sentence for each thing that only a real extension could show. */
    static List<String> unproved(SqlFile file, List<String> standIns) {
        List<String> unproved = new ArrayList<>();
        for (String extension : standIns) {
            unproved.add("What " + extension + " does was not proved: a stand-in took its place.");
        }
        for (Statement statement : file.script().statements()) {
            if (!standIns.isEmpty() && statement instanceof CreateIndex index && isOfStandIn(index)) {
                unproved.add(
                        "Line " + file.source().position(index.range().start()).line() + ": the parameters "
                                + index.options().stream()
                                        .map(option -> option.name().text())
                                        .collect(Collectors.joining(", "))
                                + " of the index were left out, since its stand-in has none.");
            }
        }
        return unproved;
    }

    private static boolean isOfStandIn(CreateIndex index) {
        return index.method() != null
                && METHODS.contains(index.method().text())
                && !index.options().isEmpty();
    }

    /** Returns the statement as a server with stand-ins accepts it, with everything else where it was. */
    static ScriptStep accepted(ScriptStep step, ServerConnection connection) {
        if (!(step.statement() instanceof CreateIndex index)
                || !isOfStandIn(index)
                || StandIns.in(connection).isEmpty()) {
            return step;
        }
        int begin = index.range().start();
        List<DefElem> options = index.options();
        int last = options.get(options.size() - 1).range().end() - begin;
        Matcher with = WITH.matcher(step.sql()).region(0, options.get(0).range().start() - begin);
        int end = step.sql().indexOf(')', last);
        if (!with.find() || end < 0) {
            return step;
        }
        StringBuilder sql = new StringBuilder(step.sql());
        blank(sql, with.start(), end + 1);
        return new ScriptStep(step.statement(), sql.toString(), step.dataOrNull());
    }

    private static void blank(StringBuilder text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                text.setCharAt(i, ' ');
            }
        }
    }
}
