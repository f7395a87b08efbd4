package org.nightjar.inference.internal.station;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/** What a station does when runs fail for reasons that are not the sample's. */
final class StationRescue implements Rescue {
  private final Station station;

  StationRescue(Station station) {
    this.station = station;
  }

  @Override
  public List<Step> steps(ModelLane lane) {
    Step evict =
        loan -> {
          station.ledger().evictIdle(lane.residence());
          return loan;
        };
    if (station.device().isProcessor()) {
      return List.of(evict);
    }
    return List.of(
        evict,
        loan -> {
          // After an accelerator has run out of memory a session may be broken for good.
          lane.giveBack(loan);
          return lane.residence().reopen() ? lane.borrow() : null;
        });
  }

  @Override
  public void deviceInTrouble(NightjarException why) {
    station.trouble(why);
  }

  @Override
  public NightjarException ended(ModelLane lane) {
    return NightjarException.of(
        StandardError.UNAVAILABLE,
        "the run of model " + lane.name() + " was ended",
        "",
        "Try again; the log says why.");
  }
}
