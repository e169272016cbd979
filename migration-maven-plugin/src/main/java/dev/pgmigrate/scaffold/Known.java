package dev.pgmigrate.scaffold;

import dev.pgmigrate.template.Execution;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a new migration beyond its name: who runs it, and what the migrations before it make.
 *
 * @param execution how the files will be executed
 * @param fragments pieces of SQL, by the hole that they fill
 * @param without the suffixes of files that are not needed, such as {@code _index}
 */
public record Known(Execution execution, Map<String, String> fragments, Set<String> without) {
    /** The suffix of the file that is only needed where the migrations show an index. */
    public static final String REINDEX = "_reindex";

    /** Nothing: what the archetype knows. */
    public static final Known NOTHING = new Known(Execution.OURS, Map.of(), Set.of(REINDEX));

    public Known {
        fragments = Map.copyOf(fragments);
        without = Set.copyOf(without);
    }

    /** Returns this with pieces that the migrations show, and without the files that they make needless. */
    public Known with(Map<String, String> more, Set<String> less) {
        return new Known(execution, more, less);
    }
}
