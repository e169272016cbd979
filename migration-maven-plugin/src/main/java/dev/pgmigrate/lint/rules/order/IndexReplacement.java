package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.replay.SchemaObject.Index;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.IndexElement;
import dev.pgmigrate.sql.ast.IndexStatement.CreateIndex;
import dev.pgmigrate.sql.ast.Name;
import java.util.List;

/** Whether a statement builds what another index was for. */
final class IndexReplacement {
    private IndexReplacement() {}

    /** Returns whether {@code step} builds an index of the same name, for which the old one has to go first. */
    static boolean isRebuilt(Step step, Index old) {
        return step.statement() instanceof CreateIndex create
                && create.name() != null
                && create.name().text().equals(old.name().name());
    }

    /** Returns whether the keys of {@code old} are the first keys of the new index. */
    static boolean replaces(CreateIndex create, Step step, Index old) {
        List<String> keys = old.leadingColumns();
        List<IndexElement> elements = create.elements();
        if (create.name() == null
                || !step.before().resolve(create.table()).equals(old.table())
                || keys.size() != old.elements().size()
                || elements.size() < keys.size()
                || create.where() != null) {
            return false;
        }
        for (int i = 0; i < keys.size(); i++) {
            Name column = elements.get(i).column();
            if (column == null || !column.text().equals(keys.get(i))) {
                return false;
            }
        }
        return true;
    }
}
