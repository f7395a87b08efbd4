package org.nightjar.api.simulation;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a description gives to a component's parameters, checked, in the parameters' units, defaults
 * filled in. Asking for a name that was not declared, or as another type, is a defect and throws
 * {@link IllegalArgumentException}.
 */
@ProviderType
public interface Arguments {
  /** Whether a parameter has a value; false only for optional ones without a default. */
  boolean has(String parameter);

  /** A number. */
  double number(String parameter);

  /** A whole number. */
  long whole(String parameter);

  /** Several numbers; the caller's own copy. */
  double[] numbers(String parameter);

  /** Text, or one of the words. */
  String text(String parameter);

  /** Several texts. */
  List<String> texts(String parameter);

  /** A switch. */
  boolean flag(String parameter);

  /** A function of redshift. */
  RedshiftFunction function(String parameter);

  /** Values in each row of the column that was given; 1 for a number in its place. */
  int width(String parameter);

  /** How many {@link ParameterInfo.Type#COLUMNS} were given. */
  int count(String parameter);

  /** The unit of a parameter that leaves it open ({@link ParameterInfo#ANY_UNIT}). */
  String unit(String parameter);
}
