package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import java.util.List;

/** Reports a foreign key to a unique constraint of Supabase Auth. */
final class FkeyToAuthUnique extends FolderRule {
    FkeyToAuthUnique() {
        super(Facts.off(Category.SECURITY).inSupabase(Severity.WARNING).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
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
                                    + "` depends on a unique constraint of " + referenced
                                    + " that Supabase Auth may drop in an update",
                            "Refer to the primary key, " + referenced + " (id).");
                }
            }
        }
    }
}
