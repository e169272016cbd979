package dev.pgmigrate.apply.run;

import dev.pgmigrate.apply.ScriptRunner;
import dev.pgmigrate.apply.ScriptStep;
import dev.pgmigrate.apply.history.LockLostException;
import dev.pgmigrate.migration.Migration;
import dev.pgmigrate.server.Pipeline;
import dev.pgmigrate.server.ServerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects statements, ours and those of one migration, and sends them in one round trip.
 *
 * <p>The server answers them in order, and nothing after an error; so the number of answers says whose error, or whose
 * notice, it is.
 */
final class RoundTrip {
    /** The driver asks for answers in between where more than 250 of them could fill a buffer. */
    private static final int MOST_STEPS = 100;

    private static final int MOST_CHARACTERS = 32_000;

    private final RunResources resources;
    private final Migration migration;
    private final Pipeline pipeline;
    private final List<Part> parts = new ArrayList<>();
    private boolean asksForLock;
    private int steps;
    private int characters;

    RoundTrip(RunResources resources, Migration migration) {
        this.resources = resources;
        this.migration = migration;
        this.pipeline = resources.worker().pipeline();
    }

    /**
     * One statement.
     *
     * @param stepOrNull the statement of the file that it is, or null
     * @param meaning what an error of it means
     */
    private record Part(
            String sql, @Nullable ScriptStep stepOrNull, Function<ServerException, RuntimeException> meaning) {}

    boolean isEmpty() {
        return parts.isEmpty();
    }

    boolean hasSteps() {
        return steps > 0;
    }

    /** Returns whether {@code step} may wait for others that go with it. */
    boolean canWait(ScriptStep step) {
        return step.sql().length() <= MOST_CHARACTERS
                && pipeline.counts()
                && !resources.listener().looksAfterEachStatement();
    }

    /** Returns whether {@code step} can go with those that wait. */
    boolean hasRoomFor(ScriptStep step) {
        return steps < MOST_STEPS && characters + step.sql().length() <= MOST_CHARACTERS;
    }

    /** Adds statements of which the first one that has rows says, in its last column, whether the lock is held. */
    void addQuestion(List<String> statements) {
        add(statements);
        asksForLock = true;
    }

    void add(List<String> statements) {
        statements.forEach(this::add);
    }

    void add(String sql) {
        add(sql, e -> e);
    }

    void add(String sql, Function<ServerException, RuntimeException> meaning) {
        parts.add(new Part(sql, null, meaning));
    }

    void add(ScriptStep step) {
        parts.add(new Part(step.sql(), step, e -> ScriptRunner.failed(migration.sql(), step.range(), e)));
        steps++;
        characters += step.sql().length();
    }

    /**
     * Sends what was added.
     *
     * @throws LockLostException if that asks for the lock, and it is lost
     */
    void send() {
        List<Part> sent = List.copyOf(parts);
        boolean asked = asksForLock;
        parts.clear();
        asksForLock = false;
        steps = 0;
        characters = 0;
        Progress progress = new Progress(sent);
        List<String> sql = sent.stream().map(Part::sql).toList();
        boolean held = true;
        try {
            if (asked) {
                held = pipeline.ask(sql, progress);
            } else {
                pipeline.run(sql, progress);
            }
        } catch (ServerException e) {
            throw progress.current().meaning().apply(e);
        }
        resources.watch().end();
        progress.steps.forEach(step -> resources.listener().ran(migration, step, progress.start));
        if (!held) {
            throw new LockLostException(null);
        }
    }

    /** Counts the answers, and says where it has got to. */
    private final class Progress implements Runnable {
        private final List<Part> parts;
        private final List<ScriptStep> steps;
        private final long start = System.nanoTime();
        private final int firstStep;
        private int answered;

        Progress(List<Part> parts) {
            this.parts = parts;
            this.steps = parts.stream()
                    .map(Part::stepOrNull)
                    .filter(Objects::nonNull)
                    .toList();
            this.firstStep = (int)
                    parts.stream().takeWhile(part -> part.stepOrNull() == null).count();
            resources.watch().begin(migration, steps);
        }

        @Override
        public void run() {
            answered++;
            if (answered <= firstStep || answered >= parts.size()) {
                return;
            }
            ScriptStep step = parts.get(answered).stepOrNull();
            if (step == null) {
                resources.watch().beginOwn(migration);
            } else {
                resources.watch().begin(migration, step.range());
            }
        }

        /** Returns the one that runs; for what only prepares the file's first statement, that statement. */
        Part current() {
            int last = parts.size() - 1;
            if (!pipeline.counts()) {
                return parts.get(steps.isEmpty() ? last : Math.min(firstStep, last));
            }
            int at = Math.min(answered, last);
            return parts.get(steps.isEmpty() ? at : Math.max(at, firstStep));
        }
    }
}
