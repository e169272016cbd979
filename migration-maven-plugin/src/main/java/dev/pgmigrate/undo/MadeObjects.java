package dev.pgmigrate.undo;

import dev.pgmigrate.replay.Schema;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.DmlStatement;
import dev.pgmigrate.sql.ast.FunctionStatement;
import dev.pgmigrate.sql.ast.GrantStatement;
import dev.pgmigrate.sql.ast.Making;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.ObjectStatement;
import dev.pgmigrate.sql.ast.SequenceStatement;
import dev.pgmigrate.sql.ast.Statement;
import dev.pgmigrate.sql.ast.TableStatement;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a migration has made so far, whose drop takes along what is said of it later: an index, a policy, rows. */
final class MadeObjects {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_$]+");

    /** What holds others, by its name, with the number of those made before it. */
    private final Map<String, Integer> holders = new HashMap<>();

    /** The words of their names, with the number of those made before them. */
    private final Map<String, Integer> words = new HashMap<>();

    private int made;

    void remember(Step step) {
        if (!(step.statement() instanceof Making making) || making.made() == null || making.table() != null) {
            return;
        }
        boolean isNew = !step.before()
                .presence(step.before().target(making, making.made()))
                .isPresent();
        if (!isNew) {
            return;
        }
        made++;
        NO_WORD.splitAsStream(making.made().name().last().text().toLowerCase(Locale.ROOT))
                .forEach(word -> words.put(word, made));
        switch (making.made().type()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, FUNCTION, PROCEDURE, TYPE, DOMAIN ->
                holders.put(resolved(making.made().name(), step.before()), made);
            default -> {}
        }
    }

    /** Returns whether dropping what is there already undoes this as well. */
    boolean takeAlong(Step step) {
        Statement statement = step.statement();
        Set<ObjectName> on = new LinkedHashSet<>();
        boolean tied = false;
        if (statement instanceof Making making && making.table() != null) {
            on.add(making.table());
            tied = true;
        } else if (statement instanceof TableStatement.AlterTable alter) {
            on.add(alter.name());
            tied = true;
        } else if (statement instanceof SequenceStatement.AlterSequence alter) {
            on.add(alter.name());
        } else if (statement instanceof FunctionStatement.AlterFunction alter) {
            on.add(alter.function().name());
        } else if (statement instanceof DmlStatement.Insert insert) {
            on.add(insert.relation().name());
        } else if (statement instanceof DmlStatement.Update update) {
            on.add(update.relation().name());
        } else if (statement instanceof DmlStatement.Delete delete) {
            on.add(delete.relation().name());
        } else if (statement instanceof ObjectStatement.Comment comment) {
            on.add(
                    comment.object().parent() == null
                            ? comment.object().name()
                            : comment.object().parent());
        } else if (statement instanceof ObjectStatement.SetOwner owner) {
            on.add(owner.object().name());
        } else if (statement instanceof GrantStatement.Grant grant && grant.scope() == GrantStatement.Scope.OBJECTS) {
            grant.objects().forEach(object -> on.add(object.name()));
        }
        return !on.isEmpty()
                && on.stream().allMatch(name -> holders.containsKey(resolved(name, step.before())))
                && !(tied && namesWhatIsYounger(step, on));
    }

    /** What was made after the table is dropped before it, and so must not be needed by then. */
    private boolean namesWhatIsYounger(Step step, Set<ObjectName> on) {
        int oldest = on.stream()
                .mapToInt(name -> holders.get(resolved(name, step.before())))
                .min()
                .orElse(0);
        String text = step.file().source().text(step.statement().range()).toLowerCase(Locale.ROOT);
        return NO_WORD.splitAsStream(text).anyMatch(word -> words.getOrDefault(word, 0) > oldest);
    }

    private static String resolved(ObjectName name, Schema schema) {
        return schema.resolve(name).quoted();
    }
}
