package dev.pgmigrate.drift;

import dev.pgmigrate.schema.ObjectKind;
import dev.pgmigrate.schema.SchemaSnapshot;
import dev.pgmigrate.schema.SnapshotKey;
import dev.pgmigrate.schema.SnapshotObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The objects of a database that migrations do not manage.
 *
 * @param historySchema the schema of this tool's history
 * @param historyTable the table of this tool's history
 * @param server whether to compare the database's server settings, such as its encoding
 */
public record Exclusions(String historySchema, String historyTable, boolean server) {
    private static final String PUBLIC = "public";

    /** The schemas of the Supabase platform, whoever owns them. */
    private static final Set<String> SUPABASE = Set.of(
            "auth",
            "cron",
            "extensions",
            "graphql",
            "graphql_public",
            "net",
            "pgbouncer",
            "pgsodium",
            "pgsodium_masks",
            "realtime",
            "storage",
            "supabase_functions",
            "supabase_migrations",
            "vault");

    private static final String PLATFORM_ROLE = "supabase_";
    private static final Pattern CALLED = Pattern.compile("EXECUTE FUNCTION (\\w+)\\.");

    /** Returns what migrations manage. */
    public List<SnapshotObject> managed(SchemaSnapshot snapshot) {
        Reasons reasons = of(snapshot);
        return snapshot.objects().stream()
                .filter(object -> reasons.of(object).isEmpty())
                .toList();
    }

    /** Returns the objects to leave out of {@code snapshot}. */
    Reasons of(SchemaSnapshot snapshot) {
        Set<String> managed = new HashSet<>();
        for (SnapshotObject object : snapshot.objects()) {
            if (object.key().kind() == ObjectKind.SCHEMA && isOfThePlatform(object)) {
                managed.add(object.key().name());
            }
        }
        if (!managed.isEmpty()) {
            managed.addAll(SUPABASE);
        }
        return new Reasons(managed);
    }

    /** Returns whether a database is one of the Supabase platform, or stands in for one. */
    public static boolean isSupabase(SchemaSnapshot snapshot) {
        return snapshot.objects().stream()
                .anyMatch(object -> object.key().kind() == ObjectKind.SCHEMA && isOfThePlatform(object));
    }

    private static boolean isOfThePlatform(SnapshotObject object) {
        return object.property("owner").orElse("").startsWith(PLATFORM_ROLE);
    }

    /** Decides for each object of a database whether it is left out, and why. */
    final class Reasons {
        private final Set<String> managed;

        private Reasons(Set<String> managed) {
            this.managed = managed;
        }

        /** Returns the owner of an object that is left out. */
        Optional<String> of(SnapshotObject object) {
            SnapshotKey key = object.key();
            if (object.extension().isPresent()) {
                return Optional.of("of extensions");
            }
            if (isHistory(key)) {
                return Optional.of("of the history");
            }
            if (isManaged(object)) {
                return Optional.of("of Supabase");
            }
            return !server && key.kind() == ObjectKind.DATABASE ? Optional.of("of the server") : Optional.empty();
        }

        private boolean isHistory(SnapshotKey key) {
            boolean within = key.schema().equals(historySchema)
                    && (!historySchema.equals(PUBLIC)
                            || key.name().equals(historyTable)
                            || key.of().equals(historyTable));
            boolean schema = key.kind() == ObjectKind.SCHEMA
                    && key.name().equals(historySchema)
                    && !historySchema.equals(PUBLIC);
            return within || schema;
        }

        /**
         * What a team adds to the platform's tables belongs to the team: policies, and triggers that call its functions.
         */
        private boolean isManaged(SnapshotObject object) {
            SnapshotKey key = object.key();
            boolean platform = managed.contains(key.schema())
                    || (key.kind() == ObjectKind.SCHEMA && managed.contains(key.name()))
                    || (!managed.isEmpty()
                            && (isOfThePlatform(object) || key.of().startsWith(PLATFORM_ROLE)));
            boolean added = key.kind() == ObjectKind.POLICY
                    || (key.kind() == ObjectKind.TRIGGER
                            && CALLED.matcher(object.property("definition").orElse(""))
                                    .results()
                                    .noneMatch(call -> managed.contains(call.group(1))));
            return platform && !added;
        }
    }
}
