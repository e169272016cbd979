package dev.pgmigrate.apply.repair;

import dev.pgmigrate.apply.plan.Obstacle;
import java.util.List;

/**
 * The repairs that would be made.
 *
 * @param repairs one for each thing that does not fit, in the order of the versions
 * @param obstacles what keeps a repair from being made
 */
public record RepairPlan(List<HistoryRepair> repairs, List<Obstacle> obstacles) {
    public RepairPlan {
        repairs = List.copyOf(repairs);
        obstacles = List.copyOf(obstacles);
    }
}
