package dev.pgmigrate.server;

import dev.pgmigrate.server.DisposablePostgresException.Step;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognizes in what a server of our own writes that it ended for want of room, which is no fault of the migrations. */
final class FullDisk {
    /** What ENOSPC is called in the locale C, in which our servers run, or that a part of a page did fit (md.c, mdextend). */
    private static final Pattern SAID =
            Pattern.compile("(?:[A-Z]+|error):\\s+(.*(?:No space left on device|wrote only \\d+ of \\d+ bytes.*))");

    private FullDisk() {}

    /** Returns what the server could not write. */
    static Optional<String> in(List<String> output) {
        return output.stream()
                .map(SAID::matcher)
                .filter(Matcher::find)
                .map(said -> said.group(1))
                .findFirst();
    }

    /** Returns why a server ended or did not start: for want of room, or as {@code otherwise} says. */
    static DisposablePostgresException explained(
            Step step, String otherwise, List<String> output, @Nullable Throwable cause) {
        Optional<String> said = in(output);
        return said.isPresent()
                ? new DisposablePostgresException(step, sentence(said.get()), List.of(), cause)
                : new DisposablePostgresException(step, otherwise, output, cause);
    }

    static String sentence(String said) {
        return "The disk on which the disposable PostgreSQL keeps its data is full (" + said
                + "): make room, or name a folder with more of it, MAVEN_OPTS=-Djava.io.tmpdir=….";
    }
}
