package dev.pgmigrate.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherToolTest {
    @TempDir
    private Path project;

    @Test
    void knowsSupabaseAndItsServer() throws IOException {
        write(
                "supabase/config.toml",
                "project_id = \"x\"\n[api]\nport = 1\n[db] # local\nmajor_version = 15 # hosted\n");

        assertThat(OtherTool.in(project, List.of()))
                .contains(new OtherTool(
                        OtherTool.Kind.SUPABASE,
                        "supabase/config.toml is there",
                        List.of(),
                        List.of(),
                        List.of(),
                        "15"));
        assertThat(OtherTool.in(project.resolve("migrate"), List.of(Path.of("../supabase/migrations"))))
                .map(OtherTool::kind)
                .contains(OtherTool.Kind.SUPABASE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application.properties | `spring.flyway.locations=classpath:db/a, filesystem:sql\nspring.flyway.defaultSchema=app`",
                "application.yml | `spring:\n  datasource:\n    url: x\n  flyway:\n    locations:\n    - classpath:db/a\n    - filesystem:sql"
                        + "\n    default-schema: \"app\" # ours\nserver:\n  port: 1`",
                "application.yaml | `spring.flyway:\n  default-schema: app\n  locations: [classpath:/db/a, \"filesystem:sql\"]`",
                "../../../flyway.toml | `[flyway]\nlocations = [\"classpath:db/a\", \"filesystem:sql\"]\ndefaultSchema = \"app\"`",
                "../../../flyway.conf | `flyway.locations=classpath:db/a,filesystem:sql,classpath:nowhere\nflyway.schemas=app`"
            })
    void readsFlywaysConfiguration(String file, String text) throws IOException {
        Files.createDirectories(project.resolve("src/main/resources/db/a"));
        Files.createDirectories(project.resolve("sql"));
        write("src/main/resources/" + file, text);

        OtherTool flyway = OtherTool.in(project, List.of()).orElseThrow();

        assertThat(flyway.kind()).isEqualTo(OtherTool.Kind.FLYWAY);
        assertThat(flyway.locations()).containsExactly(Path.of("src/main/resources/db/a"), Path.of("sql"));
        assertThat(flyway.schemas()).containsExactly("app");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "flyway.toml | `[environments.default]\nurl = \"x\"` | flyway.toml is there",
                "src/main/resources/application-prod.yml | `spring:\n  flyway:\n    baseline-on-migrate: true`"
                        + " | src/main/resources/application-prod.yml configures it",
                "build.gradle | `plugins {\n  id 'org.flywaydb.flyway' version '11.0.0'\n}` | build.gradle names org.flywaydb",
                "build.gradle.kts | `dependencies { implementation(\"org.flywaydb:flyway-core\") }`"
                        + " | build.gradle.kts names org.flywaydb",
            })
    void knowsFlywayWhereverItIsNamed(String file, String text, String reason) throws IOException {
        write("src/main/resources/application-test.yml", "spring.flyway.enabled: false\n");
        write(file, text);

        assertThat(OtherTool.in(project, List.of()).orElseThrow().reason()).isEqualTo(reason);
    }

    @Test
    void readsLocationsWithWildcardsAndNamesWhatIsNoFolder() throws IOException {
        write("src/main/resources/db/orders/migration/V1__a.sql", "");
        write("src/main/resources/db/users/migration/V2__b.sql", "");
        write("src/main/resources/db/users/other/V3__c.sql", "");
        write("sql/postgresql/V4__d.sql", "");

        OtherTool flyway = OtherTool.flyway(
                project,
                List.of("classpath:db/*/migration", "filesystem:sql/{vendor}", "s3:bucket/sql", "classpath:gone"),
                List.of(),
                "the pom");

        assertThat(flyway.locations())
                .containsExactly(
                        Path.of("src/main/resources/db/orders/migration"),
                        Path.of("src/main/resources/db/users/migration"),
                        Path.of("sql/postgresql"));
        assertThat(flyway.absent()).containsExactly("s3:bucket/sql", "classpath:gone");
    }

    @Test
    void knowsLiquibasesChangelogs() throws IOException {
        write("migrations/001_a.sql", "-- liquibase formatted sql\n--changeset a:1\nSELECT 1;\n");

        assertThat(OtherTool.of(MigrationFolders.find(project, List.of(), null)))
                .map(OtherTool::reason)
                .contains("migrations/001_a.sql is a changelog of Liquibase");
    }

    @Test
    void whoHasNoneHasNone() throws IOException {
        write("src/main/resources/application.yml", "spring:\n  flyway:\n    enabled: false\n");
        write("src/main/resources/application.properties", "spring.datasource.url=x\n");
        write("build.gradle", "plugins { id 'java' }\n// implementation 'org.flywaydb:flyway-core'\n");

        assertThat(OtherTool.in(project, List.of())).isEmpty();
    }

    @Test
    void subFoldersAreTakenButForRollbacks() throws IOException {
        write("migrations/V1__a.sql", "");
        write("migrations/2025/q1/V2__b.sql", "");
        write("migrations/2025/rollback/V2__b.sql", "");

        MigrationFolders folders =
                MigrationFolders.find(project, List.of(), null).withSubFolders();

        assertThat(folders.locations())
                .extracting(folders::display)
                .containsExactly("migrations", "migrations/2025", "migrations/2025/q1");
        assertThat(Migrations.read(folders).ignored()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "create table if not exists a (),true",
        "CREATE EXTENSION  IF NOT EXISTS citext,false",
        "create schema if not exists x,false",
        "drop table if exists a,false",
        "alter table a add column  if not exists b int,true"
    })
    void anAuthorWhoGuardsIsKnown(String sql, boolean guarded) throws IOException {
        write("migrations/1_a.sql", sql);

        assertThat(Guards.areIn(MigrationFolders.find(project, List.of(), null)))
                .isEqualTo(guarded);
    }

    private void write(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
