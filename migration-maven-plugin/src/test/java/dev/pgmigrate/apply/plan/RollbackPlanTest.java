package dev.pgmigrate.apply.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.foreign.Adoption;
import dev.pgmigrate.apply.history.HistoryRow;
import dev.pgmigrate.apply.history.HistoryRow.State;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rollbacks are chosen, in which order, and what keeps them from running. */
class RollbackPlanTest {
    @TempDir
    private Path base;

    private final List<HistoryRow> rows = new ArrayList<>();

    @BeforeEach
    void makeTheFolderOfRollbacks() throws IOException {
        Files.createDirectories(base.resolve("rollback"));
    }

    @Test
    void goesBackInTheReverseOrderOfApplying() {
        applied("002_b", "003_c", "001_a");

        assertThat(chosen(new RollbackTarget.Newest(1))).containsExactly("001");
        assertThat(chosen(new RollbackTarget.Newest(3))).containsExactly("001", "003", "002");
        assertThat(chosen(new RollbackTarget.To("2"))).containsExactly("001", "003");
        assertThat(chosen(new RollbackTarget.To("001"))).isEmpty();
        assertThat(chosen(new RollbackTarget.Only("003"))).containsExactly("003");
        assertThat(RollbackPlan.of(plan(), new RollbackTarget.Newest(2)).rollbacks())
                .extracting(Migration::path)
                .containsExactly("rollback/001_a.sql", "rollback/003_c.sql");
    }

    @Test
    void whatWasAppliedAfterTheChosenOneStays() {
        applied("001_a", "002_b", "003_c");

        assertThat(RollbackPlan.of(plan(), new RollbackTarget.Only("002")).staying())
                .extracting(PlannedMigration::version)
                .containsExactly("003");
        assertThat(RollbackPlan.of(plan(), new RollbackTarget.Newest(2)).staying())
                .isEmpty();
        assertThat(RollbackPlan.of(plan(), new RollbackTarget.To("3")).staying())
                .isEmpty();
    }

    /** The row is found by the version that it has, however the file spells it. */
    @Test
    void rollbackHasTheVersionOfTheRow() {
        with("001_a", "SELECT 1;", "SELECT 2;");
        rows.add(row("1", "a", State.APPLIED));

        assertThat(RollbackPlan.of(plan(), new RollbackTarget.Newest(1)).rollbacks())
                .extracting(rollback -> rollback.version().toString())
                .containsExactly("1");
    }

    @Test
    void whatAnotherToolHasAppliedSinceIsInTheWay() {
        applied("001_a");
        Adoption flyway = new Adoption(
                "flyway_schema_history", List.of(), List.of(new Adoption.Unmatched("2", "b", false)), List.of());
        Plan plan = plan().with(List.of(flyway), List.of());

        assertThatThrownBy(() -> RollbackPlan.of(plan, new RollbackTarget.Newest(1)))
                .isInstanceOfSatisfying(
                        NotApplicableException.class,
                        e -> assertThat(e.obstacles())
                                .extracting(Obstacle::kind)
                                .containsExactly(Obstacle.Kind.ELSEWHERE));
    }

    @Test
    void withoutAnythingAppliedThereIsNothingToRollBack() {
        assertThat(chosen(new RollbackTarget.Newest(1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "steps 0, migrate.steps is 0.",
        "steps -2, migrate.steps is -2.",
        "steps 3, 'migrate.steps is 3, but 2 migrations are applied.'",
        "to 9, 'Version 9 is not applied; the newest that is, is 002.'",
        "to 0, Version 0 is not applied.",
        "only 9, Version 9 is not applied."
    })
    void refusesATargetThatIsNotApplied(String target, String message) {
        applied("001_a", "002_b");
        String[] words = target.split(" ", -1);

        NotApplicableException e = refusal(
                switch (words[0]) {
                    case "steps" -> new RollbackTarget.Newest(Integer.parseInt(words[1]));
                    case "to" -> new RollbackTarget.To(words[1]);
                    default -> new RollbackTarget.Only(words[1]);
                });

        assertThat(e.obstacles()).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.kind()).isEqualTo(Obstacle.Kind.UNKNOWN_TARGET);
            assertThat(obstacle.message()).isEqualTo(message);
            assertThat(obstacle.advice()).isNotBlank();
        });
    }

    @Test
    void refusesStepsBeyondTheOnlyOne() {
        applied("001_a");

        assertThat(refusal(new RollbackTarget.Newest(2)).obstacles())
                .singleElement()
                .extracting(Obstacle::message)
                .isEqualTo("migrate.steps is 2, but 1 migration is applied.");
        rows.clear();
        assertThat(refusal(new RollbackTarget.To("1")).obstacles())
                .singleElement()
                .extracting(Obstacle::message)
                .isEqualTo("Version 1 is not applied.");
    }

    @Test
    void aHistoryThatHasChangedSinceIsRefused() {
        applied("001_a", "002_b");
        RollbackPlan shown = RollbackPlan.of(plan(), new RollbackTarget.Newest(1));

        assertThat(shown.stillIn(plan())).extracting(Migration::path).containsExactly("rollback/002_b.sql");
        rows.remove(1);
        assertThatThrownBy(() -> shown.stillIn(plan()))
                .isInstanceOfSatisfying(
                        NotApplicableException.class,
                        e -> assertThat(e.obstacles())
                                .extracting(Obstacle::kind)
                                .containsExactly(Obstacle.Kind.CHANGED_MEANWHILE));
    }

    /** Each version has something else that keeps it from being rolled back. */
    @Test
    void saysOfEachVersionWhatIsInTheWayAndHowToGoOn() {
        applied("002_changed", "006_twin", "007_broken");
        rows.add(row("001", "base", State.BASELINE));
        rows.add(row("000", "gone", State.APPLIED));
        rows.add(row("009", "newer", State.APPLIED));
        rows.set(0, new HistoryRow("002", "changed", "other", 1, Instant.EPOCH, null, "me", State.APPLIED, "1.0"));
        with("001_base", "CREATE VIEW v AS SELECT 1;", "DROP VIEW v;");
        with("003_irreversible", "-- migrate:irreversible reason=\"the rows are gone\"\nCREATE TABLE x ();", "");
        with("004_none", "ALTER TABLE x ADD COLUMN y int;", "");
        with("005_stub", "SELECT 1;", "-- TODO\n");
        with("006_other", "SELECT 1;", "");
        with("007_broken", "SELECT 7;", "SELEC 7;");
        rows.add(row("003", "irreversible", State.APPLIED));
        rows.add(row("004", "none", State.APPLIED));
        rows.add(row("005", "stub", State.APPLIED));

        assertThat(refusal(new RollbackTarget.Newest(9)).obstacles())
                .extracting(obstacle -> obstacle.path() + ":" + obstacle.position() + " " + obstacle.kind() + " "
                        + obstacle.advice().replaceAll(".*(kind=\\S+ -D\\S+).*", "$1"))
                .containsExactlyInAnyOrder(
                        "migrations/001_base.sql:1:1 BASELINE kind=view -Dname=undo_base",
                        "000_gone:1:1 MISSING Run this in a checkout that has both.",
                        "009_newer:1:1 MISSING Run this in a checkout that has both.",
                        "migrations/002_changed.sql:1:1 CHANGED Restore the file, or accept the change first: mvn"
                                + " migrate:repair",
                        "migrations/003_irreversible.sql:1:1 NO_ROLLBACK kind=blank -Dname=undo_irreversible",
                        "migrations/004_none.sql:1:1 NO_ROLLBACK kind=drop-column -Dname=undo_none",
                        "migrations/005_stub.sql:1:1 NO_ROLLBACK kind=blank -Dname=undo_stub",
                        "migrations/006_twin.sql:1:1 DUPLICATE_VERSION Give the one that is not applied anywhere a new"
                                + " version.",
                        "rollback/007_broken.sql:1:1 SYNTAX Correct the statement.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TYPE t ADD VALUE 'b' | enum-recreate",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1' | function",
                "CREATE TRIGGER x BEFORE INSERT ON t EXECUTE FUNCTION f() | trigger",
                "CREATE POLICY p ON t | policy",
                "ALTER TABLE t DROP COLUMN a | blank",
                "SELECT 1; DROP VIEW v | blank",
                "SELECT 1; ALTER VIEW v RENAME TO w; CREATE POLICY p ON t | policy"
            })
    void theWayForwardBeginsWithTheTemplateForWhatWasDone(String sql, String kind) {
        with("001_a", sql + ";", "");
        rows.add(row("001", "a", State.APPLIED));

        assertThat(refusal(new RollbackTarget.Newest(1)).obstacles())
                .singleElement()
                .extracting(Obstacle::advice)
                .asString()
                .contains("-Dof=001", "-Dkind=" + kind + " -Dname=undo_a");
    }

    /** What it has left may stand on what is to be undone; it matters to all but a rollback of one version. */
    @Test
    void aLaterFileThatFailedWithoutATransactionHasToFinishFirst() {
        applied("001_a");
        with("002_half", "-- migrate:transaction off\nCREATE TABLE x ();\nSELECT nix;", "");
        with("003_whole", "SELECT nix;", "");
        rows.add(row("002", "half", State.FAILED));
        rows.add(row("003", "whole", State.FAILED));

        assertThat(refusal(new RollbackTarget.Newest(1)).obstacles())
                .extracting(obstacle -> obstacle.path() + " " + obstacle.kind())
                .containsExactly("migrations/002_half.sql NEEDED");
        assertThat(chosen(new RollbackTarget.Only("001"))).containsExactly("001");
        applied("004_d");
        assertThat(chosen(new RollbackTarget.Newest(1))).containsExactly("004");
    }

    private List<String> chosen(RollbackTarget target) {
        return RollbackPlan.of(plan(), target).chosen().stream()
                .map(PlannedMigration::version)
                .toList();
    }

    private NotApplicableException refusal(RollbackTarget target) {
        return catchThrowableOfType(NotApplicableException.class, () -> RollbackPlan.of(plan(), target));
    }

    private Plan plan() {
        Migrations files = new Folder(base).read();
        return Plan.of(files, rows, Set.of());
    }

    /** Writes files with their rollbacks, and rows that say that they are applied in this order. */
    private void applied(String... names) {
        for (String name : names) {
            with(name, "SELECT 1;", "SELECT 2;");
            rows.add(row(name.substring(0, 3), name.substring(4), State.APPLIED));
        }
    }

    private void with(String name, String sql, String rollback) {
        new Folder(base).with(name + ".sql", sql);
        if (!rollback.isEmpty()) {
            new Folder(base).with("../rollback/" + name + ".sql", rollback);
        }
    }

    private HistoryRow row(String version, String name, State state) {
        return new HistoryRow(version, name, null, rows.size() + 1, Instant.EPOCH, null, "me", state, "1.0");
    }
}
