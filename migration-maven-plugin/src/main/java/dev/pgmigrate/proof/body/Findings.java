package dev.pgmigrate.proof.body;

import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.proof.body.Routine.CalledBy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Judges what the server says of bodies: what is a problem, and what is only not known. */
final class Findings {
    /** What is wrong for every row and every value, so that the statement can never run. */
    private static final Set<String> CERTAIN = Set.of(
            SqlState.UNDEFINED_COLUMN,
            SqlState.UNDEFINED_FUNCTION,
            SqlState.UNDEFINED_OBJECT,
            SqlState.UNDEFINED_SCHEMA,
            SqlState.UNDEFINED_TABLE,
            SqlState.AMBIGUOUS_COLUMN,
            SqlState.INVALID_COLUMN_REFERENCE,
            SqlState.DATATYPE_MISMATCH,
            SqlState.GROUPING_ERROR);

    private static final Pattern RELATION = Pattern.compile("^relation \"(?:[^\"]*\\.)?([^\".]+)\" does not exist$");
    private static final Pattern REPORT = Pattern.compile("(?s)(\\d+):(.{5}):(.*)");

    private final RoutineSources sources;
    private final Routines all;
    private final Map<BodyProblem, Routine> problems = new LinkedHashMap<>();
    private final Map<Routine, List<String>> unknown = new LinkedHashMap<>();
    private int planned;

    Findings(RoutineSources sources, Routines all) {
        this.sources = sources;
        this.all = all;
    }

    /** Returns the problems, each with its routine, in the order in which they were found. */
    Map<BodyProblem, Routine> problems() {
        return problems;
    }

    int planned() {
        return planned;
    }

    void isPlanned(int pieces) {
        planned += pieces;
    }

    void isUnknown(Routine routine, List<String> why) {
        if (!why.isEmpty()) {
            unknown.computeIfAbsent(routine, key -> new ArrayList<>()).addAll(why);
        }
    }

    /** Returns a sentence for each routine of which something is not known. */
    List<String> unproved() {
        List<String> sentences = new ArrayList<>();
        unknown.forEach((routine, why) -> sentences.add(why.size()
                + (why.size() == 1 ? " statement of " : " statements of ") + routine.signature()
                + (why.size() == 1 ? " was" : " were") + " not planned: " + String.join(", ", new TreeSet<>(why))
                + "."));
        return sentences;
    }

    /** Takes what a probe of {@code pieces} reports: the number of one, its SQLSTATE, and the message. */
    void add(Routine routine, List<Probe.Piece> pieces, String text) {
        Matcher report = REPORT.matcher(text);
        if (!report.matches()) {
            throw new IllegalStateException("not a report: " + text);
        }
        Probe.Piece piece = pieces.get(Integer.parseInt(report.group(1)));
        String sqlState = report.group(2);
        String message = report.group(3);
        if (CERTAIN.contains(sqlState)) {
            String excuse = excuse(routine, piece, sqlState, message);
            if (excuse != null) {
                isUnknown(routine, List.of(excuse));
                return;
            }
            BodyProblem.Place place = sources.place(routine, piece.range(), message);
            problems.put(new BodyProblem(routine.signature(), sqlState, message, place, false), routine);
        } else if (sqlState.equals(SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE)) {
            isUnknown(routine, List.of("a record whose columns are not known"));
        } else if (sqlState.equals(SqlState.SYNTAX_ERROR)) {
            isUnknown(routine, List.of("a command that the server does not plan"));
        }
    }

    /** Returns why a statement that fails now may run all the same, or null. */
    private @Nullable String excuse(Routine routine, Probe.Piece piece, String sqlState, String message) {
        if (piece.expects(sqlState)) {
            return "an error that a handler names";
        }
        if (piece.guarded()) {
            return "what depends on the catalog";
        }
        Matcher relation = RELATION.matcher(message);
        if (sqlState.equals(SqlState.UNDEFINED_TABLE) && relation.matches()) {
            boolean transition =
                    routine.calledBy() == CalledBy.TRIGGER && routine.triggers().isEmpty();
            return transition || all.make(relation.group(1)) ? "a table that is made as it runs" : null;
        }
        return null;
    }
}
