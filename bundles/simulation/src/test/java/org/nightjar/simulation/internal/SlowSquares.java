package org.nightjar.simulation.internal;

import java.util.List;
import java.util.Optional;
import org.nightjar.api.reader.CellType;
import org.nightjar.api.simulation.Accuracy;
import org.nightjar.api.simulation.Arguments;
import org.nightjar.api.simulation.Calculation;
import org.nightjar.api.simulation.Chunk;
import org.nightjar.api.simulation.ComponentInfo;
import org.nightjar.api.simulation.ComponentInfo.Role;
import org.nightjar.api.simulation.OutputInfo;
import org.nightjar.api.simulation.ParameterInfo;
import org.nightjar.api.simulation.Range;
import org.nightjar.api.simulation.SkyComponent;
import org.nightjar.api.simulation.SkyContext;

/** A plugin's component: several types, wide cells, a function, a word, an accuracy. */
final class SlowSquares implements SkyComponent {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "test.squares",
        "7",
        Role.COLUMNS,
        "squares",
        "",
        List.of(
            ParameterInfo.column("angle", "deg", Range.of(0, 90), "an angle"),
            ParameterInfo.function("slope", "mag", Range.any(), "a function").or(2.0),
            ParameterInfo.word("kind", List.of("plain", "twice"), "a word").or("plain"),
            new ParameterInfo(
                "bands",
                ParameterInfo.Type.TEXTS,
                "",
                Range.any(),
                List.of("g", "r", "i"),
                false,
                Optional.of(List.of("g")),
                "bands")),
        List.of(
            new OutputInfo("squares", CellType.REAL, 2, "deg2", "", "squares"),
            new OutputInfo("single", CellType.SINGLE, 1, "deg", "", "as float"),
            OutputInfo.whole("number", "", "as long")));
  }

  @Override
  public List<OutputInfo> outputs(Arguments arguments) {
    List<OutputInfo> outputs = info().outputs();
    return List.of(
        outputs.get(0).wide(1 + arguments.texts("bands").size()), outputs.get(1), outputs.get(2));
  }

  @Override
  public Calculation prepare(Arguments arguments, SkyContext context) {
    int width = 1 + arguments.texts("bands").size();
    double add = arguments.function("slope").at(1);
    return new Calculation() {
      @Override
      public void fill(Chunk chunk) {
        double[] angle = chunk.reals("angle");
        for (int i = 0; i < chunk.size(); i++) {
          for (int j = 0; j < width; j++) {
            chunk.real(0)[width * i + j] = angle[i] * angle[i] + add + j;
          }
          chunk.single(1)[i] = (float) angle[i];
          chunk.whole(2)[i] = (long) angle[i];
        }
      }

      @Override
      public List<Accuracy> accuracies() {
        return List.of(new Accuracy("squares", context.accuracy(), 1e-9));
      }
    };
  }
}
