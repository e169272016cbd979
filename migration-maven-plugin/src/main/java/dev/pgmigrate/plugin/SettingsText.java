package dev.pgmigrate.plugin;

import dev.pgmigrate.sql.SourceText;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;

/** The text of a file of settings, which refuses what {@link Properties} would pass over in silence. */
final class SettingsText {
    /** A backslash that is no escape, as in a path of Windows or a pattern; {@link Properties} drops it. */
    private static final Pattern LOST_BACKSLASH = Pattern.compile("\\\\(?:\\\\|[tnrfu:=#! \\r\\n])|(\\\\.)");

    private SettingsText() {}

    /** Keeps the names that are set more than once. */
    private static final class Strict extends Properties {
        private static final long serialVersionUID = 1;

        private final Set<String> repeated = new TreeSet<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            Object previous = super.put(key, value);
            if (previous != null) {
                repeated.add(key.toString());
            }
            return previous;
        }
    }

    /**
     * Returns the settings in {@code file}.
     *
     * @throws MojoExecutionException if it cannot be read, sets a name twice, or has a backslash that would be lost
     */
    static Map<String, String> read(Path file) throws MojoExecutionException {
        Strict properties = new Strict();
        try {
            String text = Files.readString(file);
            String own = text.startsWith(SourceText.BYTE_ORDER_MARK) ? text.substring(1) : text;
            properties.load(new StringReader(own));
            Matcher lost = LOST_BACKSLASH.matcher(withoutComments(own));
            while (lost.find()) {
                if (lost.group(1) != null) {
                    throw new MojoExecutionException(
                            "The file " + file + " has " + lost.group(1)
                                    + ", of which the backslash would be lost. Write / in a path, and two backslashes elsewhere.");
                }
            }
        } catch (CharacterCodingException e) {
            throw new MojoExecutionException("The file " + file + " is not UTF-8. Save it as UTF-8.", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new MojoExecutionException("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
        if (!properties.repeated.isEmpty()) {
            throw new MojoExecutionException("The file " + file + " sets " + String.join(", ", properties.repeated)
                    + " more than once. Keep one line of each.");
        }
        Map<String, String> settings = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(name -> settings.put(name, properties.getProperty(name).strip()));
        return settings;
    }

    private static String withoutComments(String text) {
        return text.replaceAll("(?m)^[ \\t]*[#!].*$", "");
    }
}
