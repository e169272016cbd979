/**
 * The catalogue of the rules. The rules themselves, one final class each, are in a package for each category, beside the
 * helpers that only rules of that category need.
 *
 * <p>How to begin one: {@code .github/CONTRIBUTING.md}. A rule has no state and knows no other rule; its Javadoc is one
 * sentence that begins with "Reports".
 *
 * <h2>What to ask, and where</h2>
 *
 * <ul>
 *   <li>Would it fail the second time? {@code context.secondRun()} is the schema that the statement meets when its file runs
 *       again: what it makes is present there unless the file drops it first. {@code context.isGuardedAgainst(sqlState)} says
 *       whether an {@code EXCEPTION} handler or an {@code IF} around it would see to that.
 *   <li>Is the table in use? {@code context.isFresh(table)}: made in this file and not filled, so no lock on it matters.
 *   <li>What is known of it? {@code context.schema()} is the schema before the statement: tables with columns, constraints and
 *       whether they are validated, indexes, types, routines, policies. What the files never made is unknown, not absent:
 *       report it only where the likelier case deserves it, and then {@code assumed()}.
 *   <li>Which locks does it take? {@code context.effects()}, from the matrix in {@code effect}.
 *   <li>Transactions and settings: {@code context.inTransaction()}, {@code context.settings()}.
 * </ul>
 *
 * <p>A question that a second rule asks belongs into a helper beside both, into {@code lint.evidence} if their categories
 * differ, or into {@code LintContext} or {@code replay}; not into a rule.
 *
 * <h2>What to say</h2>
 *
 * <p>The message is one sentence about the reader's own object, with its name in backticks, and for a lock its mode and what it
 * stops. The advice is one imperative sentence. A fix is exact or there is none: it keeps comments and layout, and fixing again
 * changes nothing.
 */
@NullMarked
package dev.pgmigrate.lint.rules;

import org.jspecify.annotations.NullMarked;
