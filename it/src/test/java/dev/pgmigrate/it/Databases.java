package dev.pgmigrate.it;

import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.PostgresBinaries;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Databases that outlive a build, for builds that have to find what an earlier one left. */
final class Databases {
    private static final Path JARS =
            Path.of(System.getProperty("it.postgres", "../migration-maven-plugin/target/postgres"));
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Databases() {}

    private static final class Server {
        private static final DisposablePostgres RUNNING =
                DisposablePostgres.start(PostgresBinaries.unpack(JARS.resolve("18.jar")));
    }

    /** Returns a new database. */
    static ConnectionTarget create() {
        return Server.RUNNING.createDatabase("it_" + COUNT.incrementAndGet());
    }
}
