package dev.pgmigrate.apply;

import dev.pgmigrate.migration.Condition;
import dev.pgmigrate.migration.Directive;
import dev.pgmigrate.migration.RequiredObject;
import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.migration.ValidationQuery;
import dev.pgmigrate.sql.Position;
import dev.pgmigrate.sql.SourceRange;
import java.util.Locale;

/** Says that what a migration requires beforehand, or ensures afterwards, does not hold. */
public final class RequirementFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SqlFile file;
    private final transient SourceRange directive;
    private final transient Condition condition;
    private final String reason;

    private RequirementFailedException(SqlFile file, Directive.Requirement requirement, String reason) {
        super(file.path() + ":" + file.source().position(requirement.range().start()) + " " + reason);
        this.file = file;
        this.directive = requirement.range();
        this.condition = requirement.condition();
        this.reason = reason;
    }

    static RequirementFailedException missing(SqlFile file, Directive.Requirement requirement, RequiredObject object) {
        return new RequirementFailedException(
                file,
                requirement,
                "The " + object.type().name().toLowerCase(Locale.ROOT) + " " + String.join(".", object.name())
                        + (requirement instanceof Directive.Requires
                                ? " is required but does not exist."
                                : " should exist after the migration, but does not."));
    }

    static RequirementFailedException untrue(SqlFile file, Directive.Requirement requirement, QueryAnswer answer) {
        return new RequirementFailedException(
                file,
                requirement,
                "The query that has to return true "
                        + (requirement instanceof Directive.Requires ? "before" : "after")
                        + " the migration returns " + answer.words() + ".");
    }

    /** Returns the problem as one sentence, without the place. */
    public String reason() {
        return reason;
    }

    /** Returns the query that was asked, or the empty text if an object was looked for. */
    public String query() {
        return condition instanceof ValidationQuery query ? query.sql() : "";
    }

    public SqlFile file() {
        return file;
    }

    public SourceRange directive() {
        return directive;
    }

    public Position position() {
        return file.source().position(directive.start());
    }
}
