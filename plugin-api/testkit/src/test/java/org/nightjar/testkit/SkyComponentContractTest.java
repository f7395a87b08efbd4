package org.nightjar.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.nightjar.api.simulation.Arguments;
import org.nightjar.api.simulation.Calculation;
import org.nightjar.api.simulation.ComponentInfo;
import org.nightjar.api.simulation.ComponentInfo.Role;
import org.nightjar.api.simulation.OutputInfo;
import org.nightjar.api.simulation.ParameterInfo;
import org.nightjar.api.simulation.Range;
import org.nightjar.api.simulation.SkyComponent;
import org.nightjar.api.simulation.SkyContext;

/** The contract lets good components pass and stops bad ones. */
class SkyComponentContractTest {
  private record OneColumn(Calculation calculation) implements SkyComponent {
    @Override
    public ComponentInfo info() {
      return new ComponentInfo(
          "test.column",
          "1",
          Role.COLUMNS,
          "a column",
          "",
          List.of(ParameterInfo.column("x", "", Range.any(), "another one")),
          List.of(OutputInfo.real("y", "", "", "a number")));
    }

    @Override
    public Calculation prepare(Arguments arguments, SkyContext context) {
      return calculation;
    }
  }

  private static SkyComponentContract contract(Calculation calculation) {
    LongToDoubleFunction column = id -> id % 10;
    return new SkyComponentContract() {
      @Override
      protected SkyComponent component() {
        return new OneColumn(calculation);
      }

      @Override
      protected Map<String, Object> arguments() {
        return Map.of("x", column);
      }
    };
  }

  @Test
  void aFunctionOfTheIdPasses() {
    SkyComponentContract good =
        contract(
            chunk -> {
              for (int i = 0; i < chunk.size(); i++) {
                double draw = chunk.random("y").at(chunk.first() + i).nextDouble();
                chunk.real(0)[i] = chunk.reals("x")[i] + draw;
              }
            });
    assertThatCode(good::chunksMakeNoDifference).doesNotThrowAnyException();
    assertThatCode(good::itFillsEveryElementAndLeavesItsInputAlone).doesNotThrowAnyException();
    assertThatCode(good::severalThreadsMayUseIt).doesNotThrowAnyException();
  }

  @Test
  void whatDrawsInOneSequenceIsStopped() {
    SkyComponentContract bad =
        contract(
            chunk -> {
              var random = chunk.random("y");
              for (int i = 0; i < chunk.size(); i++) {
                chunk.real(0)[i] = random.nextDouble();
              }
            });
    assertThatThrownBy(bad::chunksMakeNoDifference).isInstanceOf(AssertionError.class);
  }

  @Test
  void whatLeavesElementsOrChangesItsInputIsStopped() {
    SkyComponentContract lazy = contract(chunk -> chunk.real(0)[0] = 1);
    assertThatThrownBy(lazy::itFillsEveryElementAndLeavesItsInputAlone)
        .hasMessageContaining("what was in the arrays before shows");
    SkyComponentContract greedy =
        contract(
            chunk -> {
              Arrays.fill(chunk.real(0), 1);
              chunk.reals("x")[0] = 99;
            });
    assertThatThrownBy(greedy::itFillsEveryElementAndLeavesItsInputAlone)
        .hasMessageContaining("an input was changed");
  }
}
