import dev.pgmigrate.server.ConnectionTarget;
import dev.pgmigrate.server.DisposablePostgres;
import dev.pgmigrate.server.PostgresBinaries;
import java.io.IOException;
import java.nio.file.Path;

/** Starts the PostgreSQL of a jar of its binaries, prints its URL and password, and stops it when its input ends. */
class Server {
    public static void main(String[] args) throws IOException {
        try (DisposablePostgres server = DisposablePostgres.start(PostgresBinaries.unpack(Path.of(args[0])))) {
            ConnectionTarget database = server.createDatabase("benchmark");
            System.out.println(database.url().replace("jdbc:postgresql://", "postgres://" + database.user() + "@") + " "
                    + database.passwordOrNull());
            System.in.readAllBytes();
        }
    }
}
