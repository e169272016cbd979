package dev.pgmigrate.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.pgmigrate.goal.Check;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.MigrationFolders;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder may have grown for years: ten thousand files are judged and reported in 256 MB, and in linear time. */
@Order(16)
class TenThousandFilesTest {
    private static final int FEW = 2_500;
    private static final int MANY = 10_000;

    /** Linear is 4, quadratic 16. */
    private static final double MOST = 5;

    @TempDir
    private Path folder;

    @Test
    void theyFitIntoASmallHeapAndTakeFourTimesAsLongAsAQuarterOfThem() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Judge.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        Map<Integer, Long> millis = Pattern.compile("(\\d+) files, (\\d+) ms")
                .matcher(output)
                .results()
                .collect(Collectors.toMap(line -> Integer.valueOf(line.group(1)), line -> Long.valueOf(line.group(2))));
        assertThat(millis).containsOnlyKeys(FEW, MANY);
        assertThat((double) millis.getOrDefault(MANY, 0L) / millis.getOrDefault(FEW, 1L))
                .as(output)
                .isLessThan(MOST);
    }

    /** What runs in the small heap: {@code main} with the folder to write to. */
    static final class Judge {
        private Judge() {}

        public static void main(String[] arguments) throws IOException {
            Path base = Path.of(arguments[0]);
            measure(FEW / 5, base.resolve("warm"));
            System.out.println(measure(FEW, base.resolve("few")));
            System.out.println(measure(MANY, base.resolve("many")));
        }

        private static String measure(int count, Path folder) throws IOException {
            Files.createDirectories(folder);
            for (int i = 0; i < count; i++) {
                Files.writeString(
                        folder.resolve("%014d_step_of_table.sql".formatted(20_000_000_000_000L + i)), text(i));
            }
            long start = cpuMillis();
            Result result = Check.run(
                    new Check.Request(new MigrationFolders(folder, List.of(folder), null), LintSettings.defaults()));
            for (Reports.File file :
                    Reports.files(result, result.goal(), EnumSet.allOf(ReportForm.class), Results.ORIGIN)) {
                try (Writer out = Files.newBufferedWriter(folder.resolve(file.name()))) {
                    file.content().writeTo(out);
                }
            }
            long millis = cpuMillis() - start;
            assertThat(result.files()).hasSize(count);
            assertThat(result.findings()).hasSizeGreaterThan(count);
            return count + " files, " + millis + " ms";
        }

        private static long cpuMillis() {
            OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return system.getProcessCpuTime() / 1_000_000;
        }

        /** Five files make a table, change it, and fill it; all refer to what came before. */
        private static String text(int number) {
            int table = number - number % 5;
            String sql = switch (number % 5) {
                case 0 -> """
                    create type kind_{n} as enum ('a', 'b');
                    create table t_{n} (
                        id bigint generated always as identity primary key,
                        parent_id bigint references t_{p} (id),
                        kind kind_{n} not null,
                        name text not null check (length(name) < 100)
                    );
                    create index t_{n}_name_idx on t_{n} (name);
                    alter table t_{n} enable row level security;
                    create policy readers on t_{n} for select using (name = current_user);
                    """;
                case 1 -> """
                    create or replace function touch_{n}() returns trigger language plpgsql as $$
                    begin new.name := lower(new.name); return new; end $$;
                    create trigger touch before update on t_{n} for each row execute function touch_{n}();
                    """;
                case 2 -> """
                    alter table t_{n} add column note text default 'none';
                    comment on column t_{n}.note is 'what people say';
                    create view v_{n} as select id, name from t_{n};
                    """;
                case 3 -> "create index concurrently t_{n}_note_idx on t_{n} (note);\n";
                default -> """
                    insert into t_{n} (kind, name) values ('a', 'x'), ('b', 'y');
                    alter table t_{n} alter column note set not null;
                    alter table t_0 add column if not exists c_{n} integer;
                    """;
            };
            return sql.replace("{n}", String.valueOf(table)).replace("{p}", String.valueOf(Math.max(0, table - 5)));
        }
    }
}
