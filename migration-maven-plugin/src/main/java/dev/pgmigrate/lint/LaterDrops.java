package dev.pgmigrate.lint;

import dev.pgmigrate.replay.Place;
import dev.pgmigrate.replay.Step;
import dev.pgmigrate.sql.ast.AlterTableAction;
import dev.pgmigrate.sql.ast.DropStatement;
import dev.pgmigrate.sql.ast.ObjectReference;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The statements of a file that drop something, by the last part of its name: each is read once, however often it is asked for. */
final class LaterDrops {
    /** The statements by where they begin, by name. */
    private final Map<String, NavigableMap<Integer, Step>> drops = new HashMap<>();

    LaterDrops(FileContext file) {
        for (Step step : file.steps().changes()) {
            if (step.place() != Place.FILE) {
                continue;
            }
            if (step.statement() instanceof DropStatement drop) {
                for (ObjectReference object : drop.objects()) {
                    add(object.name().last().text(), step);
                }
            } else if (step.statement() instanceof AlterTable alter) {
                for (AlterTableAction action : alter.actions()) {
                    if (action instanceof AlterTableAction.Dropping drop) {
                        add(drop.name().text(), step);
                    }
                }
            }
        }
    }

    private void add(String name, Step step) {
        drops.computeIfAbsent(name, key -> new TreeMap<>())
                .put(step.statement().range().start(), step);
    }

    /** Returns those that drop something with one of {@code names} and begin behind {@code place}, in order. */
    Collection<Step> behind(int place, Set<String> names) {
        NavigableMap<Integer, Step> found = new TreeMap<>();
        for (String name : names) {
            found.putAll(
                    drops.getOrDefault(name, Collections.emptyNavigableMap()).tailMap(place, false));
        }
        return found.values();
    }
}
