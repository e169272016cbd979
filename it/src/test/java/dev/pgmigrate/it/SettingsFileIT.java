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

    @Test
    void whatIsMisspeltIsNamed() {
        MavenBuild build = MavenBuild.of("check-fails-on-unsafe-index");

        build.run("migrate:lint", "-Dmigrate.failon=never")
                .couldNotRun()
                .says("There is no parameter migrate.failon, so -Dmigrate.failon would do nothing."
                        + " Did you mean migrate.failOn?");
        build.replace("pom.xml", "<executions>", "<configuration><failon>never</failon></configuration><executions>")
                .run("migrate:lint")
                .failed()
                .says("The pom configures <failon>, which no goal knows. Did you mean failOn?");
        build.write("migrate.properties", "migrate.lintfrom=1")
                .run("migrate:lint")
                .couldNotRun()
                .says("sets migrate.lintfrom, which is not a parameter. Did you mean migrate.lintFrom?");
    }
}
