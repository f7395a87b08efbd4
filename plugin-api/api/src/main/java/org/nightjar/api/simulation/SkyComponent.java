package org.nightjar.api.simulation;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A model of simulated physics. Register it as an OSGi service; descriptions of skies then call it
 * by its name.
 *
 * <p>Row i of a table is a function of the seed, the name of the column's stream, the arguments and
 * i, and of nothing else: not of chunk, thread, order or the number of rows. What keeps to this is
 * the same sky however it is made, and any row of it can be made again alone.
 */
@ConsumerType
public interface SkyComponent {
  /** What it is called, takes and gives; the same answer at every call. */
  ComponentInfo info();

  /**
   * The columns for these arguments. Differs from {@link ComponentInfo#outputs} only where the
   * arguments decide how many there are or what unit they have, such as one for each filter. Cheap:
   * it is asked before any work starts.
   */
  default List<OutputInfo> outputs(Arguments arguments) throws NightjarException {
    return info().outputs();
  }

  /**
   * Does once what all rows share: tables, integrals, files.
   *
   * @param arguments checked against {@link ComponentInfo#parameters}: type, unit, range
   * @throws NightjarException {@code BAD_CONFIGURATION} for arguments that contradict each other,
   *     with the parameter's name in the message
   * @throws InterruptedException if {@link SkyContext#cancelled} says so or the thread was
   *     interrupted
   */
  Calculation prepare(Arguments arguments, SkyContext context)
      throws NightjarException, InterruptedException;
}
