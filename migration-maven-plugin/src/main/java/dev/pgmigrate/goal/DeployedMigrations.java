package dev.pgmigrate.goal;

import dev.pgmigrate.apply.plan.DatabaseNotEmptyException;
import dev.pgmigrate.apply.plan.Planner;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.server.OpeningConnection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a database has of the migrations, which is all that is asked of it.
 *
 * @param pending the paths of those that it does not have
 * @param line which database that is, and how many it has
 */
record DeployedMigrations(Set<String> pending, String line) {
    static DeployedMigrations in(Database database, Migrations migrations) {
        try (OpeningConnection opening = database.opening()) {
            Set<String> pending = new Planner(opening.await(), database.history())
                    .plan(migrations).pending().stream()
                            .flatMap(planned -> planned.migration().stream())
                            .map(Migration::path)
                            .collect(Collectors.toSet());
            int applied = migrations.all().size() - pending.size();
            return new DeployedMigrations(
                    pending,
                    "Pending in " + database.target().url() + ", history " + database.history() + ": "
                            + (pending.isEmpty() ? "none, so none" : pending.size() + ", which")
                            + (pending.size() > 1 ? " are" : " is") + " proved; "
                            + applied + (applied == 1 ? " is" : " are") + " applied there and only run here.");
        } catch (DatabaseNotEmptyException e) {
            return new DeployedMigrations(
                    migrations.all().stream().map(Migration::path).collect(Collectors.toSet()),
                    "All migrations are proved: " + database.target().url() + " has no history " + database.history()
                            + " that says which are applied.");
        }
    }
}
