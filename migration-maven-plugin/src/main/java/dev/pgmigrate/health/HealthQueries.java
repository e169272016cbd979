package dev.pgmigrate.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The queries of pg-index-health, which are texts in its jar: none of its classes is loaded. And our own. */
final class HealthQueries implements AutoCloseable {
    private final ZipFile library;

    /** @param jar pg-index-health-core */
    HealthQueries(Path jar) {
        try {
            this.library = new ZipFile(jar.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns our query of this name, or the library's. */
    HealthQuery of(String name) {
        String file = name + ".sql";
        ZipEntry entry = library.getEntry("sql/" + file);
        try (InputStream in = entry == null ? ours(file) : library.getInputStream(entry)) {
            return query(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a query that the library lacks. */
    static HealthQuery own(String name) {
        try (InputStream in = ours(name + ".sql")) {
            return query(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable InputStream ours(String file) {
        return HealthQueries.class.getResourceAsStream(file);
    }

    private static HealthQuery query(String name, @Nullable InputStream in) throws IOException {
        if (in == null) {
            throw new IllegalStateException("Not the expected version of pg-index-health: it has no " + name);
        }
        return new HealthQuery(new String(in.readAllBytes(), UTF_8));
    }

    @Override
    public void close() {
        try {
            library.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
