package dev.pgmigrate.replay;

import dev.pgmigrate.postgres.QualifiedName;
import dev.pgmigrate.replay.SchemaObject.Index;
import dev.pgmigrate.replay.SchemaObject.View;
import dev.pgmigrate.replay.Table.Column;
import dev.pgmigrate.replay.Table.Policy;
import dev.pgmigrate.replay.Table.Trigger;
import dev.pgmigrate.sql.ast.Node;
import org.jspecify.annotations.Nullable;

/** Remembers which relations name what, so that the users of a name are found without a look at every relation. */
final class Mentions {
    private final Timeline timeline;
    private final QualifiedName relation;

    private Mentions(Timeline timeline, QualifiedName relation) {
        this.timeline = timeline;
        this.relation = relation;
    }

    /** Returns those of {@code relation}, by the name that it has from now on. */
    static Mentions by(QualifiedName relation, Model model) {
        return new Mentions(model.timeline(), relation);
    }

    void add(Policy policy) {
        policy.conditions().forEach(this::addNames);
    }

    void add(Trigger trigger) {
        add(trigger.function().name());
        addNames(trigger.definition().when());
    }

    void add(TableConstraint constraint) {
        addNames(constraint.expression());
    }

    void add(Index index) {
        index.expressions().forEach(this::addNames);
        index.elements().forEach(element -> addNames(element.collation()));
    }

    /** Adds the collation of a column, and what its default names or it is generated from. */
    void add(Column column) {
        addNames(column.defaultValue());
        if (column.collation() != null) {
            add(column.collation().name());
        }
    }

    void add(View view) {
        addNames(view.query());
        view.triggers().all().forEach(this::add);
    }

    void add(Table table) {
        table.policies().all().forEach(this::add);
        table.triggers().all().forEach(this::add);
        table.columns().all().forEach(this::add);
        table.constraints().all().forEach(this::add);
        addNames(table.partitionBy());
    }

    private void addNames(@Nullable Node tree) {
        if (tree != null) {
            TreeNames.all(tree).forEach(this::add);
        }
    }

    private void add(String name) {
        timeline.link(Topics.relationsNaming(name), ObjectKey.relation(relation));
    }
}
