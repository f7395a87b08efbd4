package org.nightjar.simulation.internal.component;

import java.util.Arrays;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.simulation.Arguments;
import org.nightjar.api.simulation.Calculation;
import org.nightjar.api.simulation.ComponentInfo;
import org.nightjar.api.simulation.ComponentInfo.Role;
import org.nightjar.api.simulation.OutputInfo;
import org.nightjar.api.simulation.ParameterInfo;
import org.nightjar.api.simulation.ParameterInfo.Type;
import org.nightjar.api.simulation.RandomStream;
import org.nightjar.api.simulation.Range;
import org.nightjar.api.simulation.SkyComponent;
import org.nightjar.api.simulation.SkyContext;
import org.osgi.service.component.annotations.Component;

/** One of several values. */
@Component
public final class ChosenNumbers implements SkyComponent {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "random.choice",
        "1",
        Role.COLUMNS,
        "One of several values, each with its weight.",
        "",
        List.of(
            ParameterInfo.of(
                "values", Type.NUMBERS, ParameterInfo.ANY_UNIT, Range.any(), "the values"),
            ParameterInfo.of(
                    "weights",
                    Type.NUMBERS,
                    "",
                    Range.atLeastZero(),
                    "how often, relative to each other")
                .optional()),
        List.of(OutputInfo.real("value", ParameterInfo.ANY_UNIT, "", "one of several values")));
  }

  @Override
  public List<OutputInfo> outputs(Arguments arguments) throws NightjarException {
    double[] weights = weights(arguments);
    int values = arguments.numbers("values").length;
    if (weights.length != values || !(Arrays.stream(weights).sum() > 0)) {
      throw NightjarException.of(
          StandardError.BAD_CONFIGURATION,
          "random.choice has %d values and %d weights, of sum %s"
              .formatted(values, weights.length, Arrays.stream(weights).sum()),
          "",
          "Give a weight for each value, not all of them 0.");
    }
    return info().outputs();
  }

  @Override
  public Calculation prepare(Arguments arguments, SkyContext context) {
    double[] values = arguments.numbers("values");
    double[] sums = weights(arguments);
    Arrays.parallelPrefix(sums, Double::sum);
    return chunk -> {
      double[] value = chunk.real(0);
      RandomStream random = chunk.random("value");
      for (int i = 0; i < chunk.size(); i++) {
        double part = random.at(chunk.first() + i).nextDouble() * sums[sums.length - 1];
        int choice = 0;
        while (choice < sums.length - 1 && sums[choice] <= part) {
          choice++;
        }
        value[i] = values[choice];
      }
    };
  }

  private static double[] weights(Arguments arguments) {
    if (arguments.has("weights")) {
      return arguments.numbers("weights");
    }
    double[] same = new double[arguments.numbers("values").length];
    Arrays.fill(same, 1);
    return same;
  }
}
