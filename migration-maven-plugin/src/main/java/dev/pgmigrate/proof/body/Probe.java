package dev.pgmigrate.proof.body;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.plpgsql.PlBlock;
import java.util.List;

/**
 * A function that has the server plan each statement of a body, in a session that then rolls it back. It has the variables of
 * the body, so that PL/pgSQL itself resolves them, but none of its control flow; and it runs nothing of it.
 *
 * @param create the statements that make it
 * @param call the query that runs it: a row of number, SQLSTATE and message for each statement that fails
 * @param pieces what was planned, by that number
 * @param unknown why other parts of the body could not be planned, a word for each
 */
record Probe(String create, String call, List<Piece> pieces, List<String> unknown) {
    Probe {
        pieces = List.copyOf(pieces);
        unknown = List.copyOf(unknown);
    }

    /**
     * A statement or an expression of a body.
     *
     * @param range where it stands in the body
     * @param handlers the handlers of the blocks that it is in
     * @param guarded whether it only runs if the catalog holds something
     */
    record Piece(SourceRange range, List<PlBlock.Handler> handlers, boolean guarded) {
        /** Returns all of a body, of which no part is known. */
        static Piece whole(Routine routine) {
            return new Piece(new SourceRange(0, routine.source().length()), List.of(), false);
        }

        /** Returns whether somebody expects this error: a handler names it. */
        boolean expects(String sqlState) {
            return handlers.stream()
                    .flatMap(handler -> handler.conditions().stream())
                    .anyMatch(condition -> !condition.isOthers() && condition.matches(sqlState));
        }
    }
}
