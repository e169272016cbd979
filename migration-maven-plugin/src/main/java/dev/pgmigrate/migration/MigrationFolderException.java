package dev.pgmigrate.migration;

import java.nio.file.Path;
import java.util.List;

/** Says that it is unclear where the migrations are: there is no folder, several, or one that cannot be read. */
public final class MigrationFolderException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong with the folders. */
    public enum Problem {
        /** None of the usual folders exists; {@link #folders()} are those that were tried. */
        NONE_FOUND,
        /** More than one of the usual folders exists; {@link #folders()} are those. */
        SEVERAL_FOUND,
        /** A configured folder does not exist. */
        MISSING,
        /** A configured folder is a file. */
        NOT_A_FOLDER,
        UNREADABLE
    }

    private final Problem problem;
    private final transient Path base;
    private final transient List<Path> folders;

    MigrationFolderException(Problem problem, Path base, List<Path> folders) {
        super(problem + " " + folders);
        this.problem = problem;
        this.base = base;
        this.folders = List.copyOf(folders);
    }

    public Problem problem() {
        return problem;
    }

    /** Returns the folder of the project. */
    public Path base() {
        return base;
    }

    public List<Path> folders() {
        return folders;
    }
}
