package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.evidence.Conditions;
import dev.pgmigrate.postgres.SqlState;
import dev.pgmigrate.replay.Table;
import dev.pgmigrate.replay.TableConstraint;
import dev.pgmigrate.replay.TableConstraint.Kind;
import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Constraint;
import dev.pgmigrate.sql.ast.Name;
import dev.pgmigrate.sql.ast.ObjectName;
import dev.pgmigrate.sql.ast.TableStatement.AlterTable;
import dev.pgmigrate.sql.ast.TableStatement.Definition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a check is the same in a table and in its children, which then have it once (heap.c, MergeWithExistingConstraint). */
final class InheritedChecks {
    private static final String ALIKE = "Give it the same condition and attributes in both.";

    private final Refusals refusals;

    InheritedChecks(Refusals refusals) {
        this.refusals = refusals;
    }

    /** Checks what {@code table}, which has it from a parent, says of a check once more. */
    void again(Table table, Constraint.Check check) {
        known(table, check.name()).filter(known -> !known.local()).ifPresent(known -> merge(known, check, table, true));
    }

    /** Checks a new check of {@code table} against those of its children. */
    void below(Table table, Constraint.Check check) {
        if (check.attributes().noInherit()) {
            return;
        }
        for (Table heir : refusals.schema().heirsOf(table.name())) {
            Optional<TableConstraint> known = known(heir, check.name());
            if (known.isPresent()) {
                merge(known.get(), check, heir, false);
            } else {
                below(heir, check);
            }
        }
    }

    private static Optional<TableConstraint> known(Table table, @Nullable Name name) {
        return name == null
                ? Optional.empty()
                : table.constraints().get(name.text()).filter(known -> known.kind() == Kind.CHECK);
    }

    /** Checks that the parents of a new table have the same checks. */
    void parents(Definition create) {
        Map<String, TableConstraint> checks = new HashMap<>();
        for (ObjectName name : create.inherits()) {
            Table parent = refusals.schema().table(name).orElse(null);
            for (TableConstraint check : parent == null
                    ? List.<TableConstraint>of()
                    : parent.constraints().all()) {
                TableConstraint other = check.isPassedOn() ? checks.put(check.name(), check) : null;
                if (other != null && Conditions.differ(other.expression(), check.expression())) {
                    String why = "Two parents have a check `" + check.name() + "` with different conditions";
                    refuse(name.range(), SqlState.DUPLICATE_OBJECT, why);
                }
            }
        }
    }

    /** Checks a constraint of a new table that its parents have as well. */
    void create(Definition create, Constraint constraint) {
        for (ObjectName name : create.inherits()) {
            Table parent = refusals.schema().table(name).orElse(null);
            if (parent != null && constraint instanceof Constraint.Check check) {
                known(parent, check.name())
                        .filter(TableConstraint::inherited)
                        .ifPresent(known -> merge(known, check, parent, true));
            }
        }
    }

    private void merge(TableConstraint known, Constraint.Check check, Table of, boolean own) {
        boolean isChange = refusals.context().statement() instanceof AlterTable;
        boolean enforced = !Boolean.FALSE.equals(check.attributes().enforced());
        SourceRange at = check.range();
        String name = "`" + known.name() + "`";
        String there = " on `" + of.name() + "`";
        if (Conditions.differ(known.expression(), check.expression())) {
            refuse(at, SqlState.DUPLICATE_OBJECT, name + " has another condition" + there);
        } else if (!known.inherited() || (own && check.attributes().noInherit())) {
            refuse(at, SqlState.INVALID_OBJECT_DEFINITION, name + " is NO INHERIT in one place and not" + there);
        } else if (isChange && !check.notValid() && enforced && known.enforced() && !known.validated()) {
            refuse(at, SqlState.INVALID_OBJECT_DEFINITION, name + " is NOT VALID" + there);
        } else if (own ? !enforced && known.enforced() : enforced && !known.enforced()) {
            refuse(at, SqlState.INVALID_OBJECT_DEFINITION, name + " is enforced in one place and not" + there);
        }
    }

    private void refuse(SourceRange at, String sqlState, String why) {
        refusals.add(at, sqlState, why, ALIKE);
    }

    /** Checks the checks of two tables of which one is to stand below the other (tablecmds.c, MergeConstraintsIntoExisting). */
    void existing(Table parent, Table child, ObjectName at) {
        for (TableConstraint above : parent.constraints().all()) {
            if (above.kind() == Kind.CHECK && above.inherited()) {
                existing(above, parent, child, at.range());
            }
        }
    }

    private void existing(TableConstraint above, Table parent, Table child, SourceRange at) {
        String name = "`" + above.name() + "`";
        TableConstraint own = child.constraints().get(above.name()).orElse(null);
        boolean lacks = own == null
                ? child.constraintPresence(above.name()).isAbsent()
                : own.kind() != Kind.CHECK || Conditions.differ(own.expression(), above.expression());
        if (lacks) {
            refuse(
                    at,
                    SqlState.DATATYPE_MISMATCH,
                    "`" + child.name() + "` does not have the check " + name + " of `" + parent.name() + "`");
        } else if (own != null && !own.inherited()) {
            refuse(at, SqlState.INVALID_OBJECT_DEFINITION, name + " is NO INHERIT on `" + child.name() + "`");
        } else if (own != null && above.enforced() && !own.enforced()) {
            refuse(at, SqlState.INVALID_OBJECT_DEFINITION, name + " is NOT ENFORCED on `" + child.name() + "`");
        } else if (own != null && above.enforced() && above.validated() && !own.validated()) {
            refuse(at, SqlState.INVALID_OBJECT_DEFINITION, name + " is NOT VALID on `" + child.name() + "`");
        }
    }
}
