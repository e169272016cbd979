package dev.pgmigrate.effect;

import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Replay;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.SelectStatement;
import dev.pgmigrate.sql.ast.SettingStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.StatementKind;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Recognizes, in the order of a file, the statements that take milliseconds however much the database holds.
 *
 * <p>What reads rows, or does nothing but call functions, is none of them: nobody knows how long that takes.
 */
public final class QuickStatements {
    /** Those that only change the catalog, unless {@link Effects} says that they also read or write a table. */
    private static final Set<StatementKind> OF_THE_CATALOG = EnumSet.of(
            StatementKind.ALTER_DEFAULT_PRIVILEGES,
            StatementKind.ALTER_ENUM,
            StatementKind.ALTER_FUNCTION,
            StatementKind.ALTER_OBJECT_SCHEMA,
            StatementKind.ALTER_OWNER,
            StatementKind.ALTER_POLICY,
            StatementKind.ALTER_PUBLICATION,
            StatementKind.ALTER_ROLE,
            StatementKind.ALTER_ROLE_SET,
            StatementKind.ALTER_SEQ,
            StatementKind.ALTER_TABLE,
            StatementKind.COMMENT,
            StatementKind.CREATE_COMPOSITE_TYPE,
            StatementKind.CREATE_DOMAIN,
            StatementKind.CREATE_ENUM,
            StatementKind.CREATE_FUNCTION,
            StatementKind.CREATE_INDEX,
            StatementKind.CREATE_POLICY,
            StatementKind.CREATE_PUBLICATION,
            StatementKind.CREATE_ROLE,
            StatementKind.CREATE_RULE,
            StatementKind.CREATE_SCHEMA,
            StatementKind.CREATE_SEQ,
            StatementKind.CREATE_TABLE,
            StatementKind.CREATE_TRIG,
            StatementKind.CREATE_VIEW,
            StatementKind.DROP,
            StatementKind.GRANT,
            StatementKind.GRANT_ROLE,
            StatementKind.RENAME);

    /** The driver reads what is sent with them before the server has changed them. {@code RESET ALL} has no name. */
    private static final Set<String> SETTINGS_OF_TEXTS = Set.of("standard_conforming_strings", "client_encoding", "");

    private final PostgresVersion version;
    private final Schema nothing = new Replay(Runner.MIGRATE, List.of("public")).schema();
    private final Set<QualifiedName> created = new HashSet<>();

    public QuickStatements(PostgresVersion version) {
        this.version = version;
    }

    /** Returns whether the next statement of the file is one. */
    public boolean next(Statement statement) {
        boolean quick = isQuick(statement);
        if (statement instanceof TableStatement.Definition table) {
            created.add(nothing.resolve(table.name()));
        }
        return quick;
    }

    private boolean isQuick(Statement statement) {
        if (statement instanceof SettingStatement.SetStatement set) {
            return !SETTINGS_OF_TEXTS.contains(set.change().name());
        }
        if (statement instanceof DmlStatement.Insert insert) {
            return insert.isWrittenOut() && readsNoRows(insert);
        }
        return OF_THE_CATALOG.contains(statement.kind())
                && Effects.ofNamed(statement, nothing, version).stream()
                        .noneMatch(effect -> effect.work().growsWithTheTable() && !created.contains(effect.relation()));
    }

    private static boolean readsNoRows(DmlStatement.Insert insert) {
        return insert.with() == null
                && Nodes.of(SelectStatement.class, insert).allMatch(inner -> inner instanceof SelectStatement.Values);
    }
}
