package org.nightjar.inference.internal.station;

import java.util.List;
import org.nightjar.api.error.NightjarException;

/** What can be done when a run fails for reasons that are not the sample's. */
interface Rescue {
  /** Something to try before one sample is given up for lack of memory. */
  @FunctionalInterface
  interface Step {
    /**
     * Takes the step.
     *
     * @param loan buffers of the run that failed, which it takes over
     * @return buffers to try again with; null if that is of no use
     */
    ModelLane.Loan take(ModelLane.Loan loan) throws NightjarException;
  }

  /** What to try, in order, when one sample alone does not fit. */
  List<Step> steps(ModelLane lane);

  /** The device itself fails: nothing more is to be run on it for now. */
  void deviceInTrouble(NightjarException why);

  /** What to say to those whose run was ended from outside. */
  NightjarException ended(ModelLane lane);
}
