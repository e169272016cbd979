package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.sql.ast.ObjectType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds what a schema says of who may read a relation and who may run a routine against the access lists of the catalog. */
final class GrantComparison {
    private static final String EVERYBODY = "public";
    private static final char READ = 'r';
    private static final char RUN = 'X';

    /** What a routine without a list has (PostgreSQL manual, 5.8 "Privileges"); of a relation nobody may read but its owner. */
    private static final String OF_A_ROUTINE = "=X";

    /** One of {@code {postgres=arwd/postgres,"\"A role\"=r/postgres"}}. */
    private static final Pattern ELEMENT = Pattern.compile("\"(?<quoted>(?:[^\"\\\\]|\\\\.)*)\"|(?<plain>[^{},\"]+)");

    /** {@code reader=r*w/owner}, the grantee in quotation marks if it needs them and empty if it is everybody. */
    private static final Pattern ITEM = Pattern.compile("(?<role>\"(?:[^\"]|\"\")*\"|[^=\"]*)=(?<privileges>[^/]*)");

    private static final Map<String, Map<String, String>> READ_LISTS = new ConcurrentHashMap<>();

    private final Schema schema;
    private final Catalog catalog;
    private final Set<String> roles = new TreeSet<>(Set.of(EVERYBODY));
    private final List<Difference> found = new ArrayList<>();

    private GrantComparison(Schema schema, Catalog catalog) {
        this.schema = schema;
        this.catalog = catalog;
        schema.others(ObjectType.ROLE).forEach(role -> roles.add(role.name().name()));
        Stream<@Nullable String> lists = Stream.concat(
                catalog.relations().values().stream().map(Catalog.Relation::acl),
                catalog.routines().values().stream().map(Catalog.Routine::acl));
        lists.distinct().forEach(list -> roles.addAll(privileges(list).keySet()));
    }

    static List<Difference> of(Schema schema, Catalog catalog) {
        GrantComparison comparison = new GrantComparison(schema, catalog);
        comparison.relations();
        comparison.routines();
        return comparison.found;
    }

    private void relations() {
        for (SchemaObject.TableOrView relation : schema.tablesAndViews()) {
            Catalog.Relation there = catalog.relations().get(relation.name());
            if (there != null) {
                for (String role : roles) {
                    compare(relation.name(), role, schema.mayRead(relation.name(), role), has(there.acl(), role, READ));
                }
            }
        }
    }

    private void routines() {
        for (SchemaObject.Routine routine : schema.routines()) {
            QualifiedName name = routine.name();
            Catalog.Routine there = catalog.routines().get(new Catalog.RoutineName(name, routine.signature()));
            if (there != null) {
                String list = there.acl() == null ? OF_A_ROUTINE : there.acl();
                for (String role : roles) {
                    compare(name, role, schema.mayRun(routine, role), has(list, role, RUN));
                }
            }
        }
    }

    private void compare(QualifiedName object, String role, Presence said, boolean granted) {
        if (said != Presence.UNKNOWN && said.isPresent() != granted) {
            found.add(new Difference("grant", object + " to " + role, said + ", server " + granted));
        }
    }

    private static boolean has(@Nullable String list, String role, char privilege) {
        return privileges(list).getOrDefault(role, "").indexOf(privilege) >= 0;
    }

    /** Returns the privileges of an access list, by the name of the role. */
    private static Map<String, String> privileges(@Nullable String list) {
        return list == null ? Map.of() : READ_LISTS.computeIfAbsent(list, GrantComparison::read);
    }

    private static Map<String, String> read(String list) {
        Map<String, String> privileges = new HashMap<>();
        for (Matcher element = ELEMENT.matcher(list); element.find(); ) {
            String quoted = element.group("quoted");
            Matcher item = ITEM.matcher(quoted == null ? element.group("plain") : quoted.replaceAll("\\\\(.)", "$1"));
            if (item.lookingAt()) {
                privileges.merge(role(item.group("role")), item.group("privileges"), String::concat);
            }
        }
        return privileges;
    }

    private static String role(String written) {
        if (written.isEmpty()) {
            return EVERYBODY;
        }
        return written.startsWith("\"")
                ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
                : written;
    }
}
