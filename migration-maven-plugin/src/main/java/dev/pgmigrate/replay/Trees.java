package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the replay asks of expressions and queries. */
final class Trees {
    private Trees() {}

    /** A call of {@code set_config} with literal arguments, which is a {@code SET} in other words. */
    record SetConfig(String name, String value, boolean local) {}

    static List<String> columns(Expression expression) {
        return List.of();
    }

    static String label(@Nullable Expression expression, String otherwise) {
        return otherwise;
    }

    static List<QualifiedName> relations(Statement query) {
        return List.of();
    }

    static Optional<SetConfig> setConfig(Statement statement) {
        return Optional.empty();
    }
}
