package dev.pgmigrate.apply.run;

import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.migration.RequiredObject;
import dev.pgmigrate.sql.Position;
import dev.pgmigrate.sql.SourceRange;
import java.util.Locale;

/** Says that an object that a migration requires beforehand, or ensures afterwards, does not exist. */
public final class RequirementFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Migration migration;
    private final transient RequiredObject object;
    private final transient SourceRange directive;
    private final boolean before;

    RequirementFailedException(Migration migration, RequiredObject object, SourceRange directive, boolean before) {
        super(migration.path() + ":" + migration.source().position(directive.start()) + " " + reason(object, before));
        this.migration = migration;
        this.object = object;
        this.directive = directive;
        this.before = before;
    }

    private static String reason(RequiredObject object, boolean before) {
        return "The " + object.type().name().toLowerCase(Locale.ROOT) + " " + String.join(".", object.name())
                + (before ? " is required but does not exist." : " should exist after the migration, but does not.");
    }

    /** Returns the problem as one sentence, without the place. */
    public String reason() {
        return reason(object, before);
    }

    public Migration migration() {
        return migration;
    }

    public RequiredObject object() {
        return object;
    }

    public SourceRange directive() {
        return directive;
    }

    public Position position() {
        return migration.source().position(directive.start());
    }
}
