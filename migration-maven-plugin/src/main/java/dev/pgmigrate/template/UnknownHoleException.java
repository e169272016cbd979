package dev.pgmigrate.template;

import dev.pgmigrate.failure.ExplainedException;
import java.util.List;
import java.util.SortedSet;

/** Says that a template has an unknown hole, and which ones exist. */
public final class UnknownHoleException extends ExplainedException {
    private static final long serialVersionUID = 1;

    private final String hole;
    private final transient List<String> known;

    UnknownHoleException(String template, int line, int column, String hole, SortedSet<String> known) {
        super("%s:%d:%d: there is no hole ${%s}; the holes are %s"
                .formatted(
                        template,
                        line,
                        column,
                        hole,
                        String.join(
                                ", ",
                                known.stream().map(name -> "${" + name + "}").toList())));
        this.hole = hole;
        this.known = List.copyOf(known);
    }

    public String hole() {
        return hole;
    }

    /** Returns the holes that can be filled, in alphabetical order. */
    public List<String> known() {
        return known;
    }
}
