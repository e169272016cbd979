package dev.pgmigrate.replay;

import dev.pgmigrate.sql.ast.Expression;
import java.util.Optional;

/** Constants in expressions. */
final class Literals {
    private Literals() {}

    static Optional<Integer> integer(Expression expression) {
        return Optional.empty();
    }
}
