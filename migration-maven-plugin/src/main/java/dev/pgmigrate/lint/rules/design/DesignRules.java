package dev.pgmigrate.lint.rules.design;

import dev.pgmigrate.lint.Rule;
import java.util.List;

/** The rules of this package, one a line in alphabetical order, so that two authors seldom meet in the same line. */
public final class DesignRules {
    // spotless:off
    public static final List<Rule> ALL = List.of(
            new BanCharField(),
            new BanCreateDomainWithConstraint(),
            new BanDuplicateColumnAssignments(),
            new BtreeOnArray(),
            new ColumnAlignment(),
            new CompositePkTooWide(),
            new CreateRule(),
            new CreatingEnum(),
            new DuplicateIndexColumn(),
            new EventTrigger(),
            new FkTypeMismatch(),
            new ForbidNullableFk(),
            new ForbiddenColumnType(),
            new HashIndex(),
            new IdentifierNeedsQuoting(),
            new IdentifierTooLong(),
            new IndexOnBoolean(),
            new InsertWithoutColumns(),
            new MigrationTooLarge(),
            new NamingConvention(),
            new PreferBigintOverInt(),
            new PreferBigintOverSmallint(),
            new PreferBigintPrimaryKey(),
            new PreferIdentity(),
            new PreferJsonb(),
            new PreferTextField(),
            new PreferTimestamptz(),
            new PublicationForAllTables(),
            new RequireColumnComment(),
            new RequireColumns(),
            new RequireEnumValueOrdering(),
            new RequireNotNull(),
            new RequirePrimaryKey(),
            new RequireTableComment(),
            new RequireTableSchema(),
            new RequiredColumnRemoved(),
            new SelectIntoTable(),
            new TableColumnLimit(),
            new TableInheritance(),
            new TooManyIndexes(),
            new UnloggedTable(),
            new UnnecessaryIndexPredicate(),
            new WideIndex());
    // spotless:on

    private DesignRules() {}
}
