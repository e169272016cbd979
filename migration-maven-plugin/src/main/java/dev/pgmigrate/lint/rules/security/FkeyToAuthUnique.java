package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Flavour;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Rule;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import java.util.List;

/** Reports a foreign key to a unique constraint of Supabase Auth. */
public final class FkeyToAuthUnique implements Rule {
    @Override
    public Severity severity() {
        return Severity.OFF;
    }

    @Override
    public Category category() {
        return Category.SECURITY;
    }

    @Override
    public Severity severity(Flavour flavour) {
        return Exposure.warning(flavour);
    }

    @Override
    public void checkFolder(FolderContext context, Reporter reporter) {
        for (Table table : context.end().tables()) {
            for (TableConstraint constraint : table.constraints().all()) {
                QualifiedName referenced = constraint.referenced();
                List<String> columns = constraint.referencedColumns();
                if (referenced != null
                        && referenced.schema().filter("auth"::equals).isPresent()
                        && !table.name().schema().filter("auth"::equals).isPresent()
                        && !columns.isEmpty()
                        && !columns.equals(List.of("id"))) {
                    reporter.report(
                            constraint.origin(),
                            "Foreign key `" + constraint.name() + "` of `" + table.name()
                                    + "` depends on a unique constraint" + " of " + referenced
                                    + " that Supabase Auth may drop in an update",
                            "Refer to the primary key, " + referenced + " (id).");
                }
            }
        }
    }
}
