package dev.pgmigrate.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Locks of a migration beside what is predicted, where the two are easily taken for different. */
class LockTraceTest {
    private static final String BEFORE = """
        CREATE TABLE t (id int, a int); CREATE TABLE u (id int);
        CREATE TABLE parted (day date, v int) PARTITION BY RANGE (day);
        DO $$ BEGIN EXECUTE 'CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (''2024-01-01'') TO (''2025-01-01'')'; END $$;""";

    private static final String MIGRATION = """
        ALTER TABLE parted ADD COLUMN w int;
        CREATE INDEX ON parted (v);
        ALTER TABLE t RENAME TO renamed;
        ALTER TABLE renamed ADD CONSTRAINT c CHECK (id > 0);
        LOCK TABLE u IN SHARE MODE;
        ALTER TABLE u ADD COLUMN b int;
        UPDATE u SET b = 1;
        UPDATE u SET b = 2;
        TRUNCATE renamed;
        DROP TRIGGER IF EXISTS nothing ON parted;""";

    @TempDir
    private Path project;

    @ParameterizedTest
    @MethodSource("dev.pgmigrate.server.TestPostgres#all")
    void whatIsTheSameIsNoDifference(TestPostgres postgres) throws IOException {
        Files.createDirectories(project.resolve("migrations"));
        Files.writeString(project.resolve("migrations/001_before.sql"), BEFORE);
        Files.writeString(project.resolve("migrations/002_locks.sql"), MIGRATION);
        List<Migration> migrations =
                Migrations.read(MigrationFolders.find(project, List.of(), null)).all();
        Migration last = migrations.get(1);
        ConnectionTarget database = postgres.newDatabase();
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);

        Proof proof = new Prover(database)
                .prove(
                        new ProofPlan(
                                List.of(),
                                migrations,
                                Set.of(last.path()),
                                Map.of(),
                                List.of(),
                                Runner.MIGRATE,
                                List.of(),
                                Duration.ZERO,
                                TestRole.SUPERUSER,
                                TestRows.NONE),
                        new ServerCopies(postgres.server(), name, database));

        assertThat(proof.failure()).isEmpty();
        List<LockLine> locks = proof.passed().get(1).proved().orElseThrow().locks();
        assertThat(locks).noneMatch(LockLine::isSurprising);
        assertThat(locks.stream().filter(lock -> lock.predicted().isPresent())).allMatch(LockLine::isWorkAsPredicted);
        assertThat(locks)
                .extracting(
                        lock -> last.source().position(lock.statement().start()).line() + " "
                                + lock.table().name() + " "
                                + lock.mode().map(Enum::name).orElse("-")
                                + (lock.scans() ? " scanned" : ""))
                .containsExactly(
                        "1 parted ACCESS_EXCLUSIVE",
                        "2 parted SHARE scanned",
                        "3 t ACCESS_EXCLUSIVE",
                        "4 t ACCESS_EXCLUSIVE scanned",
                        "5 u SHARE",
                        "6 u ACCESS_EXCLUSIVE",
                        "7 u ROW_EXCLUSIVE scanned",
                        "8 u - scanned",
                        "9 t ACCESS_EXCLUSIVE");
    }
}
