package dev.pgmigrate.apply.run;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.DatabaseStatement;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.ast.IndexStatement;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PublicationStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import org.jspecify.annotations.Nullable;

/**
 * Finds out from the catalog whether a statement that cannot run in a transaction has finished, although its answer was
 * lost.
 */
final class Completion {
    private final ServerConnection connection;
    private final String startedLine;

    /**
     * Creates one for the session of {@code connection}.
     *
     * @param startedLine the ledger's line of the statement, for a {@code FROM}; no row before it was started
     */
    Completion(ServerConnection connection, String startedLine) {
        this.connection = connection;
        this.startedLine = startedLine;
    }

    /** What the catalog shows. */
    enum Answer {
        DONE,
        /** It is not done, or running it again has the same effect. */
        NOT_DONE,
        /** It commits along the way, and its effect does not show. */
        UNKNOWN
    }

    Answer of(Statement statement) {
        if (statement instanceof IndexStatement.CreateIndex create) {
            return doneIf(isBuilt(create));
        }
        if (statement instanceof DropStatement drop) {
            return doneIf(drop.objects().stream()
                    .noneMatch(object -> exists(drop.objectType(), object.name().qualified())));
        }
        if (statement instanceof DatabaseStatement.CreateDatabase create) {
            return doneIf(
                    exists(ObjectType.DATABASE, QualifiedName.of(create.name().text())));
        }
        if (statement instanceof DatabaseStatement.CreateTablespace create) {
            return doneIf(
                    exists(ObjectType.TABLESPACE, QualifiedName.of(create.name().text())));
        }
        if (statement instanceof PublicationStatement.CreateSubscription create) {
            return doneIf(exists(
                    ObjectType.SUBSCRIPTION, QualifiedName.of(create.name().text())));
        }
        if (statement instanceof TableStatement.AlterTable alter
                && alter.actions().get(0) instanceof AlterTableAction.DetachPartition detach) {
            return doneIf(
                    !isPartition(detach.partition().qualified(), alter.name().qualified()));
        }
        boolean commits = statement instanceof FunctionStatement.CallStatement
                || statement instanceof FunctionStatement.DoStatement;
        return commits ? Answer.UNKNOWN : Answer.NOT_DONE;
    }

    private static Answer doneIf(boolean condition) {
        return condition ? Answer.DONE : Answer.NOT_DONE;
    }

    /** An index that existed before has an older row; one that waits for its constraint has none. */
    private boolean isBuilt(IndexStatement.CreateIndex create) {
        return holds(
                "SELECT EXISTS (SELECT " + IndexOfStatement.FROM
                        + " JOIN " + startedLine + " ON pg_catalog.age(c.xmin) <= pg_catalog.age(l.xmin)"
                        + " WHERE i.indisvalid AND i.indisready AND " + IndexOfStatement.CONDITION + ")",
                IndexOfStatement.parameters(connection, create));
    }

    private boolean isPartition(QualifiedName partition, QualifiedName parent) {
        return holds(
                "SELECT EXISTS (SELECT FROM pg_catalog.pg_inherits WHERE inhrelid = ?::oid"
                        + " AND inhparent = ?::oid)",
                connection.relation(partition.quoted()),
                connection.relation(parent.quoted()));
    }

    private boolean exists(ObjectType type, QualifiedName name) {
        return switch (type) {
            case DATABASE ->
                holds("SELECT EXISTS (SELECT FROM pg_catalog.pg_database WHERE datname = ?::name)", name.name());
            case TABLESPACE ->
                holds("SELECT EXISTS (SELECT FROM pg_catalog.pg_tablespace WHERE spcname = ?::name)", name.name());
            case SUBSCRIPTION ->
                holds(
                        "SELECT EXISTS (SELECT FROM pg_catalog.pg_stat_subscription WHERE subname = ?::name)",
                        name.name());
            default -> connection.relation(name.quoted()) != 0;
        };
    }

    private boolean holds(String question, @Nullable Object... parameters) {
        return connection
                .ours()
                .queryOne(question, row -> row.getBoolean(1), parameters)
                .orElse(false);
    }
}
