package dev.pgmigrate.lint.evidence;

import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.TypeName;
import dev.pgmigrate.sql.plpgsql.PlDeclaration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of one block or loop of a body in PL/pgSQL, and of what is around it. */
public final class PlpgsqlScope {
    private final @Nullable PlpgsqlScope around;
    private final @Nullable String label;
    private final Map<String, Variable> names = new HashMap<>();

    public PlpgsqlScope(@Nullable PlpgsqlScope around, @Nullable Name label) {
        this.around = around;
        this.label = label == null ? null : label.text();
    }

    /**
     * What a name stands for.
     *
     * @param declaration null for a parameter, and for what loops and the server declare
     * @param parameter the type of a parameter
     */
    public record Variable(
            @Nullable PlDeclaration declaration, @Nullable TypeName parameter) {}

    public void add(String name) {
        names.put(name, new Variable(null, null));
    }

    void add(Name name, TypeName type) {
        names.put(name.text(), new Variable(null, type));
    }

    public void add(PlDeclaration declaration) {
        names.put(declaration.name().text(), new Variable(declaration, null));
    }

    /** Returns whether this block or loop itself has the name. */
    boolean declares(String name) {
        return names.containsKey(name);
    }

    /** Returns what a name without dots stands for; null where nothing declares it. */
    public @Nullable Variable find(String name) {
        for (PlpgsqlScope scope = this; scope != null; scope = scope.around) {
            Variable variable = scope.names.get(name);
            if (variable != null) {
                return variable;
            }
        }
        return null;
    }

    /** Returns whether it is a variable, a field of one, or either behind the label of a block. */
    public boolean knows(List<Name> parts) {
        String first = parts.get(0).text();
        for (PlpgsqlScope scope = this; scope != null; scope = scope.around) {
            boolean labelled = parts.size() > 1
                    && first.equals(scope.label)
                    && scope.declares(parts.get(1).text());
            if (labelled || scope.declares(first)) {
                return true;
            }
        }
        return first.startsWith("$");
    }
}
