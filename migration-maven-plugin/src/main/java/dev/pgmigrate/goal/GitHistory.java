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

/** Reads the history of files from git; it is empty where git is not installed or the files are in no repository. */
final class GitHistory {
    private static final String MOST_VERSIONS = "50";

    private GitHistory() {}

    /** Returns when a file was first committed under its present name; empty if it never was. */
    static Optional<Instant> firstCommitted(Path file) {
        String name = file.getFileName().toString();
        return Git.ask(file.resolveSibling(""), "log", "--no-renames", "--diff-filter=A", "--format=%ct", "--", name)
                .filter(times -> !times.isEmpty())
                .map(times -> times.substring(times.lastIndexOf('\n') + 1))
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)));
    }

    /** Returns the newest committed text of a file for which {@code condition} holds; empty if git has none. */
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
     * Returns the files that differ from the merge base with {@code reference}: changed, added or not yet tracked.
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
     * Returns the texts that SQL files in some folders had at the merge base with {@code reference}, for the files that
     * have changed or are gone since.
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

    /** Returns whether two names mean the same folder, which can have several through links. */
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
                        + ", and " + folder + " is not in a git repository, or git is not installed."));
    }

    private static String base(Path folder, String reference) {
        return Optional.of(reference)
                .filter(name -> !name.startsWith("-"))
                .flatMap(name -> Git.ask(folder, "merge-base", name, "HEAD"))
                .orElseThrow(() -> new AcceptanceException("migrate.since is \"" + reference
                        + "\", and git finds no common ancestor with it. Fetch it, or name another reference."));
    }
}
