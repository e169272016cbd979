package dev.pgmigrate.sql.parser;

import dev.pgmigrate.sql.SourceRange;
import dev.pgmigrate.sql.ast.Constraint.Attributes;
import dev.pgmigrate.sql.lexer.Keyword;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses what is written behind a constraint, and says which of it a kind of constraint cannot have. */
final class ConstraintAttributes {
    private @Nullable Boolean deferrable;
    private @Nullable Boolean initiallyDeferred;
    private @Nullable Boolean enforced;
    private boolean notValid;
    private boolean noInherit;
    private @Nullable SourceRange first;

    /** ConstraintAttributeSpec: zero or more of them, in any order. */
    static ConstraintAttributes spec(Cursor cursor) {
        ConstraintAttributes attributes = new ConstraintAttributes();
        while (atAttribute(cursor)) {
            attributes.take(cursor);
        }
        return attributes;
    }

    private static boolean atAttribute(Cursor cursor) {
        return switch (cursor.kind()) {
            case Keyword.NOT, Keyword.DEFERRABLE, Keyword.INITIALLY, Keyword.NO, Keyword.ENFORCED -> true;
            default -> false;
        };
    }

    private void take(Cursor cursor) {
        SourceRange place = cursor.range();
        if (first == null) {
            first = place;
        }
        boolean conflict;
        switch (cursor.kind()) {
            case Keyword.DEFERRABLE -> {
                cursor.advance();
                conflict = Boolean.FALSE.equals(deferrable);
                deferrable = true;
            }
            case Keyword.ENFORCED -> {
                cursor.advance();
                conflict = Boolean.FALSE.equals(enforced);
                enforced = true;
            }
            case Keyword.NO -> {
                cursor.advance();
                cursor.expect(Keyword.INHERIT);
                conflict = false;
                noInherit = true;
            }
            case Keyword.INITIALLY -> {
                cursor.advance();
                boolean deferred = initially(cursor);
                conflict = initiallyDeferred != null && initiallyDeferred != deferred;
                initiallyDeferred = deferred;
            }
            default -> {
                cursor.advance();
                conflict = takeNegated(cursor);
            }
        }
        if (Boolean.FALSE.equals(deferrable) && Boolean.TRUE.equals(initiallyDeferred)) {
            throw cursor.error("constraint declared INITIALLY DEFERRED must be DEFERRABLE", place);
        }
        if (conflict) {
            throw cursor.error("conflicting constraint properties", place);
        }
    }

    private boolean takeNegated(Cursor cursor) {
        if (cursor.accept(Keyword.VALID)) {
            notValid = true;
            return false;
        }
        if (cursor.accept(Keyword.ENFORCED)) {
            boolean conflict = Boolean.TRUE.equals(enforced);
            enforced = false;
            return conflict;
        }
        cursor.expect(Keyword.DEFERRABLE);
        boolean conflict = Boolean.TRUE.equals(deferrable);
        deferrable = false;
        return conflict;
    }

    /** Takes what follows INITIALLY; returns whether it is DEFERRED. */
    static boolean initially(Cursor cursor) {
        if (cursor.accept(Keyword.DEFERRED)) {
            return true;
        }
        cursor.expect(Keyword.IMMEDIATE);
        return false;
    }

    /** Refuses what is written and not in {@code allowed}, in the order and words of the server (processCASbits). */
    Attributes checked(Cursor cursor, String constraint, Allowed... allowed) {
        List<Allowed> may = List.of(allowed);
        if (first == null) {
            return Attributes.NONE;
        }
        if ((Boolean.TRUE.equals(deferrable) || Boolean.TRUE.equals(initiallyDeferred))
                && !may.contains(Allowed.DEFERRABLE)) {
            throw refusal(cursor, constraint, "DEFERRABLE", first);
        }
        if (notValid && !may.contains(Allowed.NOT_VALID)) {
            throw refusal(cursor, constraint, "NOT VALID", first);
        }
        if (noInherit && !may.contains(Allowed.NO_INHERIT)) {
            throw refusal(cursor, constraint, "NO INHERIT", first);
        }
        if (enforced != null && !may.contains(Allowed.ENFORCED)) {
            throw refusal(cursor, constraint, enforced ? "ENFORCED" : "NOT ENFORCED", first);
        }
        return attributes();
    }

    private static SyntaxException refusal(Cursor cursor, String constraint, String what, SourceRange place) {
        return cursor.error(constraint + " constraints cannot be marked " + what, place);
    }

    /** Returns them as they are written, unchecked. */
    Attributes attributes() {
        return first == null
                ? Attributes.NONE
                : new Attributes(deferrable, initiallyDeferred, enforced, notValid, noInherit);
    }

    /** Returns where they start, or null where none are written. */
    @Nullable
    SourceRange place() {
        return first;
    }

    /** What a kind of constraint may be marked as. */
    enum Allowed {
        DEFERRABLE,
        NOT_VALID,
        NO_INHERIT,
        ENFORCED
    }
}
