package dev.pgmigrate.sql;

import dev.pgmigrate.sql.parser.SqlParser;
import dev.pgmigrate.sql.parser.SqlScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads and parses the SQL files below the given folders in a fresh JVM, as a build does it:
 *
 * <pre>{@code time java -cp target/classes:target/test-classes dev.pgmigrate.sql.ColdParse 350 2500000 <folder>…}</pre>
 *
 * <p>It takes so many files and bytes and leaves the rest.
 */
public final class ColdParse {
    private ColdParse() {}

    public static void main(String[] arguments) throws IOException {
        int maxFiles = Integer.parseInt(arguments[0]);
        long maxBytes = Long.parseLong(arguments[1]);
        int files = 0;
        long bytes = 0;
        int statements = 0;
        for (String folder : List.of(arguments).subList(2, arguments.length)) {
            try (Stream<Path> paths = Files.walk(Path.of(folder))) {
                for (Path path : paths.filter(path -> path.toString().endsWith(".sql")).sorted().toList()) {
                    long size = Files.size(path);
                    if (files < maxFiles && bytes + size <= maxBytes) {
                        files++;
                        bytes += size;
                        String text = Files.readString(path, StandardCharsets.UTF_8);
                        SqlScript script = SqlParser.parse(SourceText.of(text));
                        statements += script.statements().size();
                    }
                }
            }
        }
        System.out.printf("%d files, %,d bytes, %d statements%n", files, bytes, statements);
    }
}
