package dev.pgmigrate.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An access control list in words: how it differs from that of a new object (PostgreSQL manual, 5.8 "Privileges"). The
 * order of the grants and who owns the object make no difference.
 */
final class AccessControlList {
    private static final Map<Character, String> PRIVILEGES = Map.ofEntries(
            Map.entry('r', "SELECT"),
            Map.entry('a', "INSERT"),
            Map.entry('w', "UPDATE"),
            Map.entry('d', "DELETE"),
            Map.entry('D', "TRUNCATE"),
            Map.entry('x', "REFERENCES"),
            Map.entry('t', "TRIGGER"),
            Map.entry('X', "EXECUTE"),
            Map.entry('U', "USAGE"),
            Map.entry('C', "CREATE"),
            Map.entry('c', "CONNECT"),
            Map.entry('T', "TEMPORARY"),
            Map.entry('s', "SET"),
            Map.entry('A', "ALTER SYSTEM"),
            Map.entry('m', "MAINTAIN"));

    private final String text;
    private int at;

    private AccessControlList(String text) {
        this.text = text;
    }

    /**
     * Returns one line per grantee, or null if it does not differ.
     *
     * @param acl the list, one {@code aclitem} per line
     * @param defaultAcl the list of a new object
     * @param owner whose grants are the object's own
     */
    static @Nullable String text(String acl, String defaultAcl, String owner) {
        Map<String, String> granted = new AccessControlList(acl).read(owner);
        Map<String, String> usual = new AccessControlList(defaultAcl).read(owner);
        List<String> lines = new ArrayList<>();
        granted.forEach((grantee, privileges) -> {
            if (!privileges.equals(usual.get(grantee))) {
                lines.add(grantee + ": " + privileges);
            }
        });
        usual.keySet().stream()
                .filter(grantee -> !granted.containsKey(grantee))
                .forEach(grantee -> lines.add(grantee + ": nothing"));
        return lines.isEmpty()
                ? null
                : String.join("\n", lines.stream().sorted().toList());
    }

    private Map<String, String> read(String owner) {
        Map<String, String> grants = new TreeMap<>();
        while (at < text.length()) {
            String grantee = role('=');
            int start = at;
            at = text.indexOf('/', start) + 1;
            String letters = text.substring(start, at - 1);
            String grantor = role('\n');
            String by = grantor.equals(owner) ? "" : " (by " + grantor + ")";
            grants.put(grantee(grantee, owner) + by, privileges(letters));
        }
        return grants;
    }

    private static String grantee(String name, String owner) {
        if (name.isEmpty()) {
            return "PUBLIC";
        }
        return name.equals(owner) ? "owner" : name;
    }

    /** Reads a role, which is quoted where it holds more than letters, digits and underscores, up to {@code end}. */
    private String role(char end) {
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' && quoted && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                name.append('"');
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == end && !quoted) {
                break;
            } else {
                name.append(c);
            }
        }
        at++;
        return name.toString();
    }

    private static String privileges(String letters) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            if (letter == '*') {
                words.set(words.size() - 1, words.get(words.size() - 1) + " WITH GRANT OPTION");
            } else {
                words.add(PRIVILEGES.getOrDefault(letter, String.valueOf(letter)));
            }
        }
        return String.join(", ", words.stream().sorted().toList());
    }
}
