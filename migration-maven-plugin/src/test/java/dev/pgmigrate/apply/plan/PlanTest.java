package dev.pgmigrate.apply.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.foreign.Adoption;
import dev.pgmigrate.apply.history.HistoryRow;
import dev.pgmigrate.apply.history.HistoryRow.State;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.Migrations;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How files and rows of the history stand to each other, and what of that keeps anything from being applied. */
class PlanTest {
    @TempDir
    private Path base;

    @Test
    void fileAndRowStandToEachOtherInEachWay() {
        Migrations files = files("001_same.sql", "002_changed.sql", "003_late.sql", "004_base.sql", "005_failed.sql");
        List<HistoryRow> rows = List.of(
                row("1", "same", sum(files, 0), State.APPLIED),
                row("002", "changed", "another", State.APPLIED),
                row("004", "base", null, State.BASELINE),
                row("005", "failed", "another", State.FAILED),
                row("000", "gone", null, State.APPLIED),
                row("006", "newer", null, State.APPLIED),
                row("007", "failed_too", null, State.FAILED));

        Plan plan = Plan.of(files, rows, Set.of());

        assertThat(shown(plan.all()))
                .containsExactly(
                        "000 gone missing",
                        "001 same applied",
                        "002 changed changed",
                        "003 late out-of-order",
                        "004 base baseline",
                        "005 failed failed",
                        "006 newer future",
                        "007 failed_too failed");
        assertThat(shown(plan.pending()))
                .containsExactly("003 late out-of-order", "005 failed failed", "007 failed_too failed");
        assertThat(shown(plan.in(MigrationState.BASELINE))).containsExactly("004 base baseline");
        assertThat(shown(plan.refusals(false)))
                .containsExactly("000 gone missing", "002 changed changed", "003 late out-of-order");
        assertThat(shown(plan.refusals(true))).containsExactly("000 gone missing", "002 changed changed");
        assertThat(plan.all().get(0).migration()).isEmpty();
        assertThat(plan.all().get(0).row()).hasValue(rows.get(4));
        assertThat(plan.all().get(1).migration()).hasValue(files.all().get(0));
        assertThat(plan.all().get(1).row()).hasValue(rows.get(0));
        assertThat(plan.all().get(1).elsewhere()).isEmpty();
    }

    @Test
    void whatWasRolledBackIsToComeAgainUnlessOthersCameSince() {
        Migrations files = files("001_a.sql", "002_b.sql", "003_c.sql");
        List<HistoryRow> rows = List.of(row("002", "b", null, State.APPLIED));

        assertThat(shown(Plan.of(files, rows, Set.of("1", "3")).all()))
                .containsExactly("001 a out-of-order", "002 b applied", "003 c reverted");
    }

    /** A history of another tool may hold what is no version; it comes in the order of its letters, and is never newest. */
    @Test
    void rowThatIsNoVersionHasNoFile() {
        Migrations files = files("001_a.sql");

        Plan plan = Plan.of(files, List.of(row("zero", "first", null, State.APPLIED)), Set.of("none"));

        assertThat(shown(plan.all())).containsExactly("001 a pending", "zero first future");
        assertThat(shown(Plan.of(files(), List.of(row("1", "a", null, State.APPLIED)), Set.of())
                        .all()))
                .containsExactly("001 a applied");
    }

    @Test
    void withoutFilesEveryRowIsNewer() {
        assertThat(shown(Plan.of(files(), List.of(row("1", "a", null, State.APPLIED)), Set.of())
                        .all()))
                .containsExactly("1 a future");
    }

    @ParameterizedTest
    @CsvSource({
        "0, other, 001 b applied|001 c pending",
        "1, b, 001 b pending|001 c applied",
        "none, c, 001 b pending|001 c applied",
        "none, other, 001 b changed|001 c pending"
    })
    void rowBelongsToTheTwinWithItsTextElseWithItsName(String text, String name, String expected) {
        new Folder(base).with("001_b.sql", "SELECT 1;").with("001_c.sql", "SELECT 2;");
        Migrations files = new Folder(base).read();
        @Nullable String checksum = name.equals("c") ? null : "another";
        if (!text.equals("none")) {
            checksum = sum(files, Integer.parseInt(text));
        }

        Plan plan = Plan.of(files, List.of(row("1", name, checksum, State.APPLIED)), Set.of());

        assertThat(shown(plan.all())).containsExactly(expected.split("\\|"));
    }

    @Test
    void whatAnotherToolHasAppliedSinceIsAppliedElsewhere() {
        Migrations files = files("001_a.sql", "002_b.sql", "003_c.sql", "004_d.sql");
        Plan plan = Plan.of(files, List.of(row("001", "a", null, State.APPLIED)), Set.of());
        Adoption flyway = new Adoption(
                "flyway_schema_history",
                List.of(adopted(files, 0), adopted(files, 1)),
                List.of(new Adoption.Unmatched("000", "old", false)),
                List.of(new Adoption.Unclear("3", "c", List.of(files.all().get(2)))));

        Plan both = plan.with(List.of(flyway), List.of(files.all().get(0)));

        assertThat(shown(both.all()))
                .containsExactly(
                        "000 old elsewhere", "001 a applied", "002 b elsewhere", "003 c elsewhere", "004 d pending");
        assertThat(both.all().get(2).elsewhere()).hasValue("flyway_schema_history");
        assertThat(both.all().get(2).migration()).hasValue(files.all().get(1));
        assertThat(both.objections(true))
                .extracting(Obstacle::kind)
                .containsOnly(Obstacle.Kind.ELSEWHERE)
                .hasSize(4);
        assertThat(both.objections(true))
                .extracting(Obstacle::toString)
                .anySatisfy(text -> assertThat(text).contains("supabase migration repair --status applied 001"))
                .anySatisfy(text -> assertThat(text)
                        .contains("000 old, but no file matches.", "Fetch", "-Dmigrate.adopt=flyway_schema_history"))
                .anySatisfy(text -> assertThat(text)
                        .contains("002 b.", "-Dmigrate.adopt=flyway_schema_history")
                        .doesNotContain("Fetch"));
    }

    @Test
    void whatAnotherToolHasAppliedStandsAtItsVersion() {
        Migrations files = files("001_a.sql", "003_c.sql");
        Adoption flyway = new Adoption(
                "flyway_schema_history",
                List.of(),
                List.of(new Adoption.Unmatched("10", "ten", false), new Adoption.Unmatched("2", "two", false)),
                List.of());

        assertThat(shown(Plan.of(files, List.of(), Set.of())
                        .with(List.of(flyway), List.of())
                        .all()))
                .containsExactly("001 a pending", "2 two elsewhere", "003 c pending", "10 ten elsewhere");
    }

    @Test
    void versionsAreComparedAsNumbersAndOtherTextsByTheirLetters() {
        assertThat(Plan.compareVersions("10", "9")).isPositive();
        assertThat(Plan.compareVersions("9", "10")).isNegative();
        assertThat(Plan.compareVersions("9", "09")).isZero();
        assertThat(Plan.compareVersions("10", "9a")).isNegative();
        assertThat(Plan.compareVersions("9a", "10")).isPositive();
    }

    @Test
    void everyObjectionSaysWhatToDo() {
        Migrations files = files("001_late.sql", "002_changed.sql");
        Plan plan = Plan.of(
                files,
                List.of(row("002", "changed", "another", State.APPLIED), row("000", "gone", null, State.APPLIED)),
                Set.of());

        assertThat(plan.objections(false))
                .extracting(obstacle -> obstacle.path() + ":" + obstacle.position() + " " + obstacle.kind())
                .containsExactly(
                        "000_gone:1:1 MISSING",
                        "migrations/001_late.sql:1:1 OUT_OF_ORDER",
                        "migrations/002_changed.sql:1:1 CHANGED");
        assertThat(plan.objections(false)).allSatisfy(obstacle -> {
            assertThat(obstacle.message()).containsPattern("00[012]");
            assertThat(obstacle.advice()).isNotBlank();
        });
        assertThat(plan.objections(true)).hasSize(2);
    }

    /** Each file has something else that would make applying fail halfway. */
    @Test
    void whatWouldFailHalfwayIsKnownBefore() {
        Migrations files = new Folder(base)
                .with("001_fine.sql", "SELECT 1;")
                .with("001_twin.sql", "SELECT 1;")
                .with("002_syntax.sql", "SELEC 1;")
                .with("003_meta.sql", "\\i other.sql\nSELECT 1;")
                .with("004_directive.sql", "-- migrate:lock_timeout never\nSELECT 1;")
                .with("005_mixed.sql", "CREATE TABLE a ();\nVACUUM;")
                .with("006_session.sql", "-- migrate:transaction off\nCREATE TEMPORARY TABLE a ();\nVACUUM;")
                .with("007_encoding.sql", "SET client_encoding = 'LATIN1';")
                .with("008_encoding.sql", "SET client_encoding = 'utf-8'; SET client_encoding TO DEFAULT;")
                .with("009_control.sql", "SELECT 1;\nCOMMIT;\nSELECT 2;")
                .with("R__again.sql", "SELECT 1;")
                .with("notes.txt", "")
                .with("010_unreadable.sql", "\0")
                .read();
        Plan plan = Plan.of(files, List.of(row("000", "gone", null, State.APPLIED)), Set.of());

        List<Obstacle> found = Obstacles.of(files, plan, files.all(), false);

        assertThat(found.stream()
                        .map(obstacle -> obstacle.path().replaceAll("migrations/|_.*", "") + ":" + obstacle.position()
                                + " " + obstacle.kind()))
                .containsExactlyInAnyOrder(
                        "000:1:1 MISSING",
                        "R:1:1 REPEATABLE",
                        "001:1:1 DUPLICATE_VERSION",
                        "002:1:1 SYNTAX",
                        "003:1:1 META_COMMAND",
                        "004:1:12 DIRECTIVE",
                        "005:2:1 MIXED_TRANSACTION_MODES",
                        "006:2:1 SESSION_STATE",
                        "007:1:1 CLIENT_ENCODING",
                        "009:2:1 TRANSACTION_CONTROL",
                        "010:1:1 REJECTED_FILE");
        assertThat(found).allSatisfy(obstacle -> assertThat(obstacle.advice()).isNotBlank());
    }

    @Test
    void versionsThatOnlyOursTellsApartAreAnObstacleToSupabase() {
        List<Migration> files = files("V1__a.sql", "V1.1__b.sql", "V2__c.sql").all();

        assertThat(Obstacles.supabaseVersions(files)).singleElement().satisfies(clash -> {
            assertThat(clash.kind()).isEqualTo(Obstacle.Kind.SUPABASE_VERSION);
            assertThat(clash.path()).isEqualTo("migrations/V1.1__b.sql");
            assertThat(clash.message()).contains("migrations/V1__a.sql", " 1.");
        });
    }

    private Migrations files(String... names) {
        Folder folder = new Folder(base);
        for (String name : names) {
            folder.with(name, "SELECT 1;");
        }
        return folder.read();
    }

    private static String sum(Migrations files, int index) {
        return files.all().get(index).checksum().hex();
    }

    private static HistoryRow row(String version, String name, @Nullable String checksum, State state) {
        return new HistoryRow(version, name, checksum, 1, Instant.EPOCH, null, "me", state, "1.0");
    }

    private static Adoption.Adopted adopted(Migrations files, int index) {
        return Adoption.Adopted.byWord(files.all().get(index));
    }

    private static List<String> shown(List<PlannedMigration> planned) {
        return planned.stream().map(PlannedMigration::toString).toList();
    }
}
