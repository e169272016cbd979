package dev.pgmigrate.lint.rules;

import dev.pgmigrate.lint.Finding;
import dev.pgmigrate.truth.SuiteShare;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file of a suite, and what a server and the rules say of its statements.
 *
 * @param statements those that succeed once
 * @param findings what the rules say of each as a migration of its own, by its index
 */
record SuiteFile(Path file, List<SuiteStatement> statements, Map<Integer, List<Finding>> findings) {
    /** The files of the suite that both laws judge. */
    static final SuiteShare SHARE = SuiteShare.of("statements");

    /** The histories of the project that both laws judge. */
    static final SuiteShare OWN_SHARE = SuiteShare.ofOwn("statements");

    /** Two laws look at each suite, and to run it takes longer than either. */
    private static final Map<Boolean, List<SuiteFile>> KNOWN = new ConcurrentHashMap<>();

    /** Returns PostgreSQL's regression suite; the test is skipped where it is not there. */
    static List<SuiteFile> ofRegressionSuite(Path temporary) throws IOException {
        RegressionSuite.assumeThere();
        return known(false, temporary);
    }

    static List<SuiteFile> ofOwnHistories(Path temporary) throws IOException {
        return known(true, temporary);
    }

    private static List<SuiteFile> known(boolean own, Path temporary) throws IOException {
        try {
            return KNOWN.computeIfAbsent(own, key -> run(own, temporary));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<SuiteFile> run(boolean own, Path temporary) {
        List<SuiteFile> files = new ArrayList<>();
        try (RegressionSuite suite =
                own ? RegressionSuite.ofOwnHistories(temporary, OWN_SHARE) : RegressionSuite.start(SHARE)) {
            for (Path file : suite.files()) {
                List<SuiteStatement> statements = SuiteStatement.of(suite, file);
                Path project = temporary.resolve("lint").resolve(file.getFileName());
                files.add(new SuiteFile(file, statements, SuiteStatement.findings(statements, project)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
