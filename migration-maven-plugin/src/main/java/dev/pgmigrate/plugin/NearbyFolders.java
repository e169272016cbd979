package dev.pgmigrate.plugin;

import dev.pgmigrate.migration.MigrationFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds folders with migrations around one that has none: in a folder above it, or in a few levels of those below. */
final class NearbyFolders {
    private static final int LEVELS = 3;
    private static final Set<String> OF_TOOLS = Set.of("node_modules", "target", "build", "dist", "vendor");

    private NearbyFolders() {}

    /** Returns where a goal should have been started, as a sentence; empty where no folder is near. */
    static Optional<String> advice(Path base) {
        Path root = base.toAbsolutePath().normalize();
        Path above = root.getParent();
        for (int level = 0; level < LEVELS && above != null; level++) {
            Optional<Path> found = usual(above).findFirst();
            if (found.isPresent()) {
                Path project = project(found.get());
                return Optional.of("Start in " + project + ", which has " + shown(project, found.get()) + ".");
            }
            above = above.getParent();
        }
        List<String> below = below(root, LEVELS)
                .distinct()
                .map(folder -> shown(root, folder))
                .toList();
        return below.isEmpty()
                ? Optional.empty()
                : Optional.of("Start in a folder below, or name one: -Dmigrate.locations=" + below.get(0)
                        + (below.size() == 1
                                ? "."
                                : " (also " + String.join(", ", below.subList(1, below.size())) + ")."));
    }

    private static Stream<Path> usual(Path folder) {
        return MigrationFolders.USUAL.stream().map(folder::resolve).filter(Files::isDirectory);
    }

    /** Returns the folder of the project: {@code migrations} may be that of {@code db/migrations}. */
    private static Path project(Path migrations) {
        int names = MigrationFolders.USUAL.stream()
                .map(Path::of)
                .filter(migrations::endsWith)
                .mapToInt(Path::getNameCount)
                .max()
                .orElse(1);
        return migrations.resolve("../".repeat(names)).normalize();
    }

    private static Stream<Path> below(Path folder, int levels) {
        return levels == 0
                ? Stream.empty()
                : children(folder).stream().flatMap(child -> Stream.concat(usual(child), below(child, levels - 1)));
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory)
                    .filter(child -> !Files.isSymbolicLink(child)
                            && !isOfATool(child.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            // A folder that cannot be read has nothing to suggest.
            return List.of();
        }
    }

    private static boolean isOfATool(String name) {
        return name.startsWith(".") || OF_TOOLS.contains(name);
    }

    private static String shown(Path base, Path folder) {
        return base.relativize(folder).toString().replace('\\', '/');
    }
}
