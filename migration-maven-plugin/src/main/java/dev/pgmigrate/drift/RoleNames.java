package dev.pgmigrate.drift;

import dev.pgmigrate.schema.ObjectKind;
import dev.pgmigrate.schema.SchemaSnapshot;
import dev.pgmigrate.schema.SnapshotObject;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The roles that the objects of a database speak of. */
final class RoleNames {
    private static final Pattern GRANTEE = Pattern.compile("(?m)^(.+?)(?: \\(by (.+)\\))?: [^:\n]+$");
    private static final Pattern ROLE = Pattern.compile("\"((?:[^\"]|\"\")+)\"|([^,\\s]+)");
    private static final Set<String> WORDS = Set.of("PUBLIC", "public", "owner", "");

    private RoleNames() {}

    static Set<String> of(SchemaSnapshot snapshot) {
        Set<String> roles = new TreeSet<>();
        for (SnapshotObject object : snapshot.objects()) {
            object.property("owner").ifPresent(roles::add);
            if (object.key().kind() == ObjectKind.DEFAULT_PRIVILEGES
                    || object.key().kind() == ObjectKind.SETTING) {
                roles.add(object.key().of());
            }
            object.property("grants").ifPresent(text -> {
                Matcher grantee = GRANTEE.matcher(text);
                while (grantee.find()) {
                    roles.add(grantee.group(1));
                    if (grantee.group(2) != null) {
                        roles.add(grantee.group(2));
                    }
                }
            });
            if (object.key().kind() == ObjectKind.POLICY) {
                Matcher role = ROLE.matcher(object.property("roles").orElse(""));
                while (role.find()) {
                    roles.add(
                            role.group(1) == null
                                    ? role.group(2)
                                    : role.group(1).replace("\"\"", "\""));
                }
            }
        }
        roles.removeAll(WORDS);
        roles.removeIf(role -> role.startsWith("pg_"));
        return roles;
    }
}
