package dev.pgmigrate.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * What a whole Maven build with a goal costs, in seconds and megabytes; judged by people, not by a limit. Where other
 * programs run beside it, only the CPU seconds compare.
 *
 * <p>{@code mvn verify -Dit.test=GoalBenchmark -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false}
 */
@Isolated
class GoalBenchmark {
    private static final int RUNS = 7;

    /** How often a build is looked at; more often would take time from it. */
    private static final int POLL_MILLISECONDS = 20;

    private static final int FILES = 350;
    private static final int STATEMENT_GROUPS = 5;

    @Test
    void measure() throws IOException, InterruptedException {
        MavenBuild lint = MavenBuild.of("check-names-bad-input");
        long bytes = 0;
        for (int i = 1; i <= FILES; i++) {
            String text = migration(i, STATEMENT_GROUPS);
            bytes += text.length();
            lint.write("migrations/%04d_make_area_%d.sql".formatted(i, i), text);
        }
        MavenBuild test = MavenBuild.of("check-names-bad-input");
        for (int i = 1; i <= 10; i++) {
            test.write("migrations/%04d_make_area_%d.sql".formatted(i, i), migration(i, 2));
        }
        lint.run("migrate:lint", "-Dmigrate.failOn=never").succeeded(); // fills the local repository
        List<String> table = new ArrayList<>();
        table.add("| build | median s | CPU s | peak MB |");
        table.add("| --- | --- | --- | --- |");
        addLint(table, lint, bytes, "");
        Path home = Files.createDirectories(test.folder().resolve("home"));
        test.jvm("-Duser.home=" + home);
        table.add(row("migrate:test, 10 files, binaries there, first start", test, 1, "migrate:test"));
        table.add(row("migrate:test, 10 files, warm", test, "-o", "migrate:test"));
        addLint(table, lint.plainJvm(), bytes, ", the JVM as it comes");
        table.forEach(System.out::println);
    }

    private static void addLint(List<String> table, MavenBuild lint, long bytes, String jvm)
            throws IOException, InterruptedException {
        table.add(row("empty Maven build" + jvm, lint, "-o", "validate", "-Dmigrate.skip"));
        table.add(row(
                "migrate:lint, %d files, %.1f MB%s".formatted(FILES, bytes / 1e6, jvm),
                lint,
                "-o",
                "migrate:lint",
                "-Dmigrate.failOn=never"));
    }

    private static String row(String name, MavenBuild build, String... arguments)
            throws IOException, InterruptedException {
        return row(name, build, RUNS, arguments);
    }

    private static String row(String name, MavenBuild build, int runs, String... arguments)
            throws IOException, InterruptedException {
        double[] seconds = new double[runs];
        double[] cpu = new double[runs];
        long peak = 0;
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            Process maven = build.start(arguments);
            while (!maven.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, peakKilobytes(maven));
                cpu[i] = Math.max(
                        cpu[i],
                        maven.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3);
            }
            seconds[i] = (System.nanoTime() - start) / 1e9;
            if (maven.exitValue() != 0) {
                throw new IllegalStateException(Files.readString(build.folder().resolve("build.log")));
            }
        }
        Arrays.sort(seconds);
        Arrays.sort(cpu);
        return String.format(
                Locale.ROOT, "| %s | %.2f | %.2f | %d |", name, seconds[runs / 2], cpu[runs / 2], peak / 1024);
    }

    /** The kernel's own high-water mark, where there is one. */
    private static long peakKilobytes(Process process) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // it has just ended, or this is no Linux
        }
    }

    private static String migration(int number, int groups) {
        StringBuilder text = new StringBuilder();
        for (int group = 1; group <= groups; group++) {
            text.append(TEMPLATE.replace("@n@", number + "_" + group));
        }
        return text.toString();
    }

    private static final String TEMPLATE = """
            -- One row for each order of the area, with its state and who may see it.
            CREATE TABLE IF NOT EXISTS public.orders_@n@ (
              id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT orders_@n@_pkey PRIMARY KEY,
              owner_id uuid NOT NULL,
              state text NOT NULL DEFAULT 'new' CONSTRAINT orders_@n@_state_check CHECK (state IN ('new', 'paid', 'sent')),
              amount numeric(12, 2) NOT NULL DEFAULT 0,
              note text,
              created_at timestamptz NOT NULL DEFAULT now(),
              updated_at timestamptz NOT NULL DEFAULT now()
            );
            CREATE INDEX IF NOT EXISTS orders_@n@_owner_id_idx ON public.orders_@n@ (owner_id, state) WHERE state <> 'sent';
            CREATE OR REPLACE FUNCTION public.touch_@n@() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
            BEGIN
              IF NEW.amount < 0 AND OLD.amount >= 0 THEN
                RAISE EXCEPTION 'amount of % is negative', NEW.id;
              END IF;
              NEW.updated_at := now();
              RETURN NEW;
            END
            $$;
            CREATE OR REPLACE TRIGGER touch_@n@ BEFORE UPDATE ON public.orders_@n@ FOR EACH ROW EXECUTE FUNCTION public.touch_@n@();
            ALTER TABLE public.orders_@n@ ENABLE ROW LEVEL SECURITY;
            DROP POLICY IF EXISTS orders_@n@_own ON public.orders_@n@;
            CREATE POLICY orders_@n@_own ON public.orders_@n@ USING (owner_id = (SELECT nullif(current_setting('app.user', true), '')::uuid));
            COMMENT ON TABLE public.orders_@n@ IS 'Orders of one area, seen by their owner only';

            """;
}
