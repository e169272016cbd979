package dev.pgmigrate.lint;

/** A rule that checks one file at a time, with all its statements. */
public abstract non-sealed class FileRule extends Rule {
    protected FileRule(Facts facts) {
        super(facts);
    }

    protected abstract void check(FileContext file, Reporter reporter);
}
