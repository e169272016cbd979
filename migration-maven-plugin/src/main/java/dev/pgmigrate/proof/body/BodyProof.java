package dev.pgmigrate.proof.body;

import java.util.List;

/**
 * What the server says of bodies.
 *
 * @param problems the statements that fail whenever they run
 * @param planned how many statements and expressions the server has planned
 * @param unproved what it could not plan, one sentence a function
 */
public record BodyProof(List<BodyProblem> problems, int planned, List<String> unproved) {
    public BodyProof {
        problems = List.copyOf(problems);
        unproved = List.copyOf(unproved);
    }
}
