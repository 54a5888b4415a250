package io.gort.camel.streams.trade;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Exact decimals, read strictly and written plainly. What the other side of a stream cannot hold in a double without
 * overflow or underflow to zero is not a number here either, so no text expands beyond 1000 characters.
 */
public final class Decimals {

    /** No number is read from, or written to, a longer text than this. */
    private static final int LONGEST = 1000;

    private Decimals() {}

    /**
     * Reads a decimal number in ASCII, with or without fraction and exponent: {@code 45000}, {@code 45000.0},
     * {@code 5.99e-05}. Nothing else is a number: no grouping, no {@code NaN}, no space around it.
     *
     * @return the normalised number, or nothing if the text is not a number or outside the range of a double
     */
    public static Optional<BigDecimal> find(String text) {
        if (text.length() > LONGEST || !isAscii(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text)).filter(Decimals::isInRange).map(Decimals::stripped);
        } catch (NumberFormatException noNumberOrExponentTooLarge) {
            return Optional.empty();
        }
    }

    /**
     * Of what is ASCII {@link BigDecimal} reads exactly the numbers that are meant here; it would read other digits
     * too.
     */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '\u007f') {
                return false;
            }
        }
        return true;
    }

    /** Reads an integral number, however it is written: {@code 1757000000000}, {@code 1.757E12}, {@code 3.0}. */
    public static OptionalLong findLong(String text) {
        return find(text).map(Decimals::exactLong).orElse(OptionalLong.empty());
    }

    /**
     * Reads a number as {@link #find} does.
     *
     * @throws IllegalArgumentException if the text is not a number; the message names it
     */
    public static BigDecimal parse(String text) {
        return find(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "number: '" + Violation.bounded(text) + "' (expected: a decimal number)"));
    }

    /**
     * The shortest plain form: no exponent, no trailing zeros, no grouping.
     *
     * @throws IllegalArgumentException if the number is outside the range of a double
     */
    public static String plain(BigDecimal value) {
        return normal(value).toPlainString();
    }

    /**
     * The one form of equal numbers, so that records that hold equal numbers are equal.
     *
     * @throws IllegalArgumentException if the number is outside the range of a double
     */
    public static BigDecimal normal(BigDecimal value) {
        return amount("number", value);
    }

    /** Whether a double holds the number's magnitude, neither infinite nor zero, and its plain form is not endless. */
    public static boolean isInRange(BigDecimal value) {
        if (value.signum() == 0) {
            return true;
        }
        if (plainLength(value) > LONGEST) {
            return false;
        }
        double approximation = value.doubleValue();
        return Double.isFinite(approximation) && approximation != 0;
    }

    /** As {@link #normal}, with the amount's name in the message. */
    static BigDecimal amount(String name, BigDecimal value) {
        Objects.requireNonNull(value, name);
        if (!isInRange(value)) {
            throw outOfRange(name, value);
        }
        return stripped(value);
    }

    /** As {@link #amount}, where zero says the same as nothing. */
    static @Nullable BigDecimal optionalAmount(String name, @Nullable BigDecimal value) {
        return value == null || value.signum() == 0 ? null : amount(name, value);
    }

    /** The number as an integer, or nothing if it has a fraction or is too large for a long. */
    public static OptionalLong exactLong(BigDecimal value) {
        try {
            return OptionalLong.of(value.longValueExact());
        } catch (ArithmeticException fractionOrTooLarge) {
            return OptionalLong.empty();
        }
    }

    private static IllegalArgumentException outOfRange(String name, BigDecimal value) {
        return new IllegalArgumentException(name + ": of " + value.precision() + " digits and scale " + value.scale()
                + " (expected: in the range of a double)");
    }

    private static BigDecimal stripped(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    /** An upper bound that costs nothing, also for a number that would expand to gigabytes. */
    private static long plainLength(BigDecimal value) {
        long scale = value.scale();
        long digits = scale <= 0 ? value.precision() - scale : Math.max(value.precision(), scale);
        return digits + "-0.".length();
    }
}
