package dev.pgmigrate.apply.repair;

import dev.pgmigrate.apply.plan.Obstacle;
import java.util.List;

/**
 * The repairs that would be made.
 *
 * @param repairs one for each contradiction, in the order of the versions
 * @param obstacles what prevents a repair
 */
public record RepairPlan(List<HistoryRepair> repairs, List<Obstacle> obstacles) {
    public RepairPlan {
        repairs = List.copyOf(repairs);
        obstacles = List.copyOf(obstacles);
    }
}
