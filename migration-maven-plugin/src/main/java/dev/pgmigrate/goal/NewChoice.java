package dev.pgmigrate.goal;

import dev.pgmigrate.migration.MigrationFolderException;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Replay;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.scaffold.MissingValueException;
import dev.pgmigrate.scaffold.New;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a new migration is about: the kind and the objects that its name means, looked up among those that the folder's
 * migrations make. Nothing is guessed in silence: what was taken is told, and what is not known is a {@code TODO}.
 */
public final class NewChoice {
    /** What stands where only a person can know; the rule {@code todo-left} finds it. */
    public static final String TODO = "TODO";

    private static final Set<String> ON_A_COLUMN =
            Set.of("index", "constraint", "drop-column", "rename-column", "policy", "rls");
    private static final Set<String> ON_A_TABLE = Set.of(
            "index",
            "constraint",
            "drop-column",
            "rename-column",
            "policy",
            "rls",
            "column",
            "trigger",
            "publication",
            "seed");
    private static final Set<String> LITTLE = Set.of("to", "from", "on", "in", "of", "for", "value", "label", "enum");

    private final Schema schema;
    private final NameWords words;
    private final Map<String, String> given;
    private final Map<String, String> taken = new LinkedHashMap<>();
    private final Map<String, String> values;
    private final String kind;

    private NewChoice(Schema schema, New.Request request, @Nullable String kindOrNull) {
        this.schema = schema;
        this.words = new NameWords(request.name());
        this.given = request.given();
        this.values = new TreeMap<>(given);
        this.kind = kindOrNull == null ? inferred() : kindOrNull.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * What was chosen.
     *
     * @param request the request with its kind and values
     * @param taken what was not given, by parameter, each with where it is from
     */
    public record Chosen(New.Request request, Map<String, String> taken) {}

    /**
     * Returns {@code request} with what is missing in it.
     *
     * @param schema what the migrations that are there make
     * @param kindOrNull the kind that was asked for, or null for the one that the name means
     */
    public static Chosen of(Schema schema, New.Request request, @Nullable String kindOrNull) {
        New.Request named = request.named(New.name(request.name()));
        NewChoice choice = new NewChoice(schema, named, kindOrNull);
        choice.lookUp();
        return choice.filled(named);
    }

    /** Returns {@code request} with what is missing in it, judged by the migrations that lie where it will. */
    public static Chosen of(New.Request request, @Nullable String kindOrNull) {
        Replay replay = new Replay(Runner.MIGRATE, List.of("public"));
        try {
            MigrationFolders folders =
                    MigrationFolders.find(request.base(), request.locations(), request.rollbackOrNull());
            Migrations.read(folders).all().forEach(migration -> replay.run(migration.sql()));
        } catch (MigrationFolderException e) {
            // The first migration makes the folder, and where there are several, the request says so.
        }
        return of(replay.schema(), request, kindOrNull);
    }

    private Chosen filled(New.Request request) {
        while (true) {
            New.Request next = request.of(kind, values);
            try {
                New.check(next);
                return new Chosen(next, taken);
            } catch (MissingValueException e) {
                take(e.hole(), TODO, "the name does not say it: -D" + e.hole() + "=…");
            }
        }
    }

    private String inferred() {
        String meant = words.kind(words.name(enums()).isPresent());
        if (!meant.equals("blank")) {
            taken.put("kind", meant + ", from the name");
        }
        return meant;
    }

    private void take(String parameter, String value, String reason) {
        if (!given.containsKey(parameter)) {
            values.put(parameter, value);
            taken.put(parameter, value + ", " + reason);
        }
    }

    private void lookUp() {
        if (kind.equals("enum-value") || kind.equals("enum-recreate")) {
            words.name(enums()).ifPresent(this::takeEnum);
        } else if (ON_A_TABLE.contains(kind)) {
            Optional<Table> table = table();
            if (table.isPresent()) {
                on(table.get());
            } else if (!schema.tables().isEmpty() && !given.containsKey("table")) {
                taken.put("table", "as the name has it; no migration makes it, so look whether that is right");
            }
        }
    }

    private void takeEnum(NameWords.Match match) {
        SchemaObject.Type type = schema.types().stream()
                .filter(each -> each.name().name().equals(match.name()))
                .findFirst()
                .orElseThrow();
        take("object", type.name().sql(), "which has the labels " + String.join(", ", type.labels()));
        String label = words.without(match, LITTLE);
        if (kind.equals("enum-value") && !label.isEmpty()) {
            take("value", label, "from the name");
        }
    }

    private Optional<Table> table() {
        String written = given.get("table");
        if (written != null) {
            return schema.tables().stream()
                    .filter(table -> table.name().sql().equals(written)
                            || table.name().name().equals(written))
                    .findFirst();
        }
        return words.name(schema.tables().stream()
                        .map(table -> table.name().name())
                        .toList())
                .flatMap(match -> schema.tables().stream()
                        .filter(table -> table.name().name().equals(match.name()))
                        .findFirst());
    }

    private void on(Table table) {
        take("table", table.name().sql(), "which the migrations make");
        if (!ON_A_COLUMN.contains(kind)) {
            return;
        }
        List<String> columns =
                table.columns().all().stream().map(Table.Column::name).toList();
        String written = given.get("column");
        String column = written == null ? column(table, columns).orElse("") : written;
        if (column.isEmpty()) {
            take("column", TODO, "one of " + String.join(", ", columns) + ": -Dcolumn=…");
        } else {
            take("column", column, "a column of " + table.name());
            Optional<ColumnType> type = table.column(column).map(Table.Column::type);
            type.filter(known -> kind.equals("rename-column"))
                    .ifPresent(known -> take("type", known.toString(), "the type of " + column));
        }
    }

    private Optional<String> column(Table table, List<String> columns) {
        Optional<NameWords.Match> own = words.name(List.of(table.name().name()));
        Optional<String> named = words.nameOutside(columns, own).map(NameWords.Match::name);
        boolean ofUsers = kind.equals("policy") || kind.equals("rls");
        return named.isPresent() || !ofUsers
                ? named
                : List.of("user_id", "owner_id", "owner", "created_by").stream()
                        .filter(columns::contains)
                        .findFirst();
    }

    private Collection<String> enums() {
        return schema.types().stream()
                .filter(type -> type.kind() == SchemaObject.TypeKind.ENUM)
                .map(type -> type.name().name())
                .toList();
    }
}
