package org.nightjar.api.simulation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a component is.
 *
 * @param name group, dot, words joined by hyphens: {@code galaxies.schechter-light-cone}
 * @param version changes whenever the same arguments give other numbers; part of the provenance
 * @param role what it may be used for
 * @param description one or two sentences for people
 * @param source paper and equation of the model; empty if there is nothing to cite
 * @param parameters what it takes
 * @param outputs what it gives; at least one, but a component of rows may only count
 */
public record ComponentInfo(
    String name,
    String version,
    Role role,
    String description,
    String source,
    List<ParameterInfo> parameters,
    List<OutputInfo> outputs) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*");

  /** What a component may be used for. */
  public enum Role {
    /** Says how many rows a table has and fills its first columns. */
    ROWS,
    /** Fills columns of rows that are there. */
    COLUMNS
  }

  /** Copies the lists and checks the name. */
  public ComponentInfo {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(source, "source");
    parameters = List.copyOf(parameters);
    outputs = List.copyOf(outputs);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a component cannot be called '" + name + "'");
    }
    if (outputs.isEmpty() && role == Role.COLUMNS) {
      throw new IllegalArgumentException(name + " has no outputs");
    }
    if (parameters.stream().map(ParameterInfo::name).distinct().count() < parameters.size()) {
      throw new IllegalArgumentException(name + " has two parameters of one name");
    }
  }

  /** The parameter of this name. */
  public Optional<ParameterInfo> parameter(String wanted) {
    return parameters.stream().filter(parameter -> parameter.name().equals(wanted)).findFirst();
  }
}
