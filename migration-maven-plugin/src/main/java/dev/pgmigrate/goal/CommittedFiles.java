package dev.pgmigrate.goal;

import dev.pgmigrate.failure.ExplainedException;
import dev.pgmigrate.migration.Git;
import dev.pgmigrate.migration.MigrationFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The migrations of a commit, in a temporary folder that is removed at the end. */
public final class CommittedFiles implements AutoCloseable {
    private final Path folder;
    private final MigrationFolders folders;

    private CommittedFiles(Path folder, MigrationFolders folders) {
        this.folder = folder;
        this.folders = folders;
    }

    /** Says that git does not have the requested commit. */
    public static final class NotInGitException extends ExplainedException {
        private static final long serialVersionUID = 1L;

        NotInGitException(String message) {
            super(message);
        }
    }

    /**
     * Extracts the files of {@code present} as they are in {@code reference}.
     *
     * @throws NotInGitException if there is no such reference, or no repository
     */
    public static CommittedFiles of(MigrationFolders present, String reference) {
        Path base = present.base();
        String commit = reference.startsWith("-")
                ? ""
                : Git.ask(base, "rev-parse", "--verify", "--quiet", reference + "^{commit}")
                        .orElse("");
        if (commit.isEmpty()) {
            throw new NotInGitException("files@" + reference + " names a commit that git cannot find in " + base
                    + ". Fetch it, or name another reference.");
        }
        try {
            Path folder = Files.createTempDirectory("pgmigrate-files-");
            List<Path> locations = new ArrayList<>();
            for (Path location : present.locations()) {
                Path copy = folder.resolve(base.relativize(location).toString()).normalize();
                Files.createDirectories(copy);
                copy(location, commit, copy);
                locations.add(copy);
            }
            return new CommittedFiles(folder, new MigrationFolders(folder, locations, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path location, String commit, Path copy) throws IOException {
        String names = Git.ask(location, "ls-tree", "-r", "-z", "--name-only", commit, "./")
                .orElse("");
        for (String name : names.split("\0", -1)) {
            if (name.isEmpty()) {
                continue;
            }
            Path file = copy.resolve(name).normalize();
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(
                    file, Git.answer(location, "show", commit + ":./" + name).orElse(""));
        }
    }

    public MigrationFolders folders() {
        return folders;
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
