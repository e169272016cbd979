package dev.pgmigrate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StartIT {
    private static final Pattern DATABASE = Pattern.compile("jdbc:postgresql://127\\.0\\.0\\.1:([0-9]+)/(\\w+), until");

    /**
     * The tests run in JVMs of their own, and each looks for the table of its module and for none of the other's. The users'
     * are run by Surefire and by Failsafe; the orders' use the classes that jOOQ's generator made of the module's database.
     */
    @Test
    void forkedTestsOfTwoModulesHaveADatabaseEachThatEndsWithMaven() {
        BuildResult result = MavenBuild.of("start-gives-tests-a-database")
                .run("-T", "2", "verify")
                .succeeded();

        for (String tests : List.of("UsersTest", "UsersIT", "OrdersTest")) {
            assertThat(result.lines())
                    .as(tests)
                    .anyMatch(line -> line.contains("Failures: 0, Errors: 0") && line.endsWith("in " + tests));
        }
        assertThat(result.folder()
                        .resolve("orders/target/generated-sources/jooq/org/example/db/tables/OrderLines.java"))
                .exists();
        List<MatchResult> databases = DATABASE.matcher(result.log()).results().toList();
        assertThat(databases)
                .hasSize(2)
                .extracting(database -> database.group(2))
                .doesNotHaveDuplicates();
        assertThat(databases)
                .extracting(database -> database.group(1))
                .containsOnly(databases.get(0).group(1));
        int port = Integer.parseInt(databases.get(0).group(1));
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void theSecondStartOfAModuleIsTheFirst() {
        BuildResult result = MavenBuild.of("start-gives-tests-a-database")
                .run("-pl", "users", "generate-sources", "migrate:start")
                .succeeded();

        assertThat(DATABASE.matcher(result.log()).results()).hasSize(1);
        result.says("This module's database is there: jdbc:postgresql://127.0.0.1:");
    }
}
