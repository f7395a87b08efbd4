package org.nightjar.simulation.internal.component;

import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Nested;
import org.nightjar.api.simulation.SkyComponent;
import org.nightjar.testkit.SkyComponentContract;

/** Our own components keep what any component has to keep. */
class BuiltInContractTest {
  private static final LongToDoubleFunction COLUMN = id -> 1 + id % 97 / 10.0;

  @Nested
  class Normal extends SkyComponentContract {
    @Override
    protected SkyComponent component() {
      return new NormalNumbers();
    }

    @Override
    protected Map<String, Object> arguments() {
      return Map.of("mean", COLUMN, "sigma", 0.5);
    }
  }

  @Nested
  class Truncated extends SkyComponentContract {
    @Override
    protected SkyComponent component() {
      return new TruncatedNormalNumbers();
    }

    @Override
    protected Map<String, Object> arguments() {
      return Map.of("mean", COLUMN, "sigma", COLUMN, "from", 0.0, "to", 20.0);
    }
  }

  @Nested
  class Choice extends SkyComponentContract {
    @Override
    protected SkyComponent component() {
      return new ChosenNumbers();
    }

    @Override
    protected Map<String, Object> arguments() {
      return Map.of("values", List.of(1.0, 2.0, 5.0), "weights", List.of(1.0, 0.0, 3.0));
    }
  }

  @Nested
  class Cap extends SkyComponentContract {
    @Override
    protected SkyComponent component() {
      return new CapPositions();
    }

    @Override
    protected Map<String, Object> arguments() {
      return Map.of("ra", 10.0, "dec", 80.0, "radius", 20.0);
    }
  }

  @Nested
  class Sum extends SkyComponentContract {
    @Override
    protected SkyComponent component() {
      return new SumValue();
    }

    @Override
    protected Map<String, Object> arguments() {
      return Map.of("of", List.of(COLUMN, COLUMN));
    }
  }

  @Nested
  class Field extends SkyComponentContract {
    @Override
    protected SkyComponent component() {
      return new FieldRows();
    }

    @Override
    protected Map<String, Object> arguments() {
      return Map.of("density", 1000.0, "area", 3.0);
    }
  }
}
