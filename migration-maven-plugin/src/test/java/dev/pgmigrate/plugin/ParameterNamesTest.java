package dev.pgmigrate.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.junit.jupiter.api.Test;

class ParameterNamesTest {
    private final ParameterNames names =
            new ParameterNames(plugin("failOn", "failOnDrift", "user", "reports", "historyTable", "outOfOrder"));

    @Test
    void namesWhatIsNearest() {
        assertThat(names.unknown(List.of("migrate.failon", "migrate.failOn", "maven.test.skip", "migrate.password")))
                .containsExactly("migrate.failon");
        assertThat(names.question("migrate.failon")).isEqualTo("Did you mean migrate.failOn?");
        assertThat(names.question("migrate.ur")).contains("migrate.url");
        assertThat(names.question("history")).isEqualTo("Did you mean migrate.historyTable?");
        assertThat(names.questionInPom("outoforder")).isEqualTo("Did you mean outOfOrder?");
    }

    @Test
    void whatIsNearToNothingMayBelongToSomethingElse() {
        assertThat(names.isNear("migrate.plugin.version")).isFalse();
        assertThat(names.question("migrate.plugin.version")).contains("migrate:help");
        assertThat(names.isNear("migrate.reportz")).isTrue();
    }

    private static PluginDescriptor plugin(String... parameters) {
        MojoDescriptor goal = new MojoDescriptor();
        goal.setGoal("check");
        PluginDescriptor plugin = new PluginDescriptor();
        try {
            for (String name : parameters) {
                Parameter parameter = new Parameter();
                parameter.setName(name);
                parameter.setExpression("${migrate." + name + "}");
                goal.addParameter(parameter);
            }
            plugin.addMojo(goal);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return plugin;
    }
}
