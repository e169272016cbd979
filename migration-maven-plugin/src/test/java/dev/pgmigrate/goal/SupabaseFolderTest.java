package dev.pgmigrate.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.lint.Rerun;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.MigrationVersion;
import dev.pgmigrate.proof.TestRows;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.TestPostgres;
import dev.pgmigrate.truth.CorpusFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Public projects for Supabase apply to its stand-in, by a role that is no superuser. */
class SupabaseFolderTest {
    /** Two small ones; {@code -Dcorpus.folders=.*} takes all. */
    private static final String CHOSEN = System.getProperty("corpus.folders", "(Razikus|mckaywrigley).*");

    /** Where the others end, each for a reason of its own, which a hosted project would give as well. */
    private static final Map<String, String> KNOWN = Map.of(
            "rafaelminatto1+dudufisio/migrations",
            "migrations/20250919120000_add_data_deletion_requests.sql:32:1 relation \"v_user_orgs\" does not exist.",
            "rafaelminatto1+dudufisio/migrations_backup",
            "migrations/20250914_005_rls_policies.sql:439:12 syntax error at or near \"SELECT\".");

    private static final MigrationVersion NONE_IS_PROVED = MigrationVersion.of("99999999999999");

    @TempDir
    private Path copies;

    @Test
    void eachApplies() throws IOException {
        Map<String, String> ends = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        for (CorpusFolder folder : CorpusFolder.all(CHOSEN, copies)) {
            if (!folder.isForSupabase()) {
                continue;
            }
            if (KNOWN.containsKey(folder.name())) {
                expected.put(folder.name(), KNOWN.get(folder.name()));
            }
            Result result = prove(folder.migrations().folders());
            result.failures().stream()
                    .findFirst()
                    .ifPresent(failure -> ends.put(folder.name(), failure.place() + " " + failure.message()));
        }
        assertThat(ends).isEqualTo(expected);
    }

    private static Result prove(MigrationFolders folders) {
        return dev.pgmigrate.goal.Test.run(new dev.pgmigrate.goal.Test.Request(
                folders,
                null,
                List.of(),
                Runner.SUPABASE,
                () -> DisposablePostgres.start(TestPostgres.binaries(18)),
                new ProofSettings(
                        Rerun.TRACKED, NONE_IS_PROVED, null, null, ProofSettings.LIMIT, TestRows.GENERATED, null)));
    }
}
