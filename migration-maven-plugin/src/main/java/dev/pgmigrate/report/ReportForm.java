package dev.pgmigrate.report;

import java.util.Locale;

/** The forms in which a result can be told. */
public enum ReportForm {
    /** Text for people, in Maven's log. */
    CONSOLE,
    /** Our own form, which is always written, so that nobody has to ask for it. */
    JSON,
    /** SARIF 2.1.0, for code scanning. */
    SARIF,
    /** JUnit XML, for build servers that show tests. */
    JUNIT,
    /** Workflow commands, with which GitHub Actions annotates the lines of a pull request. */
    GITHUB,
    /** Code Quality, which GitLab shows in a merge request. */
    GITLAB,
    /** Text for a comment on a pull request; on GitHub Actions it also becomes the summary of the job. */
    MARKDOWN,
    /** One page for a browser. */
    HTML;

    /** Returns the word that configuration uses, {@code sarif}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
