package dev.pgmigrate.lint.rules.order;

import dev.pgmigrate.replay.Constants;
import dev.pgmigrate.sql.ast.Expression;
import dev.pgmigrate.sql.ast.Expression.ColumnRef;
import dev.pgmigrate.sql.ast.Expression.Constant;
import dev.pgmigrate.sql.ast.Expression.ConstantKind;
import dev.pgmigrate.sql.ast.PartitionBound;
import dev.pgmigrate.sql.ast.PartitionBound.FromTo;
import dev.pgmigrate.sql.ast.PartitionBound.Hash;
import dev.pgmigrate.sql.ast.PartitionBound.In;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The order of the values of bounds, where the text shows it: whole numbers, and dates as ISO 8601 writes them. */
final class BoundOrder {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}( \\d{2}:\\d{2}:\\d{2})?");

    private BoundOrder() {}

    /** Returns whether no row is sure to be in it. */
    static boolean isEmpty(FromTo range) {
        OptionalInt order = compare(range.from(), range.to());
        return order.isPresent() && order.getAsInt() >= 0;
    }

    /** Returns whether two bounds are sure to share a row. */
    static boolean overlap(PartitionBound one, PartitionBound other) {
        if (one instanceof PartitionBound.Default || other instanceof PartitionBound.Default) {
            return one instanceof PartitionBound.Default && other instanceof PartitionBound.Default;
        }
        if (one instanceof In list && other instanceof In beside) {
            return list.values().stream()
                    .anyMatch(value -> beside.values().stream().anyMatch(taken -> isSame(value, taken)));
        }
        if (one instanceof FromTo range && other instanceof FromTo beside) {
            OptionalInt begins = compare(range.from(), beside.to());
            OptionalInt ends = compare(beside.from(), range.to());
            return begins.isPresent() && ends.isPresent() && begins.getAsInt() < 0 && ends.getAsInt() < 0;
        }
        return one instanceof Hash hash
                && other instanceof Hash beside
                && Math.min(hash.modulus(), beside.modulus()) > 0
                && (hash.modulus() % beside.modulus() == 0 || beside.modulus() % hash.modulus() == 0)
                && (hash.remainder() - beside.remainder()) % Math.min(hash.modulus(), beside.modulus()) == 0;
    }

    private static boolean isSame(Expression one, Expression other) {
        if (Constants.isNull(one) || Constants.isNull(other)) {
            return Constants.isNull(one) && Constants.isNull(other);
        }
        return one instanceof Constant value
                && other instanceof Constant taken
                && (value.kind() == taken.kind() || (isWritten(value) && isWritten(taken)))
                && value.text().equals(taken.text());
    }

    /** The server gives both the type of the column: 10 and '10' are one value in each that takes them. */
    private static boolean isWritten(Constant constant) {
        return constant.kind() == ConstantKind.STRING || constant.kind() == ConstantKind.INTEGER;
    }

    /** Compares the first columns that differ; empty where the text does not show their order. */
    private static OptionalInt compare(List<Expression> one, List<Expression> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            OptionalInt order = compare(one.get(i), other.get(i));
            if (order.isEmpty() || order.getAsInt() != 0 || infinite(one.get(i)) != 0) {
                return order;
            }
        }
        return OptionalInt.of(0);
    }

    private static OptionalInt compare(Expression one, Expression other) {
        if (infinite(one) != 0 || infinite(other) != 0) {
            return OptionalInt.of(Integer.compare(infinite(one), infinite(other)));
        }
        Optional<Integer> number = Constants.integer(one);
        Optional<Integer> second = Constants.integer(other);
        if (number.isPresent() && second.isPresent()) {
            return OptionalInt.of(number.get().compareTo(second.get()));
        }
        Optional<String> date = date(one);
        Optional<String> later = date(other);
        return date.isPresent()
                        && later.isPresent()
                        && date.get().length() == later.get().length()
                ? OptionalInt.of(date.get().compareTo(later.get()))
                : OptionalInt.empty();
    }

    /** Returns -1 for MINVALUE, 1 for MAXVALUE, 0 for a value. */
    private static int infinite(Expression value) {
        if (value instanceof ColumnRef reference && reference.names().size() == 1) {
            return switch (reference.names().get(0).text()) {
                case "minvalue" -> -1;
                case "maxvalue" -> 1;
                default -> 0;
            };
        }
        return 0;
    }

    private static Optional<String> date(Expression value) {
        return value instanceof Constant constant
                        && constant.kind() == ConstantKind.STRING
                        && DATE.matcher(constant.text()).matches()
                ? Optional.of(constant.text())
                : Optional.empty();
    }
}
