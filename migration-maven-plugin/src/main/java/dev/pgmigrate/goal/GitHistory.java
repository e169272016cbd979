package dev.pgmigrate.goal;

import dev.pgmigrate.migration.Git;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Says what git remembers of files; where git is not installed, or they are in no repository, nothing is known. */
final class GitHistory {
    private static final String MOST_VERSIONS = "50";

    private GitHistory() {}

    /** Returns when a file was first committed under its present name; nothing if it was not yet. */
    static Optional<Instant> firstCommitted(Path file) {
        String name = file.getFileName().toString();
        return Git.ask(file.resolveSibling(""), "log", "--no-renames", "--diff-filter=A", "--format=%ct", "--", name)
                .filter(times -> !times.isEmpty())
                .map(times -> times.substring(times.lastIndexOf('\n') + 1))
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)));
    }

    /** Returns the newest committed text of a file for which {@code condition} holds; nothing where git has none. */
    static Optional<String> committedText(Path file, Predicate<String> condition) {
        Path folder = file.resolveSibling("");
        String name = file.getFileName().toString();
        return Git.ask(folder, "log", "-n", MOST_VERSIONS, "--format=%H", "--", name).stream()
                .flatMap(String::lines)
                .flatMap(commit -> Git.answer(folder, "show", commit + ":./" + name).stream())
                .filter(condition)
                .findFirst();
    }

    /**
     * Returns the files that differ from where the work on {@code reference} and the present work parted: changed, added or
     * not yet known to git.
     *
     * @throws AcceptanceException if the folder is in no repository, or there is no such reference
     */
    static Set<Path> changedSince(Path folder, String reference) {
        Path top = top(folder, reference);
        String base = base(folder, reference);
        Set<Path> changed = new HashSet<>();
        for (String names : List.of(
                Git.ask(top, "diff", "--name-only", "--no-renames", "-z", base).orElse(""),
                Git.ask(top, "ls-files", "--others", "--exclude-standard", "-z").orElse(""))) {
            for (String name : names.split("\0", -1)) {
                changed.add(top.resolve(name));
            }
        }
        return changed;
    }

    /**
     * Returns the texts that SQL files in some folders had where the work on {@code reference} and the present work parted,
     * of those that are changed or gone by now.
     *
     * @throws AcceptanceException if the folder is in no repository, or there is no such reference
     */
    static Map<Path, String> textsSince(Path folder, String reference, List<Path> folders) {
        Path top = top(folder, reference);
        String base = base(folder, reference);
        Map<Path, String> texts = new HashMap<>();
        for (Path location : folders) {
            String names = Git.ask(
                            top,
                            "diff",
                            "--name-only",
                            "--no-renames",
                            "--diff-filter=MD",
                            "-z",
                            base,
                            "--",
                            location.toString())
                    .orElse("");
            for (String name : names.split("\0", -1)) {
                if (name.endsWith(".sql")) {
                    Git.answer(top, "show", base + ":" + name).ifPresent(text -> texts.put(top.resolve(name), text));
                }
            }
        }
        return texts;
    }

    /** Tells whether two names are of one folder, which a link may have two of. */
    static boolean isSame(Path folder, Path other) {
        try {
            return folder.toRealPath().equals(other.toRealPath());
        } catch (IOException gone) {
            return false;
        }
    }

    private static Path top(Path folder, String reference) {
        return Git.ask(folder, "rev-parse", "--show-toplevel")
                .map(Path::of)
                .orElseThrow(() -> new AcceptanceException("migrate.since asks git what changed since " + reference
                        + ", and " + folder + " is in no git repository, or git is not installed."));
    }

    private static String base(Path folder, String reference) {
        return Optional.of(reference)
                .filter(name -> !name.startsWith("-"))
                .flatMap(name -> Git.ask(folder, "merge-base", name, "HEAD"))
                .orElseThrow(() -> new AcceptanceException("migrate.since is \"" + reference
                        + "\", and git finds no common commit with it. Fetch it, or name another reference."));
    }
}
