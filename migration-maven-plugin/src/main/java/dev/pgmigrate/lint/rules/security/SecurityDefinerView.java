package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.Flavour;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.postgres.PostgresVersion;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports a view that reads past the row-level security of its tables. */
final class SecurityDefinerView extends FolderRule {
    private static final PostgresVersion SINCE = new PostgresVersion(15);

    SecurityDefinerView() {
        super(Facts.warning(Category.SECURITY).fixable().since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        boolean invoker = context.settings().target().compareTo(SINCE) >= 0;
        boolean served = context.flavour() == Flavour.SUPABASE;
        if (!invoker && !served) {
            return;
        }
        for (SchemaObject.View view : context.end().views()) {
            Table secured = view.materialized() || view.securityInvoker() ? null : secured(view, context);
            if (secured != null
                    && (!served || Exposure.isReadable(view.name(), context))
                    && !ViewQueries.askWhoCalls(view)) {
                reporter.report(
                                view.origin(),
                                "View `" + view.name() + "` reads `" + secured.name()
                                        + "` with its owner's rights, past the policies on it",
                                "Make it WITH (security_invoker = true), which PostgreSQL has from 15 on.")
                        .fix(invoker ? ViewQueries.asInvoker(view) : Optional.empty());
            }
        }
    }

    private static @Nullable Table secured(SchemaObject.View view, FolderContext context) {
        for (QualifiedName used : view.uses()) {
            Table table = context.end().table(used).orElse(null);
            if (table != null && table.rowSecurity().isPresent()) {
                return table;
            }
        }
        return null;
    }
}
