package org.nightjar.api.simulation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a component takes.
 *
 * @param name lower case, words joined by hyphens
 * @param type what it is
 * @param unit of its numbers, in the FITS standard's spelling; empty for none; {@link #ANY_UNIT};
 *     {@link #OWN_UNIT}
 * @param range of its numbers; of a function, of its values at the redshifts of a table; of a
 *     column, of a number given in its place
 * @param words what a {@link Type#WORD} may be, or each of the {@link Type#TEXTS}; empty for any
 * @param required whether a description must give it
 * @param otherwise what holds if it is not given: a Double, Long, String, Boolean, or a List of
 *     Double or String
 * @param meaning one line for people
 */
public record ParameterInfo(
    String name,
    Type type,
    String unit,
    Range range,
    List<String> words,
    boolean required,
    Optional<Object> otherwise,
    String meaning) {
  /**
   * The description chooses the unit: the first one given holds for all such parameters of the
   * component, and for its outputs of this unit.
   */
  public static final String ANY_UNIT = "*";

  /** Columns are taken in whatever unit they have, and numbers as they are. */
  public static final String OWN_UNIT = "?";

  /** What a parameter can be. */
  public enum Type {
    /** A finite number with a unit. */
    NUMBER,
    /** A whole number. */
    WHOLE,
    /** A list of numbers with one unit. */
    NUMBERS,
    /** Text. */
    TEXT,
    /** A list of texts. */
    TEXTS,
    /** One of several words. */
    WORD,
    /** True or false. */
    FLAG,
    /** A column, or a number that holds for every row. */
    COLUMN,
    /** A list of columns. */
    COLUMNS,
    /** A {@link RedshiftFunction}; a number is a constant one. */
    FUNCTION
  }

  /** Copies the list and refuses nulls. */
  public ParameterInfo {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(otherwise, "otherwise");
    Objects.requireNonNull(meaning, "meaning");
    words = List.copyOf(words);
  }

  /** A parameter that must be given. */
  public static ParameterInfo of(String name, Type type, String unit, Range range, String meaning) {
    return new ParameterInfo(name, type, unit, range, List.of(), true, Optional.empty(), meaning);
  }

  /** A number that must be given. */
  public static ParameterInfo number(String name, String unit, Range range, String meaning) {
    return of(name, Type.NUMBER, unit, range, meaning);
  }

  /** A column, or a number, that must be given. */
  public static ParameterInfo column(String name, String unit, Range range, String meaning) {
    return of(name, Type.COLUMN, unit, range, meaning);
  }

  /** A function of redshift that must be given. */
  public static ParameterInfo function(String name, String unit, Range range, String meaning) {
    return of(name, Type.FUNCTION, unit, range, meaning);
  }

  /** One of these words. */
  public static ParameterInfo word(String name, List<String> words, String meaning) {
    return new ParameterInfo(
        name, Type.WORD, "", Range.any(), words, true, Optional.empty(), meaning);
  }

  /** The same with a value that holds if none is given. */
  public ParameterInfo or(Object value) {
    return new ParameterInfo(name, type, unit, range, words, false, Optional.of(value), meaning);
  }

  /** The same, and it may be left out. */
  public ParameterInfo optional() {
    return new ParameterInfo(name, type, unit, range, words, false, Optional.empty(), meaning);
  }
}
