package dev.pgmigrate.apply.rollback;

import dev.pgmigrate.apply.plan.NotApplicableException;
import dev.pgmigrate.apply.plan.Obstacle;
import dev.pgmigrate.apply.plan.PlannedMigration;
import dev.pgmigrate.apply.plan.RollbackPlan;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Replay;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.server.ServerConnection;
import dev.pgmigrate.sql.Position;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.Nodes;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what prevents undoing a migration below others that stay: a later file that uses what it created, and
 * objects in the database that no file creates.
 */
public final class RollbackDependents {
    private final List<String> searchPath;

    private RollbackDependents(List<String> searchPath) {
        this.searchPath = searchPath;
    }

    /** The names of what a migration created: objects, and columns together with their tables. */
    private record Made(Set<QualifiedName> objects, Set<Column> columns) {}

    private record Column(QualifiedName table, String name) {}

    /**
     * Refuses {@code plan} if something that stays depends on what it undoes.
     *
     * @throws NotApplicableException if so
     */
    public static void refuse(ServerConnection connection, RollbackPlan plan) {
        List<PlannedMigration> staying = plan.staying();
        List<Obstacle> obstacles = new ArrayList<>();
        for (PlannedMigration undone : plan.chosen()) {
            Migration migration = undone.migration().orElseThrow();
            RollbackDependents dependents = new RollbackDependents(List.of(connection.searchPath()));
            Made made = dependents.made(migration);
            for (PlannedMigration later : staying) {
                later.migration()
                        .flatMap(file -> dependents.use(file, made, migration))
                        .ifPresent(obstacles::add);
            }
            obstacles.addAll(inCatalog(connection, made, migration));
        }
        if (!obstacles.isEmpty()) {
            throw new NotApplicableException(obstacles);
        }
    }

    private List<Step> steps(Migration migration) {
        return new Replay(Runner.MIGRATE, searchPath.isEmpty() ? List.of("public") : searchPath)
                .run(migration.sql())
                .steps();
    }

    private Made made(Migration migration) {
        Made made = new Made(new LinkedHashSet<>(), new LinkedHashSet<>());
        for (Step step : steps(migration)) {
            if (step.statement() instanceof Making making) {
                ObjectReference object = making.made();
                if (object != null && object.parent() == null) {
                    made.objects().add(step.before().resolve(object.name().qualified()));
                }
            } else if (step.statement() instanceof TableStatement.AlterTable alter) {
                QualifiedName table = step.before().resolve(alter.name().qualified());
                alter.actions().stream()
                        .filter(AlterTableAction.AddColumn.class::isInstance)
                        .map(action -> ((AlterTableAction.AddColumn) action)
                                .column()
                                .name()
                                .text())
                        .forEach(name -> made.columns().add(new Column(table, name)));
            }
        }
        return made;
    }

    private Optional<Obstacle> use(Migration later, Made made, Migration undone) {
        for (Step step : steps(later)) {
            Optional<String> used = used(step, made);
            if (used.isPresent()) {
                Position place =
                        later.source().position(step.statement().range().start());
                return Optional.of(new Obstacle(
                        Obstacle.Kind.NEEDED,
                        later.path(),
                        place,
                        "Migration " + later.version() + " uses " + used.get() + ", which migration " + undone.version()
                                + " created, and which remains.",
                        "Roll both back, the later one first: mvn migrate:rollback -Dmigrate.steps=…"));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> used(Step step, Made made) {
        Statement statement = step.statement();
        Set<QualifiedName> objects = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        Nodes.preOrder(statement).forEach(node -> {
            if (node instanceof ObjectName name) {
                objects.add(step.before().resolve(name.qualified()));
            } else if (node instanceof Name name) {
                names.add(name.text());
            }
        });
        for (QualifiedName object : made.objects()) {
            if (objects.contains(object)) {
                return Optional.of(object.toString());
            }
        }
        return made.columns().stream()
                .filter(column -> objects.contains(column.table()) && names.contains(column.name()))
                .map(column -> column.table() + "." + column.name())
                .findFirst();
    }

    /** Finds views and foreign keys that depend on tables of the migration and were not created with it. */
    private static List<Obstacle> inCatalog(ServerConnection connection, Made made, Migration undone) {
        Long[] oids = made.objects().stream()
                .map(name -> connection.relation(name.quoted()))
                .filter(oid -> oid != 0)
                .toArray(Long[]::new);
        return connection
                .ours()
                .query(
                        """
                        SELECT DISTINCT pg_describe_object('pg_class'::regclass, d.oid, 0), d.what FROM (
                            SELECT conrelid AS oid, 'a foreign key of ' AS what FROM pg_constraint
                            WHERE contype = 'f' AND confrelid = ANY (?::oid[])
                            UNION
                            SELECT r.ev_class, '' FROM pg_depend p JOIN pg_rewrite r ON r.oid = p.objid
                            WHERE p.classid = 'pg_rewrite'::regclass AND p.refclassid = 'pg_class'::regclass
                              AND p.refobjid = ANY (?::oid[])) AS d
                        WHERE d.oid <> ALL (?::oid[]) ORDER BY 1""",
                        row -> new Obstacle(
                                Obstacle.Kind.NEEDED,
                                undone.path(),
                                Obstacle.START,
                                "In the database " + row.getString(2) + row.getString(1) + " depends on what migration "
                                        + undone.version() + " made.",
                                "Drop or change it first, or roll back to a point before it was created."),
                        oids,
                        oids,
                        oids);
    }
}
