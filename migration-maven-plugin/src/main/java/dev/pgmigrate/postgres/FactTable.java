package dev.pgmigrate.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Facts that are kept as text beside the class that knows what they mean: one a line, with comments behind {@code #}. */
public final class FactTable {
    private FactTable() {}

    /** Returns the lines of the resource {@code name} beside {@code reader}, without those that are blank or a comment. */
    public static List<String> lines(Class<?> reader, String name) {
        List<String> facts = new ArrayList<>();
        try (InputStream resource = reader.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is missing beside " + reader.getName());
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    facts.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableList(facts);
    }
}
