package org.nightjar.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nightjar.api.simulation.Calculation;
import org.nightjar.api.simulation.ComponentInfo.Role;
import org.nightjar.api.simulation.CosmologyParameters;
import org.nightjar.api.simulation.OutputInfo;
import org.nightjar.api.simulation.SkyComponent;

/**
 * What every sky component has to keep: a row is a function of its id and the arguments, whatever
 * the chunk, the order, the thread. Extend it and give a component with arguments.
 */
public abstract class SkyComponentContract {
  private static final int ROWS = 500;
  private static final long FAR = (1L << 40) + 12_345;

  /** The component. */
  protected abstract SkyComponent component();

  /**
   * Arguments by parameter, in the parameters' units: Double, Long, String, Boolean, lists of
   * Double or String, RedshiftFunction; a {@link java.util.function.LongToDoubleFunction} is a
   * column that gives a number to each id, a list of them several columns. Defaults need not be
   * given.
   */
  protected abstract Map<String, Object> arguments();

  /** The universe it is prepared in. */
  protected CosmologyParameters cosmology() {
    return CosmologyParameters.flat(70, 0.3);
  }

  private SkyArguments given() {
    return new SkyArguments(component().info().parameters(), arguments());
  }

  private Calculation prepared() throws Exception {
    return component().prepare(given(), new SkyTestContext(cosmology()));
  }

  private SkyTestChunk filled(Calculation calculation, long first, int count, int rubbish)
      throws Exception {
    List<OutputInfo> outputs = component().outputs(given());
    SkyTestChunk chunk = new SkyTestChunk(given(), outputs, first, count, rubbish);
    calculation.fill(chunk);
    return chunk;
  }

  @Test
  void itDeclaresTheSameEachTime() throws Exception {
    assertThat(component().info()).isEqualTo(component().info());
    assertThat(component().outputs(given())).isEqualTo(component().outputs(given()));
    arguments()
        .keySet()
        .forEach(name -> assertThat(component().info().parameter(name)).as(name).isPresent());
  }

  @Test
  void itFillsEveryElementAndLeavesItsInputAlone() throws Exception {
    Calculation calculation = prepared();
    SkyTestChunk one = filled(calculation, 0, ROWS, 1);
    SkyTestChunk other = filled(calculation, 0, ROWS, 2);
    assertThat(one.rows()).as("what was in the arrays before shows").isEqualTo(other.rows());
    assertThat(one.inputChanged()).as("an input was changed").isFalse();
  }

  @Test
  void chunksMakeNoDifference() throws Exception {
    Calculation calculation = prepared();
    List<List<Object>> whole = filled(calculation, FAR, ROWS, 1).rows();
    List<List<Object>> pieces = new ArrayList<>();
    for (int at = 0; at < ROWS; at += 7) {
      pieces.addAll(filled(calculation, FAR + at, Math.min(7, ROWS - at), 1).rows());
    }
    assertThat(pieces).isEqualTo(whole);
    assertThat(filled(calculation, FAR + 77, 1, 1).rows().get(0)).isEqualTo(whole.get(77));
  }

  @Test
  void preparedAgainItGivesTheSame() throws Exception {
    assertThat(filled(prepared(), 3, ROWS, 1).rows())
        .isEqualTo(filled(prepared(), 3, ROWS, 1).rows());
    if (component().info().role() == Role.ROWS) {
      assertThat(prepared().rows()).isNotNegative().isEqualTo(prepared().rows());
    }
  }

  @Test
  void severalThreadsMayUseIt() throws Exception {
    Calculation calculation = prepared();
    List<List<Object>> alone = filled(calculation, 0, ROWS, 1).rows();
    assertThat(IntStream.range(0, 8).parallel().mapToObj(i -> again(calculation)).toList())
        .allMatch(alone::equals);
  }

  private List<List<Object>> again(Calculation calculation) {
    try {
      return filled(calculation, 0, ROWS, 1).rows();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
