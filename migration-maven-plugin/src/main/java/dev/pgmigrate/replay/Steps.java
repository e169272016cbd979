package dev.pgmigrate.replay;

import dev.pgmigrate.migration.SqlFile;
import dev.pgmigrate.sql.ast.DmlStatement.Insert;
import dev.pgmigrate.sql.plpgsql.PlpgsqlBody;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one file, in order. Those of rows that the script does not keep are made when they are asked for: all in a row
 * meet the same schema and leave it as it is.
 */
public final class Steps extends AbstractList<Step> implements RandomAccess {
    private final SqlFile file;
    private final Object[] parts;

    /** How many steps come before each part. */
    private final int[] firsts;

    private final int size;
    private @Nullable List<Step> changes;
    private final IdentityHashMap<Step, Spot> spots = new IdentityHashMap<>();

    private Steps(SqlFile file, Object[] parts, int[] firsts, int size) {
        this.file = file;
        this.parts = parts;
        this.firsts = firsts;
        this.size = size;
    }

    /** How many changes come before a step, and up to it. */
    private record Spot(int before, int behind) {}

    /** Statements that are alike in all but their text. */
    private record Rows(int index, int count, Moment moment, Schema again) {
        Step step(SqlFile file, int number) {
            return new Step(
                    file.script().statements().get(index + number),
                    file,
                    index + number,
                    Place.FILE,
                    null,
                    moment.before(),
                    moment.after(),
                    again,
                    moment.transaction(),
                    moment.settings(),
                    Guard.NONE,
                    null);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Step get(int position) {
        if (position < 0 || position >= size) {
            throw new IndexOutOfBoundsException(position);
        }
        int found = Arrays.binarySearch(firsts, position);
        int part = found >= 0 ? found : -found - 2;
        return parts[part] instanceof Rows rows ? rows.step(file, position - firsts[part]) : (Step) parts[part];
    }

    /** Returns whether asking for this step again returns the same object. */
    public boolean keeps(Step step) {
        return step.file() != file || file.script().notKept(step.index()) == 0;
    }

    /** Returns the steps of the file itself, without those inside bodies. */
    public Steps topLevel() {
        Builder builder = new Builder(file);
        for (Object part : parts) {
            if (part instanceof Rows || ((Step) part).place() == Place.FILE) {
                builder.add(part, part instanceof Rows rows ? rows.count : 1);
            }
        }
        return builder.build();
    }

    /** Returns the steps before {@code step}; of rows in a row, which can be millions, only the first. */
    public List<Step> changesBefore(Step step) {
        return changes().subList(0, spot(step).before);
    }

    /** Returns the steps after {@code step}; of rows in a row only the first. */
    public List<Step> changesAfter(Step step) {
        return changes().subList(spot(step).behind, changes().size());
    }

    /** Returns all steps; of rows that are written out one after the other, which can be millions, only the first. */
    public List<Step> changes() {
        List<Step> known = changes;
        if (known == null) {
            known = new ArrayList<>();
            boolean rows = false;
            for (Object part : parts) {
                int before = known.size();
                boolean row = part instanceof Rows || isRow((Step) part);
                if (!row || !rows) {
                    known.add(part instanceof Rows first ? first.step(file, 0) : (Step) part);
                }
                if (part instanceof Step step) {
                    spots.put(step, new Spot(before, known.size()));
                }
                rows = row;
            }
            changes = known;
        }
        return known;
    }

    private static boolean isRow(Step step) {
        return step.place() == Place.FILE && step.statement() instanceof Insert insert && insert.isWrittenOut();
    }

    private Spot spot(Step step) {
        List<Step> all = changes();
        Spot known = spots.get(step);
        if (known != null) {
            return known;
        }
        int found = Collections.binarySearch(all, step, Comparator.comparingInt(Step::index));
        return found >= 0 ? new Spot(found, found + 1) : new Spot(-found - 1, -found - 1);
    }

    /** Takes the statements of a file in their order. */
    static final class Builder {
        private final SqlFile file;
        private final List<Object> parts = new ArrayList<>();
        private int[] firsts = new int[16];
        private int size;

        Builder(SqlFile file) {
            this.file = file;
        }

        void add(Bodies.Embedded statement, Moment met, Schema again, @Nullable PlpgsqlBody body) {
            if (statement.place() == Place.FILE && file.script().notKept(statement.index()) > 0) {
                addRow(statement.index(), met, again);
            } else {
                part(new Step(
                        statement.statement(),
                        file,
                        statement.index(),
                        statement.place(),
                        statement.outer(),
                        met.before(),
                        met.after(),
                        again,
                        met.transaction(),
                        met.settings(),
                        statement.guard(),
                        body));
            }
            size++;
        }

        private void addRow(int index, Moment met, Schema again) {
            int last = parts.size() - 1;
            if (last >= 0 && parts.get(last) instanceof Rows rows && rows.moment.equals(met) && rows.again == again) {
                parts.set(last, new Rows(rows.index, rows.count + 1, met, again));
            } else {
                part(new Rows(index, 1, met, again));
            }
        }

        private void add(Object part, int steps) {
            part(part);
            size += steps;
        }

        private void part(Object part) {
            if (parts.size() == firsts.length) {
                firsts = Arrays.copyOf(firsts, firsts.length * 2);
            }
            firsts[parts.size()] = size;
            parts.add(part);
        }

        Steps build() {
            return new Steps(file, parts.toArray(), Arrays.copyOf(firsts, parts.size()), size);
        }
    }
}
