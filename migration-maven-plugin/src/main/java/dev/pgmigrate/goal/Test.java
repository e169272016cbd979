package dev.pgmigrate.goal;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.migration.RejectedFile;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.proof.Proof;
import dev.pgmigrate.proof.Prover;
import dev.pgmigrate.proof.ReplayFailure;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.sql.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Proves migrations on a disposable server: they apply to an empty database, one after the other. */
public final class Test {
    private static final String DATABASE = "migrate_test";

    private Test() {}

    /**
     * What to prove, and where.
     *
     * @param preludes what runs before the first migration
     * @param searchPath the schemas of names without one; empty for the server's own
     * @param server starts the server, once it is clear that there is something to run
     */
    public record Request(
            MigrationFolders folders,
            List<SqlFile> preludes,
            List<String> searchPath,
            Supplier<DisposablePostgres> server) {
        public Request {
            preludes = List.copyOf(preludes);
            searchPath = List.copyOf(searchPath);
        }
    }

    public static Result run(Request request) {
        Migrations migrations = Migrations.read(request.folders());
        if (!migrations.rejected().isEmpty() || migrations.isEmpty()) {
            return result(request, migrations, new Proof(List.of(), null), List.of());
        }
        try (DisposablePostgres server = request.server().get()) {
            ConnectionTarget database = server.createDatabase(DATABASE);
            if (!request.searchPath().isEmpty()) {
                database = database.with("currentSchema", String.join(",", request.searchPath()));
            }
            Proof proof = new Prover(database).replay(request.preludes(), migrations.all());
            return result(
                    request,
                    migrations,
                    proof,
                    List.of("Ran on a disposable PostgreSQL " + server.version() + ", which is gone again."));
        }
    }

    private static Result result(Request request, Migrations migrations, Proof proof, List<String> notes) {
        List<Failure> failures = new ArrayList<>(rejected(migrations));
        proof.failure().map(Test::failure).ifPresent(failures::add);
        Map<String, SourceText> sources = new HashMap<>(Judgement.sources(migrations));
        request.preludes().forEach(prelude -> sources.put(prelude.path(), prelude.source()));
        List<String> all = new ArrayList<>(notes);
        if (migrations.isEmpty()) {
            all.add("There are no migrations yet, so there is nothing to prove.");
        }
        Result result = new Result(
                "test",
                migrations.folders().base(),
                files(migrations, proof),
                migrations.ignored(),
                List.of(),
                List.of(),
                failures,
                all,
                !failures.isEmpty(),
                sources);
        return failures.isEmpty() ? result : Secrets.in(migrations).hide(result);
    }

    /** Returns a failure for each file that is no migration although it looks like one. */
    static List<Failure> rejected(Migrations migrations) {
        List<Failure> failures = new ArrayList<>();
        for (RejectedFile file : migrations.rejected()) {
            failures.add(new Failure(
                    file.message(),
                    file.advice(),
                    file.path(),
                    file.source().position(file.range().start()),
                    file.source().position(file.range().end()),
                    "",
                    null));
        }
        return failures;
    }

    private static List<FileLine> files(Migrations migrations, Proof proof) {
        Map<Migration, Proof.Passed> passed = new HashMap<>();
        proof.passed().forEach(done -> passed.put(done.migration(), done));
        List<FileLine> files = new ArrayList<>();
        for (FileLine file : Judgement.files(migrations)) {
            if (file.state() == FileState.REJECTED) {
                files.add(file);
            }
        }
        for (Migration migration : migrations.all()) {
            Proof.Passed done = passed.get(migration);
            boolean failed = proof.failure()
                    .filter(failure -> failure.file() == migration.sql())
                    .isPresent();
            FileState state = done != null ? FileState.PASSED : failed ? FileState.FAILED : FileState.NOT_RUN;
            String remark = done == null ? "" : done.duration().toMillis() + " ms";
            files.add(new FileLine(migration.path(), migration.version().toString(), migration.name(), state, remark));
        }
        return files;
    }

    static Failure failure(ReplayFailure failure) {
        SourceText source = failure.file().source();
        return new Failure(
                failure.reason(),
                "",
                failure.file().path(),
                source.position(failure.place().start()),
                source.position(failure.place().end()),
                failure.statementText(),
                failure.errorOrNull());
    }
}
