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

    private static final class Newest {
        private static final DisposablePostgres RUNNING = start("18.jar");
    }

    private static final class Oldest {
        private static final DisposablePostgres RUNNING = start("14.jar");
    }

    private static DisposablePostgres start(String jar) {
        return DisposablePostgres.start(PostgresBinaries.unpack(JARS.resolve(jar)));
    }

    /** Returns a new database of PostgreSQL 18. */
    static ConnectionTarget create() {
        return Newest.RUNNING.createDatabase(name());
    }

    /** Returns a new database of PostgreSQL 14. */
    static ConnectionTarget createOnFourteen() {
        return Oldest.RUNNING.createDatabase(name());
    }

    private static String name() {
        return "it_" + COUNT.incrementAndGet();
    }
}
