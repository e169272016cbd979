package dev.pgmigrate.ddl;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.postgres.Literal;
import dev.pgmigrate.schema.SnapshotKey;
import dev.pgmigrate.schema.SnapshotObject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Settings of a database, and of a role in it. The database is whichever they run in. */
final class SettingDdl {
    /** Their values are lists of names, stored with the quotes that these need (PostgreSQL's guc.h, GUC_LIST_QUOTE). */
    private static final Set<String> LISTS = Set.of(
            "local_preload_libraries",
            "search_path",
            "session_preload_libraries",
            "shared_preload_libraries",
            "temp_tablespaces",
            "unix_socket_directories");

    private static final Pattern NAME = Pattern.compile("\\s*(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))\\s*(?:,|$)");

    private SettingDdl() {}

    static String set(SnapshotObject setting) {
        String value = setting.property("value").orElse("");
        boolean list = LISTS.contains(setting.key().name().toLowerCase(Locale.ROOT));
        return inThisDatabase(
                setting.key(), "SET " + name(setting.key()) + " = " + (list ? list(value) : Literal.quote(value)));
    }

    static String reset(SnapshotKey setting) {
        return inThisDatabase(setting, "RESET " + name(setting));
    }

    private static String inThisDatabase(SnapshotKey setting, String change) {
        String target = setting.of().isEmpty()
                ? "ALTER DATABASE %I "
                : "ALTER ROLE " + Identifier.quoteIdent(setting.of()).replace("%", "%%") + " IN DATABASE %I ";
        String body =
                "    EXECUTE format(" + Literal.quote(target + change.replace("%", "%%")) + ", current_database());\n";
        String tag = DdlGuard.tag(body);
        return "DO " + tag + " BEGIN\n" + body + "END " + tag;
    }

    private static String name(SnapshotKey setting) {
        return Arrays.stream(setting.name().split("\\."))
                .map(Identifier::quoteIdent)
                .collect(Collectors.joining("."));
    }

    private static String list(String value) {
        Matcher names = NAME.matcher(value);
        StringBuilder list = new StringBuilder();
        for (int at = 0; at < value.length() && names.find(at); at = names.end()) {
            String quoted = names.group(1);
            String name = quoted == null ? names.group(2).strip() : quoted.replace("\"\"", "\"");
            list.append(list.length() == 0 ? "" : ", ").append(Literal.quote(name));
        }
        return list.toString();
    }
}
