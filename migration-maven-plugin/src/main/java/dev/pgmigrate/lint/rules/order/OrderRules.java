package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.lint.Rule;
import java.util.List;

/** The rules of this package, one a line in alphabetical order, so that two authors seldom meet in the same line. */
public final class OrderRules {
    // spotless:off
    public static final List<Rule> ALL = List.of(
            new AssignmentMismatch(),
            new CircularForeignKey(),
            new ConflictingConstraint(),
            new ConflictingTrigger(),
            new CreateThenDrop(),
            new DropOrder(),
            new DropWithDependents(),
            new DuplicateObject(),
            new EnumRecreateIncomplete(),
            new IfNotExistsHidesDrift(),
            new IncomparableForeignKey(),
            new IndexReplacementOrder(),
            new InvalidAggregate(),
            new InvalidAttachment(),
            new InvalidColumn(),
            new InvalidCursor(),
            new InvalidDefinition(),
            new InvalidExpression(),
            new InvalidIndex(),
            new InvalidInheritance(),
            new InvalidParent(),
            new InvalidPartitionBound(),
            new InvalidPartitionKey(),
            new InvalidPlpgsql(),
            new InvalidRoutine(),
            new InvalidRow(),
            new InvalidRule(),
            new InvalidTableChange(),
            new InvalidTrigger(),
            new InvalidType(),
            new MissingExtension(),
            new MissingPrivilege(),
            new OrReplaceDropsAttributes(),
            new OrReplaceNewOverload(),
            new OrReplaceSignatureChange(),
            new OrReplaceViewColumns(),
            new PlpgsqlExtraErrors(),
            new ReadsTemporary(),
            new RowTypeInUse(),
            new StatementOrder(),
            new TriggerUnknownField(),
            new TypedTableChange(),
            new TypeMismatch(),
            new UnknownColumn(),
            new UnknownObject(),
            new UnknownPart(),
            new UnresolvedRoutine(),
            new UnwritableViewColumn(),
            new UseBeforeCreate());
    // spotless:on

    private OrderRules() {}
}
