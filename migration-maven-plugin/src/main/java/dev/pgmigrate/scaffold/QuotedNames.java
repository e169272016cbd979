package dev.pgmigrate.scaffold;

import dev.pgmigrate.postgres.Identifier;
import dev.pgmigrate.template.Template;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts the names that a template makes of its holes, {@code ${table_name}_${column}_idx}, into quotation marks where SQL
 * needs them: for a reserved word, a capital letter, a blank. Inside a string or the reason of a directive they are text.
 */
final class QuotedNames {
    private static final Pattern HOLE = Pattern.compile("\\$\\{(column|object_name|table_name|to)}");
    private static final Pattern NAME = Pattern.compile("\\w*(?:" + HOLE + "\\w*)+");

    private QuotedNames() {}

    static Template in(Template template, Map<String, String> values) {
        String text = template.text()
                .lines()
                .map(line -> line(template.name(), line, values))
                .collect(Collectors.joining("\n"));
        return new Template(template.name(), template.text().endsWith("\n") ? text + "\n" : text);
    }

    private static String line(String template, String line, Map<String, String> values) {
        return NAME.matcher(line).replaceAll(name -> {
            boolean sql = isEven(line.substring(0, name.start()), '\'') && isEven(line.substring(0, name.start()), '"');
            String quoted = sql && isToQuote(template, name.group(), values) ? '"' + name.group() + '"' : name.group();
            return Matcher.quoteReplacement(quoted);
        });
    }

    private static boolean isToQuote(String template, String name, Map<String, String> values) {
        if (HOLE.matcher(name)
                .results()
                .map(hole -> values.getOrDefault(hole.group(1), TemplateValues.TODO))
                .anyMatch(TemplateValues.TODO::equals)) {
            return false;
        }
        String filled = new Template(template, name).fill(values);
        return !Identifier.quoteIdent(filled).equals(filled);
    }

    private static boolean isEven(String before, char mark) {
        return before.chars().filter(each -> each == mark).count() % 2 == 0;
    }
}
