package dev.pgmigrate.lint.rules.idempotency;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectStatement.Rename;
import java.util.List;
import java.util.Optional;

/** A rename to a name that something else has already. */
final class RenameConflict {
    private RenameConflict() {}

    /** Returns the error of {@code rename} in {@code schema}, if the new name is sure to be taken there. */
    static Optional<String> sqlState(Rename rename, Schema schema) {
        ObjectReference old = rename.object();
        String to = rename.newName().text();
        return switch (old.type()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX -> {
                String home = schema.resolve(old.name()).schemaOrNull();
                boolean taken =
                        schema.relationPresence(new QualifiedName(home, to)).isPresent();
                yield taken ? Optional.of(SqlState.DUPLICATE_TABLE) : Optional.empty();
            }
            case TYPE, DOMAIN -> {
                String home = old.name()
                        .qualified()
                        .inSchema(schema.searchPath().get(0))
                        .schemaOrNull();
                boolean taken = schema.typePresence(new QualifiedName(home, to)).isPresent();
                yield taken ? Optional.of(SqlState.DUPLICATE_OBJECT) : Optional.empty();
            }
            case COLUMN -> {
                ObjectName name = new ObjectName(
                        List.of(rename.newName()), rename.newName().range());
                ObjectReference column = new ObjectReference(old.type(), name, old.parent(), null, old.range());
                yield schema.presence(column).isPresent() ? Optional.of(SqlState.DUPLICATE_COLUMN) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }
}
