package org.nightjar.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import org.nightjar.api.simulation.Arguments;
import org.nightjar.api.simulation.ParameterInfo;
import org.nightjar.api.simulation.RedshiftFunction;

/** Arguments of a component in a test, defaults filled in. */
final class SkyArguments implements Arguments {
  private final Map<String, Object> values = new HashMap<>();
  private final Map<String, ParameterInfo> parameters = new HashMap<>();

  SkyArguments(List<ParameterInfo> parameters, Map<String, Object> given) {
    for (ParameterInfo parameter : parameters) {
      this.parameters.put(parameter.name(), parameter);
      parameter.otherwise().ifPresent(value -> values.put(parameter.name(), value));
    }
    values.putAll(given);
  }

  private <T> T value(String parameter, Class<T> type) {
    if (!parameters.containsKey(parameter) || !type.isInstance(values.get(parameter))) {
      throw new IllegalArgumentException(
          "the parameter '" + parameter + "' is " + values.get(parameter));
    }
    return type.cast(values.get(parameter));
  }

  /** The column, or the same number for every id. */
  LongToDoubleFunction column(String parameter) {
    Object value = value(parameter, Object.class);
    return value instanceof Double number ? id -> number : (LongToDoubleFunction) value;
  }

  /** One of several columns. */
  LongToDoubleFunction column(String parameter, int index) {
    return (LongToDoubleFunction) value(parameter, List.class).get(index);
  }

  @Override
  public boolean has(String parameter) {
    return values.containsKey(parameter);
  }

  @Override
  public double number(String parameter) {
    return value(parameter, Double.class);
  }

  @Override
  public long whole(String parameter) {
    return value(parameter, Long.class);
  }

  @Override
  public double[] numbers(String parameter) {
    List<?> list = value(parameter, List.class);
    return list.stream().mapToDouble(number -> (Double) number).toArray();
  }

  @Override
  public String text(String parameter) {
    return value(parameter, String.class);
  }

  @Override
  public List<String> texts(String parameter) {
    List<?> list = value(parameter, List.class);
    return list.stream().map(String.class::cast).toList();
  }

  @Override
  public boolean flag(String parameter) {
    return value(parameter, Boolean.class);
  }

  @Override
  public RedshiftFunction function(String parameter) {
    Object value = value(parameter, Object.class);
    return value instanceof Double number
        ? new RedshiftFunction.Constant(number)
        : value(parameter, RedshiftFunction.class);
  }

  @Override
  public int width(String parameter) {
    return 1;
  }

  @Override
  public int count(String parameter) {
    return value(parameter, List.class).size();
  }

  @Override
  public String unit(String parameter) {
    return parameters.get(parameter).unit().matches("[*?]") ? "" : parameters.get(parameter).unit();
  }
}
