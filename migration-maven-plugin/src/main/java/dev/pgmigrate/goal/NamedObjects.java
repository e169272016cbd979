package dev.pgmigrate.goal;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.SchemaObject;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.scaffold.New;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The objects of the migrations that the name of a new one means. */
record NamedObjects(Schema schema, NameWords words) {
    private static final Set<String> OF_A_USER = Set.of("policy", "rls");

    /** Tells whether the words are about an enum, {@code add_refunded_to_order_status}, and not about a table. */
    boolean meanAnEnum() {
        Optional<NameWords.Match> match = words.best(enums());
        return match.isPresent()
                && (match.get().isPlaced() || words.has("value") || words.has("label"))
                && words.best(tables()).filter(match.get()::isWorseThan).isEmpty();
    }

    /** Tells whether a table has that name. */
    boolean isTable(String name) {
        return tables().contains(name);
    }

    /** Returns the enum that the words mean. */
    Optional<NameWords.Match> ofEnum() {
        return words.best(enums());
    }

    /**
     * Returns the table that the words mean.
     *
     * @param certain whether only what stands behind {@code to}, {@code from} or {@code on} is the table: elsewhere it
     *     is part of a column's name
     */
    Optional<Table> table(boolean certain) {
        return words.best(tables(), match -> isAll(match, certain))
                .filter(match -> !certain || match.isNear())
                .flatMap(match -> schema.tables().stream()
                        .filter(table -> table.name().name().equals(match.name()))
                        .max(Comparator.comparing(table -> isOfANamedSchema(table.name()))));
    }

    /** {@code user_profiles} is not the table {@code users}, where {@code user_email} may mean its column. */
    private boolean isAll(NameWords.Match match, boolean certain) {
        return words.isWhole(match)
                || (!certain && match.exact())
                || (!certain
                        && schema.tables().stream()
                                .filter(table -> table.name().name().equals(match.name()))
                                .flatMap(table -> words.columns(columns(table), Optional.of(match)).stream())
                                .anyMatch(column -> column.from() == match.to()));
    }

    private boolean isOfANamedSchema(QualifiedName table) {
        return table.schema().filter(words::has).isPresent();
    }

    /** Returns the only table with a column of the words, where they say no table: {@code make_email_not_null}. */
    Optional<Table> onlyTableWithTheColumn() {
        List<Table> having = words.nameAPlace()
                ? List.of()
                : schema.tables().stream()
                        .filter(table ->
                                !words.columns(columns(table), Optional.empty()).isEmpty())
                        .toList();
        return having.size() == 1 ? Optional.of(having.get(0)) : Optional.empty();
    }

    /** Returns the columns of {@code table} that a migration of {@code kind} is about. */
    List<String> columns(Table table, String kind) {
        List<String> all = columns(table);
        Optional<NameWords.Match> own = words.best(List.of(table.name().name()));
        List<String> named =
                words.columns(all, own).stream().map(NameWords.Match::name).toList();
        if (named.isEmpty() && kind.equals("foreign-key")) {
            named = keys(table, all, own);
        }
        return !named.isEmpty() || !OF_A_USER.contains(kind)
                ? named
                : Stream.of("user_id", "owner_id", "owner", "created_by")
                        .flatMap(owner ->
                                all.stream().filter(column -> New.name(column).equals(owner)))
                        .limit(1)
                        .toList();
    }

    /** {@code add_author_fk_to_posts} means {@code author_id}, and {@code add_fk_from_posts_to_users} what is named after them. */
    private List<String> keys(Table table, List<String> columns, Optional<NameWords.Match> own) {
        List<String> authors = columns.stream()
                .filter(column -> column.endsWith("_id"))
                .map(column -> column.substring(0, column.length() - "_id".length()))
                .toList();
        List<NameWords.Match> named = words.columns(authors, own);
        if (!named.isEmpty()) {
            return named.stream().map(match -> match.name() + "_id").toList();
        }
        return referred(table)
                .map(other -> columns.stream()
                        .filter(column ->
                                namedAfter(column).filter(other::equals).isPresent())
                        .toList())
                .orElse(List.of());
    }

    static List<String> columns(Table table) {
        return table.columns().all().stream().map(Table.Column::name).toList();
    }

    /** Returns the other table of {@code add_fk_from_posts_to_users}. */
    Optional<Table> referred(Table own) {
        return words.behind("to").flatMap(this::named).filter(table -> !table.equals(own));
    }

    /** Returns the table that a column is named after: {@code authors} for {@code author_id}. */
    Optional<Table> namedAfter(String column) {
        return named(New.name(column).replaceFirst("_id$", ""));
    }

    private Optional<Table> named(String noun) {
        return schema.tables().stream()
                .filter(table -> {
                    String written = New.name(table.name().name());
                    return written.equals(noun) || NameWords.plurals(noun).contains(written);
                })
                .findFirst();
    }

    private List<String> tables() {
        return schema.tables().stream().map(table -> table.name().name()).toList();
    }

    private List<String> enums() {
        return schema.types().stream()
                .filter(type -> type.kind() == SchemaObject.TypeKind.ENUM)
                .map(type -> type.name().name())
                .toList();
    }
}
