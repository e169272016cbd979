package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.ObjectStatement.Rename;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.List;
import java.util.Optional;

/** A rename to a name that something else has already. */
public final class RenameConflict {
    /** The rule that makes a view one (manual, 39.2 "Views and the Rule System"). */
    private static final String VIEW_RULE = "_RETURN";

    private RenameConflict() {}

    /** Returns the error of {@code rename} in {@code schema}, if the new name is sure to be taken there. */
    public static Optional<String> sqlState(Rename rename, Schema schema) {
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
            case COLUMN, ATTRIBUTE ->
                schema.presence(renamed(rename)).isPresent()
                        ? Optional.of(SqlState.DUPLICATE_COLUMN)
                        : Optional.empty();
            case TABLE_CONSTRAINT, DOMAIN_CONSTRAINT, TRIGGER, POLICY, RULE, EVENT_TRIGGER -> {
                boolean ofView = old.type() == ObjectType.RULE
                        && to.equals(VIEW_RULE)
                        && old.parent() != null
                        && schema.view(old.parent().qualified()).isPresent();
                boolean taken = ofView || schema.presence(renamed(rename)).isPresent();
                yield taken ? Optional.of(SqlState.DUPLICATE_OBJECT) : Optional.empty();
            }
            case SCHEMA ->
                schema.schemaPresence(to).isPresent() ? Optional.of(SqlState.DUPLICATE_SCHEMA) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static ObjectReference renamed(Rename rename) {
        ObjectReference old = rename.object();
        ObjectName name =
                new ObjectName(List.of(rename.newName()), rename.newName().range());
        return new ObjectReference(old.type(), name, old.parent(), null, old.range());
    }
}
