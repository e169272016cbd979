package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.Folder;
import dev.pgmigrate.apply.MigratorSettings;
import dev.pgmigrate.apply.history.HistoryTable;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.apply.plan.RollbackPlan;
import dev.pgmigrate.apply.plan.RollbackTarget;
import dev.pgmigrate.goal.Acceptance;
import dev.pgmigrate.goal.Lint;
import dev.pgmigrate.goal.Result;
import dev.pgmigrate.lint.LintSettings;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Applies a folder in a process of its own, for what only a process shows: a signal, the options of its JVM. */
final class ApplierProcess {
    /** The line that the process writes once it is connected. */
    static final String BEGINS = "begins";

    /** The option of the JVM with which the process lints the files before it applies them. */
    static final String LINT = "-Dapplier.lint=true";

    private static final String PASSWORD = "APPLIER_PASSWORD";

    private ApplierProcess() {}

    /** Returns a process that is yet to be started; its exit code is 0 if everything was applied, or with {@code
     * -Dapplier.rollback=<version>} rolled back. */
    static ProcessBuilder builder(Path folder, ConnectionTarget database, String... jvmOptions) {
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                ApplierProcess.class.getName(),
                folder.toString(),
                database.url()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put(PASSWORD, String.valueOf(database.passwordOrNull()));
        return builder;
    }

    public static void main(String[] args) {
        ConnectionTarget database =
                new ConnectionTarget(args[1], "postgres", System.getenv(PASSWORD), Map.of("sslmode", "disable"));
        try (ServerConnection worker = ServerConnection.open(database)) {
            System.out.println(BEGINS);
            Migrations migrations = new Folder(Path.of(args[0])).read();
            if (Boolean.getBoolean("applier.lint")) {
                Result result =
                        Lint.run(new Lint.Request(migrations.folders(), LintSettings.defaults(), Acceptance.NOTHING));
                System.out.println(result.findings().size() + " findings");
            }
            Migrator migrator = new Migrator(worker, MigratorSettings.defaults("test"), MigratorListener.NONE);
            String to = System.getProperty("applier.rollback");
            ApplyResult result = to == null
                    ? migrator.apply(migrations)
                    : migrator.rollBack(
                            migrations,
                            RollbackPlan.of(
                                    new Planner(worker, HistoryTable.DEFAULT).plan(migrations),
                                    new RollbackTarget.To(to)));
            System.exit(result.failure().isPresent() ? 1 : 0);
        }
    }
}
