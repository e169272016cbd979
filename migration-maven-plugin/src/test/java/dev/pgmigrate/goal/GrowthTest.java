package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.AppliedVersions;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.lint.Linter;
import dev.pgmigrate.lint.rules.RuleCatalog;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Times one file against one of four times the size: what grows with the size takes about four times as long, what grows with
 * its square sixteen times. Each time is printed: the processor's, whatever else runs beside it.
 */
@Execution(ExecutionMode.SAME_THREAD)
class GrowthTest {
    private static final int TIMES = 4;

    /** How many times more of everything than in the build: {@code -Dgrowth.scale=15} is 6,000 policies and more. */
    private static final int SCALE = Integer.getInteger("growth.scale", 1);

    /** Halfway between what is asked for and what is not, as factors go. */
    private static final int MOST = 9;

    /** Below, the clock and the compiler of the JVM say more than the linter. */
    private static final long LEAST_MILLIS = 40;

    private static final int TRIES = 4;

    private static final ForkJoinPool ONE_THREAD = new ForkJoinPool(1);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @TempDir
    private Path project;

    /** What files have much of. */
    private enum Shape {
        FINDINGS_ON_ONE_LINE(1_000, "", "create table t%1$d (id int); "),
        FINDINGS_ON_ONE_LINE_OF_EMOJIS(1_000, "", "create table \"t%1$d😀\" (id int); "),
        LETTERS_OF_A_DIRECTIVE(50_000, "-- migrate:ignore ", "a"),
        BLANKS_OF_A_DIRECTIVE(50_000, "-- migrate:ignore a", " "),
        POLICIES(
                400,
                "create table t (id int);\n",
                "drop policy if exists p%1$d on t; create policy p%1$d on t using (id > 0);\n"),
        TRIGGERS(
                400,
                "create table t (id int);\n",
                "drop trigger if exists p%1$d on t; create trigger p%1$d before insert on t execute function f();\n"),
        GRANTS(1_000, "create table t (id int);\n", "revoke select on t from r%1$d; grant select on t to r%1$d;\n"),
        SUPPRESSIONS(400, "", "-- migrate:ignore require-if-not-exists reason=\"x\"\ncreate table t%1$d (id int);\n"),
        SUPPRESSIONS_BEHIND(
                400, "", "create table t%1$d (id int); -- migrate:ignore require-if-not-exists reason=\"x\"\n"),
        ROWS(1_500, "create table t (id int);\n", "insert into t values (%1$d);\n"),
        GRANTS_ON_ALL(
                300,
                "",
                "create table if not exists t%1$d (id int);\n",
                "grant select on all tables in schema public to r%1$d;\n"),
        PUBLISHED(
                300,
                "create publication p;\n",
                "create table if not exists t%1$d (id int primary key);\n",
                "alter publication p add table t%1$d;\n"),
        DROPS(300, "", "create table if not exists t%1$d (id int);\n", "drop table if exists t%1$d;\n"),
        DROPS_BESIDE_POLICIES(
                300,
                "",
                "create table t%1$d (id int); create table u%1$d (id int);"
                        + " create policy p%1$d on t%1$d using (exists (select 1 from u%1$d));\n",
                "drop table u%1$d;\n"),
        CASCADES_BESIDE_POLICIES(
                300,
                "",
                "create table t%1$d (id int); create table u%1$d (id int);"
                        + " create policy p%1$d on t%1$d using (exists (select 1 from u%1$d));\n",
                "drop table u%1$d cascade;\n"),
        CASCADES_BESIDE_ROUTINES(
                300,
                "",
                "create table u%1$d (id int); create function f%1$d() returns bigint begin atomic"
                        + " select count(*) from u%1$d; end;\n",
                "drop table u%1$d cascade;\n"),
        ROUTINES_DROPPED(
                300,
                "",
                "create table t%1$d (id int); create function f%1$d() returns trigger language plpgsql as 'begin"
                        + " return new; end'; create trigger g before insert on t%1$d execute function f%1$d();\n",
                "drop function f%1$d;\n"),
        TABLES(
                700,
                "",
                "create table if not exists t%1$d (id bigint primary key, name text);\n",
                "insert into t%1$d values (1, 'first');\n");

        private final int size;
        private final String before;
        private final String each;
        private final String then;

        Shape(int size, String before, String each) {
            this(size, before, each, "");
        }

        /** What comes first, then as many of the one as of the other. */
        Shape(int size, String before, String each, String then) {
            this.size = size;
            this.before = before;
            this.each = each;
            this.then = then;
        }

        String text(int count) {
            return Stream.of(each, then)
                    .flatMap(one -> IntStream.range(0, count).mapToObj(one::formatted))
                    .collect(Collectors.joining("", before, "\n"));
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void lintGrowsWithTheSize(Shape shape) throws IOException {
        assertGrowth(
                "lint " + shape,
                shape,
                folders -> Linter.lint(
                        Migrations.read(folders), LintSettings.defaults(), RuleCatalog.ALL, AppliedVersions.UNKNOWN));
    }

    @ParameterizedTest
    @EnumSource(names = {"ROWS", "POLICIES"})
    void fixGrowsWithTheSize(Shape shape) throws IOException {
        assertGrowth(
                "fix " + shape,
                shape,
                folders -> Fix.run(new Fix.Request(
                        folders, LintSettings.defaults(), null, false, LocalDateTime.of(2026, 1, 2, 3, 4, 5))));
    }

    private interface Work {
        Object on(MigrationFolders folders);
    }

    private void assertGrowth(String name, Shape shape, Work work) throws IOException {
        int size = shape.size * SCALE;
        long small = Long.MAX_VALUE;
        long large = Long.MAX_VALUE;
        // The first time is the compiler's.
        millis(shape, size, work);
        for (int i = 0; i < TRIES && large > MOST * Math.max(small, LEAST_MILLIS); i++) {
            small = Math.min(small, millis(shape, size, work));
            large = Math.min(large, millis(shape, size * TIMES, work));
        }
        System.out.printf("%s: %,d in %,d ms, %,d in %,d ms%n", name, size, small, size * TIMES, large);
        assertThat(large).as(name).isLessThanOrEqualTo(MOST * Math.max(small, LEAST_MILLIS));
    }

    private long millis(Shape shape, int count, Work work) throws IOException {
        Path folder = Files.createDirectories(project.resolve("migrations"));
        Files.writeString(folder.resolve("20250101000000_many.sql"), shape.text(count));
        MigrationFolders folders = MigrationFolders.find(project, List.of(Path.of("migrations")), null);
        // Streams in parallel stay in the pool that begins them, so one thread does all of it.
        return ONE_THREAD
                .submit(() -> {
                    long start = THREADS.getCurrentThreadCpuTime();
                    assertThat(work.on(folders)).isNotNull();
                    return TimeUnit.NANOSECONDS.toMillis(THREADS.getCurrentThreadCpuTime() - start);
                })
                .join();
    }
}
