package dev.pgmigrate.apply.plan;

import dev.pgmigrate.failure.ExplainedException;
import java.util.List;

/** Says why nothing was applied, or rolled back: the files, or the files and the history, do not allow it. */
public final class NotApplicableException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    private final transient List<Obstacle> obstacles;

    public NotApplicableException(List<Obstacle> obstacles) {
        super(String.join("\n", obstacles.stream().map(Obstacle::toString).toList()));
        this.obstacles = List.copyOf(obstacles);
    }

    public List<Obstacle> obstacles() {
        return obstacles;
    }
}
