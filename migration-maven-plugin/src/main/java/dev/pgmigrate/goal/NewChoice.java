package dev.pgmigrate.goal;

import dev.pgmigrate.migration.MigrationFolderException;
import dev.pgmigrate.migration.MigrationFolders;
import dev.pgmigrate.migration.Migrations;
import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.replay.ColumnType;
import dev.pgmigrate.replay.Presence;
import dev.pgmigrate.replay.Replay;
import dev.pgmigrate.replay.Runner;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.scaffold.MissingValueException;
import dev.pgmigrate.scaffold.New;
import dev.pgmigrate.template.Execution;
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

    private static final Set<String> ON_A_COLUMN = Set.of(
            "index",
            "check",
            "unique",
            "not-null",
            "foreign-key",
            "backfill",
            "drop-column",
            "rename-column",
            "type-change",
            "policy",
            "rls");
    private static final Set<String> ON_A_TABLE =
            Set.of("column", "required-column", "trigger", "publication", "seed", "grant");
    private static final Set<String> BUILT_CONCURRENTLY = Set.of("index", "unique", "foreign-key");
    private static final Set<String> ADDED = Set.of("column", "required-column");
    private static final Set<String> OF_AN_ENUM = Set.of("enum-value", "enum-recreate");
    private static final String CANNOT_BE_NULL = "(?i)(.*?) NOT NULL";
    private static final Set<String> LITTLE = Set.of("to", "from", "on", "in", "of", "for", "value", "label", "enum");

    private final Schema schema;
    private final String name;
    private final NameWords words;
    private final NamedObjects objects;
    private final Map<String, String> given;
    private final Questions questions;
    private final Map<String, String> taken = new LinkedHashMap<>();
    private final Map<String, String> values;
    private final NewFragments fragments;
    private String kind;

    private NewChoice(Schema schema, New.Request request, @Nullable String kindOrNull, Questions questions) {
        this.schema = schema;
        this.name = request.name();
        this.words = new NameWords(name);
        this.objects = new NamedObjects(schema, words);
        this.given = request.given();
        this.questions = questions;
        this.values = new TreeMap<>(given);
        this.fragments = new NewFragments(schema);
        this.kind = kindOrNull == null ? inferred() : asked(kindOrNull.strip().toLowerCase(Locale.ROOT));
    }

    /** Who is asked for what neither the parameters nor the name say. */
    @FunctionalInterface
    public interface Questions {
        /** Nobody is there to answer. */
        Questions NONE = (parameter, choices) -> "";

        /**
         * Returns the answer, empty where there is none.
         *
         * @param choices what there is to choose from; empty where anything goes
         */
        String ask(String parameter, List<String> choices);
    }

    /**
     * What was chosen.
     *
     * @param request the request with its kind and values
     * @param taken what was not given, by parameter, each with where it is from
     */
    public record Chosen(New.Request request, Map<String, String> taken) {}

    /** Returns how a tool executes the files that are new. */
    public static Execution execution(Runner runner) {
        return switch (runner) {
            case MIGRATE -> Execution.OURS;
            case FLYWAY -> Execution.TRANSACTION_PER_FILE;
            case SUPABASE -> Execution.BATCH;
            case LIQUIBASE -> Execution.TRANSACTION_PER_CHANGESET;
            case PSQL -> Execution.STATEMENT_BY_STATEMENT;
        };
    }

    /**
     * Returns {@code request} with what is missing in it.
     *
     * @param schema what the migrations that are there make
     * @param kindOrNull the kind that was asked for, or null for the one that the name means
     */
    static Chosen of(Schema schema, New.Request request, @Nullable String kindOrNull, Questions questions) {
        New.Request named = request.named(New.name(request.name()));
        NewChoice choice = new NewChoice(schema, named, kindOrNull, questions);
        choice.lookUp();
        return choice.filled(named);
    }

    /** Returns {@code request} with what is missing in it, judged by the migrations that lie where it will. */
    public static Chosen of(New.Request request, @Nullable String kindOrNull, Questions questions) {
        Replay replay = new Replay(Runner.MIGRATE, List.of("public"));
        try {
            MigrationFolders folders =
                    MigrationFolders.find(request.base(), request.locations(), request.rollbackOrNull());
            Migrations.read(folders).all().forEach(migration -> replay.run(migration.sql()));
        } catch (MigrationFolderException e) {
            // The first migration makes the folder, and where there are several, the request says so.
        }
        return of(replay.schema(), request, kindOrNull, questions);
    }

    private Chosen filled(New.Request request) {
        while (true) {
            New.Request next = request.of(kind, values, fragments.known(request.known()));
            try {
                New.check(next);
                return new Chosen(next, taken);
            } catch (MissingValueException e) {
                leaveOpen(e.hole(), choices(e.hole()), "the name does not say it: -D" + e.hole() + "=…");
            }
        }
    }

    private List<String> choices(String parameter) {
        return parameter.equals("table") || parameter.equals("references")
                ? schema.tables().stream().map(table -> table.name().sql()).toList()
                : List.of();
    }

    /** Asks for a value; where nobody answers, it is a {@code TODO}. */
    private void leaveOpen(String parameter, List<String> choices, String reason) {
        String answer = questions.ask(parameter, choices);
        if (answer.isEmpty()) {
            take(parameter, TODO, reason);
        } else {
            values.put(parameter, answer);
        }
    }

    /** A check was once the only constraint, and a column that cannot be NULL takes more than one file. */
    private String asked(String written) {
        String type = given.getOrDefault("type", "");
        if (written.equals("column") && type.matches(CANNOT_BE_NULL)) {
            values.put("type", type.replaceFirst(CANNOT_BE_NULL, "$1"));
            taken.put("kind", "required-column, since it cannot be NULL and has no default");
            return "required-column";
        }
        return written.equals("constraint") ? "check" : written;
    }

    private String inferred() {
        String meant = words.kind(objects.meanAnEnum(), objects::isTable);
        taken.put(
                "kind",
                meant.equals("blank") ? "blank, since the name means no other: -Dkind=…" : meant + ", from the name");
        return asked(meant);
    }

    private void take(String parameter, String value, String reason) {
        if (!given.containsKey(parameter)) {
            values.put(parameter, value);
            taken.put(parameter, value + ", " + reason);
        }
    }

    private void lookUp() {
        if (OF_AN_ENUM.contains(kind)) {
            ofEnum();
        } else if (kind.equals("view")) {
            table().ifPresent(table -> {
                take("table", table.name().sql(), "which the migrations make");
                fragments.columnsOf(table);
            });
        } else if (ON_A_TABLE.contains(kind) || ON_A_COLUMN.contains(kind)) {
            Optional<Table> table = table();
            table.flatMap(this::otherKind).ifPresent(other -> kind = other);
            if (table.isPresent()) {
                on(table.get());
            } else if (!schema.tables().isEmpty() && !given.containsKey("table")) {
                onUnknownTable();
            }
        }
        if (kind.equals("grant") && words.has("to")) {
            words.behind("to").ifPresent(role -> take("role", role, "from the name"));
        } else if (!given.containsKey("role")) {
            fragments.onlyRole().ifPresent(role -> take("role", role, "the only role of the migrations"));
        }
    }

    /** Returns the kind that fits where the one that was meant cannot do for a table. */
    private Optional<String> otherKind(Table table) {
        if (table.isPartitioned() && BUILT_CONCURRENTLY.contains(kind)) {
            taken.put(
                    "kind",
                    "blank, since " + table.name()
                            + " is partitioned: index ON ONLY it, then each partition, then ATTACH"
                            + " PARTITION (the rule concurrent-index-on-partitioned has an example)");
            return Optional.of("blank");
        }
        if (kind.equals("policy") && table.rowSecurity() == Presence.ABSENT) {
            taken.put(
                    "kind", "rls, since row-level security is off on " + table.name() + ", and a policy has no effect");
            return Optional.of("rls");
        }
        return Optional.empty();
    }

    /** A name such as {@code add_age} says which column is meant, and not of which table. */
    private void onUnknownTable() {
        if (ADDED.contains(kind) && !words.nameAPlace()) {
            take("column", words.behindTheVerb(), "from the name");
            leaveOpen("table", choices("table"), "the name does not say it: -Dtable=…");
        } else if (ON_A_COLUMN.contains(kind) && !words.nameAPlace()) {
            leaveOpen("table", choices("table"), "the name says none that the migrations make: -Dtable=…");
        } else {
            taken.put("table", "as the name has it; no migration makes it, so look whether that is right");
        }
    }

    private void ofEnum() {
        String written = given.getOrDefault("object", "");
        Optional<NameWords.Match> match = objects.ofEnum();
        String name = written.isEmpty() ? match.map(NameWords.Match::name).orElse("") : written;
        schema.types().stream()
                .filter(type -> type.kind() == SchemaObject.TypeKind.ENUM)
                .filter(type ->
                        type.name().sql().equals(name) || type.name().name().equals(name))
                .findFirst()
                .ifPresent(type ->
                        of(type, match.map(it -> words.without(it, LITTLE)).orElse("")));
    }

    /** @param rest the words of the name that are not the type's, which may be a label */
    private void of(SchemaObject.Type type, String rest) {
        take("object", type.name().sql(), "which has the labels " + String.join(", ", type.labels()));
        if (kind.equals("enum-value") && !rest.isEmpty()) {
            boolean capitals = type.labels().stream().allMatch(label -> label.equals(label.toUpperCase(Locale.ROOT)));
            take("value", capitals ? rest.toUpperCase(Locale.ROOT) : rest, "from the name");
        } else if (kind.equals("enum-recreate")) {
            Optional<String> lost = type.labels().stream()
                    .filter(label -> New.name(label).equals(rest))
                    .findFirst();
            if (lost.isPresent()) {
                take("value", lost.get(), "from the name");
            } else if (!given.containsKey("value")) {
                leaveOpen("value", type.labels(), "one of " + String.join(", ", type.labels()) + ": -Dvalue=…");
            }
            fragments.labels(type, values.getOrDefault("value", ""));
            fragments.columnOf(type).ifPresent(use -> {
                take("table", use.table().name().sql(), "which has a column of the type");
                take("column", Identifier.quote(use.column().name()), "of that type");
                fragments.keepDefault(use.column());
            });
        }
    }

    private Optional<Table> table() {
        String written = given.get("table");
        if (written != null) {
            return schema.tables().stream()
                    .filter(table -> table.name().sql().equals(written)
                            || table.name().name().equals(written)
                            || table.name().toString().equals(written))
                    .findFirst();
        }
        return objects.table(words.nameAPlace() && (ADDED.contains(kind) || kind.equals("drop-column")))
                .or(() -> ON_A_COLUMN.contains(kind) ? objects.onlyTableWithTheColumn() : Optional.empty());
    }

    private void on(Table table) {
        // Also where it is given: as SQL writes it.
        values.put("table", table.name().sql());
        take("table", table.name().sql(), "which the migrations make");
        fragments.of(table, kind);
        if (ADDED.contains(kind)) {
            added(table);
        }
        if (!ON_A_COLUMN.contains(kind)) {
            return;
        }
        List<String> columns = NamedObjects.columns(table);
        String written = given.get("column");
        List<String> named = written == null ? objects.columns(table, kind) : List.of(written);
        if (named.size() == 1) {
            take("column", Identifier.quote(named.get(0)), "a column of " + table.name());
        } else if (named.isEmpty()) {
            leaveOpen("column", columns, "one of " + String.join(", ", columns) + ": -Dcolumn=…");
        } else {
            leaveOpen("column", named, "since the name says several, " + String.join(", ", named) + ": -Dcolumn=…");
        }
        String column = values.getOrDefault("column", "").replaceAll("^\"|\"$", "");
        table.column(column).ifPresent(known -> {
            values.put("column", Identifier.quote(column));
            on(table, known);
        });
    }

    /** A column that is there would be kept by {@code IF NOT EXISTS}, and lost by the rollback. */
    private void added(Table table) {
        String column = given.getOrDefault("column", words.nameAPlace() ? New.subject(name) : "");
        if (table.column(column).isPresent()) {
            leaveOpen("column", List.of(), "since " + table.name() + " has a column " + column + ": -Dcolumn=…");
        } else if (column.contains("_and_")) {
            List<String> several = List.of(column.split("_and_"));
            leaveOpen("column", several, "one file for each of " + String.join(", ", several) + ": -Dcolumn=…");
        } else if (!column.isEmpty()) {
            take("column", column, "from the name");
            Optional<String> type = fragments.typeOf(column, objects.namedAfter(column));
            take("type", type.orElse("text"), type.isPresent() ? "as the migrations have it" : "the default: -Dtype=…");
        }
    }

    private void on(Table table, Table.Column column) {
        Optional<ColumnType> type = Optional.ofNullable(column.type());
        if (kind.equals("type-change") && !given.containsKey("type")) {
            words.newType()
                    .ifPresentOrElse(
                            meant -> take("type", meant, "from the name"),
                            () -> leaveOpen("type", List.of(), "the name does not say it: -Dtype=…"));
        }
        if (kind.equals("rename-column")) {
            type.ifPresent(known -> take("type", NewFragments.written(known), "the type of " + column.name()));
        }
        if (kind.equals("foreign-key") && !given.containsKey("references")) {
            objects.referred(table)
                    .ifPresentOrElse(
                            other -> take("references", other.name().sql(), "from the name"),
                            () -> objects.namedAfter(column.name())
                                    .ifPresent(other -> take(
                                            "references",
                                            other.name().sql(),
                                            "which " + column.name() + " is named after")));
        }
        if (kind.equals("check") && !given.containsKey("condition")) {
            NewFragments.condition(column)
                    .ifPresent(condition -> take("condition", condition, "what often holds of such a column"));
        }
        fragments.of(table, column, kind);
        if (kind.equals("foreign-key")) {
            fragments.references(values.getOrDefault("references", ""));
        }
    }
}
