package dev.pgmigrate.sql.ast;

import dev.pgmigrate.sql.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The SQL/XML functions (manual, 9.15 "XML Functions"). */
public sealed interface XmlExpression extends Expression {
    /** The functions by their names. */
    enum XmlKind {
        XMLCONCAT,
        XMLELEMENT,
        XMLEXISTS,
        XMLFOREST,
        XMLPARSE,
        XMLPI,
        XMLROOT,
        XMLSERIALIZE
    }

    /**
     * A call of one of them.
     *
     * @param name what stands behind NAME, or null
     * @param arguments all values in it, in the order in which they are written
     * @param type the type of XMLSERIALIZE, or null
     */
    record XmlCall(
            XmlKind kind,
            @Nullable Name name,
            List<Expression> arguments,
            @Nullable TypeName type,
            SourceRange range) implements XmlExpression {
        public XmlCall {
            arguments = List.copyOf(arguments);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return Trees.equal(this, other);
        }

        @Override
        public int hashCode() {
            return Trees.hash(this);
        }

        @Override
        public String toString() {
            return Trees.print(this);
        }
    }
}
