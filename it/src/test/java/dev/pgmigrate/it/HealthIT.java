package dev.pgmigrate.it;

import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.ServerConnection;
import org.junit.jupiter.api.Test;

class HealthIT {
    @Test
    void examinesWhatTheFilesMakeAndADatabase() {
        ConnectionTarget database = Databases.create();
        MavenBuild build = ApplyScenarios.build(database);
        build.run("migrate:health").succeeded().says("Health of the schema that the migrations make:");
        try (ServerConnection connection = ServerConnection.open(database)) {
            connection.execute("CREATE TABLE by_hand (line text)");
        }

        build.run("migrate:health", ApplyScenarios.url(database))
                .succeeded()
                .says("warning: `public.by_hand` has no primary key. (health-missing-primary-key) Add one")
                .says("Largest: public.by_hand ");

        build.run(
                        "migrate:check",
                        "migrate:test",
                        "-Dmigrate.health",
                        "-Dmigrate.categories=health=error",
                        "-Dmigrate.rules=health-serial-column=off")
                .succeeded()
                .says("Health of the schema that the migrations make: 0 remarks.");
        build.run("migrate:health", ApplyScenarios.url(database), "-Dmigrate.categories=health=error")
                .failed()
                .says("(health-missing-primary-key)");
    }
}
