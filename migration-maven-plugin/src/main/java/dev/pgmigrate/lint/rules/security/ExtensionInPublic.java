package dev.pgmigrate.lint.rules.security;

import dev.pgmigrate.lint.Category;
import dev.pgmigrate.lint.Facts;
import dev.pgmigrate.lint.FolderContext;
import dev.pgmigrate.lint.FolderRule;
import dev.pgmigrate.lint.Reporter;
import dev.pgmigrate.lint.Severity;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.Set;

/** Reports an extension whose functions the API serves. */
final class ExtensionInPublic extends FolderRule {
    /** Every project has them in another schema already, so that IF NOT EXISTS makes nothing. */
    private static final Set<String> THERE =
            Set.of("uuid-ossp", "pgcrypto", "pg_stat_statements", "pg_graphql", "supabase_vault", "plpgsql");
    /** They choose their schema themselves. */
    private static final Set<String> ELSEWHERE = Set.of("pg_cron", "pgmq", "pgsodium", "pg_tle", "pgaudit");

    ExtensionInPublic() {
        super(Facts.off(Category.SECURITY).inSupabase(Severity.WARNING).since("0.1"));
    }

    @Override
    protected void check(FolderContext context, Reporter reporter) {
        for (SchemaObject.Other extension : context.end().others(ObjectType.EXTENSION)) {
            String name = extension.name().name();
            if (extension.details().contains("public")
                    && context.settings().exposedSchemas().contains("public")
                    && !ELSEWHERE.contains(name)
                    && !THERE.contains(name)) {
                reporter.report(
                        extension.origin(),
                        "Extension `" + name + "` puts its functions into public, where the API serves them",
                        "Write WITH SCHEMA extensions, or move it with ALTER EXTENSION … SET SCHEMA.");
            }
        }
    }
}
