package dev.pgmigrate.lint;

/** A rule that checks the end state of all files, once. */
public abstract non-sealed class FolderRule extends Rule {
    protected FolderRule(Facts facts) {
        super(facts);
    }

    protected abstract void check(FolderContext folder, Reporter reporter);
}
