package dev.pgmigrate.apply.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of the site's page on reliability, of which each line is made from the output of a test: {@code -Pchaos
 * -Dapprove} runs them for long and writes it.
 */
public final class ChaosTable {
    private static final String EQUAL = "history equals catalog, nothing twice, no `INVALID` index, no session left";

    /** What can happen, and what holds then, in the order of the page. */
    public enum Accident {
        KILLED_FORWARD("`apply` gets `kill -9`", "the next run finishes; " + EQUAL),
        KILLED_BACK("`rollback` gets `kill -9`", "the next run finishes; " + EQUAL),
        SIGNALLED("`apply` gets `SIGINT`, `SIGTERM`", "its statement ends on the server; the next run finishes"),
        FROZEN(
                "`apply` gets `SIGSTOP`, longer than every timeout",
                "another applier waits; after `SIGCONT` it finishes"),
        EIGHT_APPLIERS("eight appliers at once", "none fails, and each migration runs once"),
        TWO_HISTORIES("two histories in one schema at once", "each has its own migrations, once"),
        BESIDE_ROLLBACK(
                "`apply` beside `rollback`", "one waits or is told that the history changed; history equals catalog"),
        BESIDE_STATUS("`apply` beside `status`", "`status` never fails, and what was applied stays so"),
        TERMINATED(
                "the session at work, or that of the lock, is terminated",
                "the next run finishes; history equals catalog"),
        CRASHED("the server crashes and starts again", "the next run finishes; history equals catalog"),
        PROMOTED("the primary is lost and its standby promoted", "each migration is there once"),
        DISK_FULL("the server can write no more", "its words are told; the next run finishes"),
        RIGHTS_LOST("rights are lost on the way", "nothing of that migration stays; it is resumable"),
        HISTORY_GONE(
                "the history is dropped or altered on the way", "nothing of that migration stays; it is resumable"),
        SETTINGS("roles and databases with settings that fight ours", "everything is applied"),
        ENCODINGS("databases in LATIN1 and SQL_ASCII", "texts arrive; what LATIN1 lacks is refused with its place"),
        FORBIDDEN("an event trigger that forbids DDL", "its words are told; nothing is left; it is resumable"),
        MANY("10,000 migrations", "four times as many take less than nine times as long");

        private final String what;
        private final String claim;

        Accident(String what, String claim) {
            this.what = what;
            this.claim = claim;
        }

        private String line(int times, String seed) {
            return "| " + what + " | " + claim + " | " + times + " | " + seed + " |";
        }
    }

    private static final Path PAGE = Path.of("src/site/markdown/reliability.md");
    private static final String BEGIN = "<!-- chaos: written by -Pchaos -Dapprove -->\n\n";
    private static final String HEAD = "| what happens | what holds | times | seed |\n| --- | --- | --- | --- |\n";
    private static final String END = "\n<!-- /chaos -->";

    private ChaosTable() {}

    /** As the other, of what depends on no chance. */
    public static void held(Accident accident, int times) {
        held(accident, times, "–");
    }

    public static void held(Accident accident, int times, long seed) {
        held(accident, times, String.valueOf(seed));
    }

    /** Says that {@code accident} happened so often and the claim held; the page says so of at least as often. */
    private static synchronized void held(Accident accident, int times, String seed) {
        System.out.println(accident.line(times, seed));
        List<String> lines = lines();
        int line = List.of(Accident.values()).indexOf(accident);
        String published = lines.get(line);
        Matcher columns =
                Pattern.compile("\\| (.+) \\| (.+) \\| (\\d+) \\| [^|]+ \\|").matcher(published);
        assertThat(columns.matches()).as("the page's line: %s", published).isTrue();
        if (System.getProperty("approve") != null && Integer.parseInt(columns.group(3)) <= times) {
            lines.set(line, accident.line(times, seed));
            write(lines);
            return;
        }
        assertThat(columns.group(1)).isEqualTo(accident.what);
        assertThat(columns.group(2)).isEqualTo(accident.claim);
        assertThat(Integer.parseInt(columns.group(3)))
                .as("how often the page says that %s", accident.what)
                .isGreaterThanOrEqualTo(times);
    }

    /** Returns the page's lines, one for each accident, in order. */
    static List<String> lines() {
        String page = page();
        int begin = page.indexOf(BEGIN + HEAD);
        assertThat(begin).as("the table in %s", PAGE).isNotNegative();
        String table = page.substring(begin + BEGIN.length() + HEAD.length(), page.indexOf(END));
        List<String> lines = Arrays.asList(table.split("\n"));
        assertThat(lines).hasSize(Accident.values().length);
        return lines;
    }

    private static void write(List<String> lines) {
        String page = page();
        try {
            Files.writeString(
                    PAGE,
                    page.substring(0, page.indexOf(BEGIN)) + BEGIN + HEAD + String.join("\n", lines) + "\n"
                            + page.substring(page.indexOf(END)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String page() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
