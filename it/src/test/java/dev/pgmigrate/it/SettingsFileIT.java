package dev.pgmigrate.it;

import org.junit.jupiter.api.Test;

class SettingsFileIT {
    @Test
    void thePomAndTheCommandLineWin() {
        MavenBuild build =
                MavenBuild.of("check-fails-on-unsafe-index").write("migrate.properties", "migrate.failOn=never\n");

        build.run("verify").succeeded();
        build.run("verify", "-Dmigrate.failOn=error").failed();
    }
}
