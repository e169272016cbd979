package dev.pgmigrate.proof;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.proof.rows.MadeUpRows;
import dev.pgmigrate.proof.rows.WrittenTables;
import dev.pgmigrate.replay.Runner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to run on a disposable database, and what to prove.
 *
 * @param preludes what has to be there before the first migration, such as the roles of a hosted service
 * @param migrations all of them, in order
 * @param proved the paths of those that are proved; the others are only run
 * @param seeds the rows to insert, by the version after which they are there
 * @param last what runs after all migrations, such as the rows of a local database
 * @param runner the tool that runs the files in production
 * @param searchPath the schemas of names without one; empty for the server's own
 * @param limit how long a file may run; zero means for ever
 * @param role who runs the migrations
 * @param rows which rows tables have that no seed fills
 */
public record ProofPlan(
        List<SqlFile> preludes,
        List<Migration> migrations,
        Set<String> proved,
        Map<MigrationVersion, List<SqlFile>> seeds,
        List<SqlFile> last,
        Runner runner,
        List<String> searchPath,
        Duration limit,
        TestRole role,
        TestRows rows) {
    public ProofPlan {
        preludes = List.copyOf(preludes);
        migrations = List.copyOf(migrations);
        proved = Set.copyOf(proved);
        seeds = Map.copyOf(seeds);
        last = List.copyOf(last);
        searchPath = List.copyOf(searchPath);
    }

    /** Returns a plan that only runs the migrations, without a limit. */
    static ProofPlan replay(List<SqlFile> preludes, List<Migration> migrations, Runner runner) {
        return new ProofPlan(
                preludes,
                migrations,
                Set.of(),
                Map.of(),
                List.of(),
                runner,
                List.of(),
                Duration.ZERO,
                TestRole.SUPERUSER,
                TestRows.NONE);
    }

    /** Returns the same plan that proves others. */
    ProofPlan proving(Set<String> others) {
        return new ProofPlan(preludes, migrations, others, seeds, last, runner, searchPath, limit, role, rows);
    }

    /** Returns the same plan with other rows. */
    public ProofPlan with(TestRows other) {
        return new ProofPlan(preludes, migrations, proved, seeds, last, runner, searchPath, limit, role, other);
    }

    /** Returns the rows to make up: of tables that no file fills. */
    MadeUpRows madeUpRows() {
        if (rows == TestRows.NONE || proved.isEmpty()) {
            return MadeUpRows.none();
        }
        List<SqlFile> files = new ArrayList<>(last);
        migrations.forEach(migration -> files.add(migration.sql()));
        seeds.values().forEach(files::addAll);
        return MadeUpRows.except(WrittenTables.of(files));
    }

    /** Returns the plan for a database that has what the prelude of Supabase stands in for. */
    public ProofPlan withoutStandIn() {
        List<SqlFile> left = preludes.stream()
                .filter(prelude -> !Preludes.isSupabase(prelude))
                .toList();
        return new ProofPlan(left, migrations, proved, seeds, last, runner, searchPath, limit, role, rows);
    }
}
