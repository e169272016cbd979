package dev.pgmigrate.lint.rules.files;

import dev.pgmigrate.lint.Rule;
import java.util.List;

/** The rules of this package, one a line in alphabetical order, so that two authors seldom meet in the same line. */
public final class FilesRules {
    // spotless:off
    public static final List<Rule> ALL = List.of(
            new CopyStdinData(),
            new DeletedAppliedMigration(),
            new DuplicateVersion(),
            new EmptyMigration(),
            new FileName(),
            new ForeignClientEncoding(),
            new GenericName(),
            new HeaderVersionMismatch(),
            new IncompleteRollback(),
            new IrreversibleWithoutMarker(),
            new LeftoverBackupTable(),
            new MissingHeader(),
            new MissingRollback(),
            new ModifiedAppliedMigration(),
            new OutOfOrderVersion(),
            new PsqlMetaCommand(),
            new RollbackNotGuarded(),
            new RollbackOrder(),
            new SchemaAndDataMixed(),
            new TodoLeft(),
            new VersionGap(),
            new VersionGatedSyntax());
    // spotless:on

    private FilesRules() {}
}
