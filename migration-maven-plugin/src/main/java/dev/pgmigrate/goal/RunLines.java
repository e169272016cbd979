package dev.pgmigrate.goal;

import dev.pgmigrate.apply.plan.Plan;
import dev.pgmigrate.apply.run.AppliedMigration;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.Migrations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table of migrations as it is after some of them ran, forward or back. */
final class RunLines {
    private RunLines() {}

    /**
     * Returns the table after applying.
     *
     * @param ended the state of the migration that was begun and not applied
     */
    static List<FileLine> applied(
            Migrations migrations, Plan plan, List<AppliedMigration> done, Map<MigrationVersion, FileState> ended) {
        return files(migrations, plan, done, FileState.APPLIED, ended);
    }

    /**
     * Returns the table after rolling back.
     *
     * @param ended the state of the migration whose rollback was begun and not finished
     */
    static List<FileLine> reverted(
            Migrations migrations, Plan plan, List<AppliedMigration> done, Map<MigrationVersion, FileState> ended) {
        return files(migrations, plan, done, FileState.REVERTED, ended);
    }

    private static List<FileLine> files(
            Migrations migrations,
            Plan plan,
            List<AppliedMigration> done,
            FileState state,
            Map<MigrationVersion, FileState> ended) {
        Map<MigrationVersion, String> now = new HashMap<>();
        for (AppliedMigration migration : done) {
            now.put(
                    migration.migration().version(),
                    "now, " + migration.duration().toMillis() + " ms"
                            + (migration.tries() > 1 ? ", after " + migration.tries() + " tries" : ""));
        }
        return PlanLines.files(migrations, plan).stream()
                .map(line -> {
                    if (!MigrationVersion.isVersion(line.version())) {
                        return line;
                    }
                    MigrationVersion version = MigrationVersion.of(line.version());
                    String remark = now.get(version);
                    if (remark != null) {
                        return new FileLine(line.path(), line.version(), line.name(), state, remark);
                    }
                    FileState end = ended.get(version);
                    return end == null ? line : new FileLine(line.path(), line.version(), line.name(), end, "");
                })
                .toList();
    }
}
