package dev.pgmigrate.sql.plpgsql;

import dev.pgmigrate.sql.parser.SyntaxError;
import java.util.ArrayList;
import java.util.List;

/**
 * The errors of a body. Once its structure is broken nothing more is reported, because what follows is most likely only the
 * echo of that first error.
 */
final class Problems {
    private final List<SyntaxError> errors = new ArrayList<>();
    private boolean broken;

    /** Notes an error inside an expression or an SQL statement, behind which the body goes on as it should. */
    void inside(SyntaxError error) {
        if (!broken) {
            errors.add(error);
        }
    }

    /** Notes an error between the statements. */
    void between(SyntaxError error) {
        inside(error);
        broken = true;
    }

    List<SyntaxError> errors() {
        return errors;
    }
}
