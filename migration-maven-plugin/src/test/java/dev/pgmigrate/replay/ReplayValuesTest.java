package dev.pgmigrate.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.ColumnDef;
import dev.pgmigrate.sql.ast.ObjectType;
import dev.pgmigrate.sql.ast.PublicationStatement.AlterPublication;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement.CreateTable;
import dev.pgmigrate.sql.ast.TypeName;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values that the replay hands to rules: types, names, guards, origins. */
class ReplayValuesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int | int4 | int4",
                "pg_catalog.int4 | int4 | int4",
                "bigserial | int8 | int8",
                "app.serial | app.serial | app.serial",
                "numeric(10, 2) | numeric(10,2) | numeric",
                "decimal | numeric | numeric",
                "varchar(1_0)[] | varchar(10)[] | varchar[]",
                "char | bpchar(1) | bpchar",
                "bpchar | bpchar | bpchar",
                "double precision | float8 | float8",
                "timestamp with time zone | timestamptz | timestamptz",
                "app.int | app.int | app.int"
            })
    void typeIsTheOneOfTheCatalog(String written, String type, String plain) {
        ColumnType column = ColumnType.of(type(written)).withoutSerial();

        assertThat(column).hasToString(type);
        assertThat(column.plain()).isEqualTo(plain);
    }

    /** Nothing is sorted to know that, however many parts there are. */
    @Test
    void membersAreEmptyWhenNoneOfThemIsThere() {
        Members<String> none = Members.none();
        Members<String> one =
                none.with("a", "first").with("a", "again").unsure("a").unsure("b");
        Members<String> two = one.with("c", "second");

        assertThat(List.of(
                        none,
                        none.unsure("a"),
                        none.without("a"),
                        one.without("a").without("a"),
                        two.renamed("a", "c", "x").without("c")))
                .allMatch(Members::isEmpty)
                .allMatch(members -> members.all().isEmpty());
        assertThat(List.of(
                        one,
                        two.without("a"),
                        one.renamed("a", "b", "x"),
                        two.renamed("a", "c", "x"),
                        one.renamed("a", "a", "x")))
                .noneMatch(Members::isEmpty)
                .noneMatch(members -> members.all().isEmpty());
    }

    private static TypeName type(String written) {
        ColumnDef column = (ColumnDef) ((CreateTable) only("CREATE TABLE a (b " + written + ");"))
                .elements()
                .get(0);
        return Objects.requireNonNull(column.type());
    }

    private static Statement only(String sql) {
        return file(sql).script().statements().get(0);
    }

    private static SqlFile file(String sql) {
        return SqlFile.of(Path.of("a.sql"), "a.sql", sql);
    }

    @Test
    void typeIsOneOfTheSystemWithoutASchema() {
        assertThat(ColumnType.of(type("int")).is("int4")).isTrue();
        assertThat(ColumnType.of(type("int")).is("int8")).isFalse();
        assertThat(ColumnType.of(type("int[]")).is("int4")).isFalse();
        assertThat(ColumnType.of(type("app.int4")).is("int4")).isFalse();
        assertThat(ColumnType.of(type("numeric(10, 2)")).modifier(1)).hasValue(2);
        assertThat(ColumnType.of(type("numeric(10, 2)")).modifier(2)).isEmpty();
        assertThat(ColumnType.isSerial(type("serial8"))).isTrue();
        assertThat(ColumnType.isSerial(type("int"))).isFalse();
        assertThat(ColumnType.isSerial(type("app.serial"))).isFalse();
        assertThat(ColumnType.isSerial(type("serial[]"))).isFalse();
    }

    @Test
    void nameIsMadeUpUntilItIsFree() {
        Set<String> taken = Set.of("notes_body_idx", "notes_body_idx1");

        assertThat(GeneratedNames.choose("notes", List.of("body"), "idx", taken::contains))
                .isEqualTo("notes_body_idx2");
        assertThat(GeneratedNames.choose("notes", List.of(), "pkey", taken::contains))
                .isEqualTo("notes_pkey");
        assertThat(GeneratedNames.choose("n".repeat(40), List.of("c".repeat(40)), "key", name -> false))
                .isEqualTo("n".repeat(29) + "_" + "c".repeat(29) + "_key");
        assertThat(GeneratedNames.choose("n".repeat(70), List.of("c"), "key", name -> false))
                .isEqualTo("n".repeat(57) + "_c_key");
        assertThat(GeneratedNames.choose("n", List.of("c".repeat(70)), "key", name -> false))
                .isEqualTo("n_" + "c".repeat(57) + "_key");
        assertThat(GeneratedNames.choose("ä".repeat(40), List.of(), "pkey", name -> false))
                .isEqualTo("ä".repeat(29) + "_pkey");
        assertThat(GeneratedNames.isOfNotNull("a_not_null12")).isTrue();
        assertThat(GeneratedNames.isOfNotNull("a_not_nullable")).isFalse();
        assertThat(GeneratedNames.withoutNumbers("a_fkey_1")).isEqualTo("a_fkey");
        assertThat(GeneratedNames.withoutNumbers("a1_fkey12")).isEqualTo("a1_fkey");
    }

    @Test
    void guardHandlesWhatItsConditionsMatch() {
        List<Step> steps =
                new Replay(Runner.MIGRATE, List.of("public")).run(file("""
                        DO $$ BEGIN
                            CREATE TABLE a ();
                            BEGIN CREATE TABLE b (); EXCEPTION WHEN duplicate_table THEN NULL; END;
                            IF true THEN CREATE TABLE c (); END IF;
                        END $$;
                        """)).steps();

        assertThat(steps.get(1).guard().isPresent()).isFalse();
        assertThat(steps.get(1).guard().handles(SqlState.DUPLICATE_TABLE)).isFalse();
        assertThat(steps.get(2).guard().isPresent()).isTrue();
        assertThat(steps.get(2).guard().conditional()).isFalse();
        assertThat(steps.get(2).guard().handles(SqlState.DUPLICATE_TABLE)).isTrue();
        assertThat(steps.get(2).guard().handles(SqlState.DUPLICATE_OBJECT)).isFalse();
        assertThat(steps.get(3).guard().hasHandlers()).isFalse();
        assertThat(steps.get(3).guard().isPresent()).isTrue();
    }

    @Test
    void settingWithoutEffectIsAnAttempt() {
        List<Step> steps = new Replay(Runner.PSQL, List.of("public"))
                .run(file("SET LOCAL lock_timeout = '1s'; SET row_security = 'NO'; SELECT 1;"))
                .steps();
        Settings settings = steps.get(2).settings();

        assertThat(settings.get("lock_timeout")).isEmpty();
        assertThat(settings.attempt("lock_timeout")).isPresent();
        assertThat(settings.isOff("row_security")).isTrue();
        assertThat(settings.isOff("lock_timeout")).isFalse();
        assertThat(settings.all()).containsOnlyKeys("lock_timeout", "row_security");
    }

    @Test
    void originIsItsFileAndItsPlace() {
        SqlFile one = file("SELECT 1;");
        Origin origin = new Origin(one, new SourceRange(0, 8));

        assertThat(origin).isEqualTo(new Origin(one, new SourceRange(0, 8)));
        assertThat(origin).hasSameHashCodeAs(new Origin(one, new SourceRange(0, 8)));
        assertThat(origin).isNotEqualTo(new Origin(one, new SourceRange(0, 7)));
        assertThat(origin).isNotEqualTo(new Origin(file("SELECT 1;"), new SourceRange(0, 8)));
        assertThat(origin).isNotEqualTo(null);
    }

    @Test
    void rollbackIsTriedOutAndNotKept() {
        Replay replay = new Replay(Runner.MIGRATE, List.of("public"));
        QualifiedName a = QualifiedName.of("public", "a");
        replay.run(file("CREATE TABLE a (id int); CREATE TEMPORARY TABLE t ();"));

        Schema after = replay.tryOut(file("DROP TABLE a; CREATE TABLE b ();")).after();

        assertThat(after.relationPresence(a).isAbsent()).isTrue();
        assertThat(after.relationPresence(QualifiedName.of("t"))).isEqualTo(Presence.UNKNOWN);
        assertThat(replay.schema().relationPresence(a).isPresent()).isTrue();
        assertThat(replay.schema().relationPresence(QualifiedName.of("b"))).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void newListOfAPublicationLosesWhatItLeavesOut() {
        Replay replay = new Replay(Runner.MIGRATE, List.of("public"));
        replay.run(file("CREATE TABLE a (); CREATE TABLE b (); CREATE TABLE gone (); DROP TABLE gone;"));
        AlterPublication change = (AlterPublication) only("ALTER PUBLICATION p SET TABLE b, TABLES IN SCHEMA app;");

        assertThat(Publications.lost(
                        Set.of("public.a", "public.b", "public.gone", "app.c", "schema old", "schema app"),
                        change.items(),
                        replay.schema()))
                .containsExactly("public.a", "schema old");
        assertThat(Publications.of(QualifiedName.of("a"), replay.schema())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TABLE, 42P07, 42P01, 42P01",
        "INDEX, 42P07, 42704, 42P01",
        "SCHEMA, 42P06, 3F000, 3F000",
        "DATABASE, 42P04, 3D000, 3D000",
        "FUNCTION, 42723, 42883, 42883",
        "COLUMN, 42710, 42703, 42703",
        "TEXT_SEARCH_PARSER, 23505, 42704, 42704",
        "POLICY, 42710, 42704, 42704"
    })
    void serverRefusesWithTheStateOfTheKind(ObjectType type, String existing, String missing, String toAlter) {
        assertThat(Collision.sqlStateOfExisting(type)).isEqualTo(existing);
        assertThat(Collision.sqlStateOfMissing(type)).isEqualTo(missing);
        assertThat(Collision.sqlStateOfMissingToAlter(type)).isEqualTo(toAlter);
        assertThat(Collision.sqlStateOfRenamed(type)).isEqualTo(type == ObjectType.POLICY ? existing : toAlter);
    }
}
