package dev.pgmigrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The descriptor that Maven finds our goals by, which is written before tests run. */
final class PluginDescriptor {
    private PluginDescriptor() {}

    /** Returns the goals in alphabetical order. */
    static List<String> goals() throws Exception {
        return mojos().stream().map(mojo -> text(mojo, "goal")).sorted().toList();
    }

    /** Returns each goal with the phase that it is bound to by default, or {@code –}. */
    static List<String> goalsWithPhases() throws Exception {
        return mojos().stream()
                .map(mojo -> text(mojo, "goal") + " " + text(mojo, "phase"))
                .sorted()
                .toList();
    }

    private static List<Element> mojos() throws Exception {
        List<Element> mojos = new ArrayList<>();
        try (InputStream in = PluginDescriptor.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            assertThat(in)
                    .as("the descriptor, which Maven writes before it runs tests")
                    .isNotNull();
            NodeList found = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getElementsByTagName("mojo");
            for (int i = 0; i < found.getLength(); i++) {
                mojos.add((Element) found.item(i));
            }
        }
        return mojos;
    }

    private static String text(Element mojo, String name) {
        NodeList found = mojo.getElementsByTagName(name);
        return found.getLength() == 0 ? "–" : found.item(0).getTextContent().strip();
    }
}
