package org.nightjar.intake.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.feed.Receipt;
import org.nightjar.api.feed.Submission;
import org.nightjar.store.Ledger;
import org.nightjar.store.Placement;

/**
 * Enters the products of one arrival: all at once if they are few, else piece by piece. A restart
 * in between begins again at the first product; the ledger skips those it has.
 */
final class Pieces {
  static final int LARGEST = 1000;

  private final Ledger ledger;
  private final Submission submission;
  private final LocalDate night;
  private final List<Placement> waiting = new ArrayList<>();
  private OptionalLong arrival;
  private int entered;

  /**
   * @param arrival number of the arrival if it has begun already
   */
  Pieces(Ledger ledger, Submission submission, LocalDate night, OptionalLong arrival) {
    this.ledger = ledger;
    this.submission = submission;
    this.night = night;
    this.arrival = arrival;
  }

  void add(Placement placement) throws NightjarException {
    if (waiting.size() == LARGEST) {
      enter();
    }
    waiting.add(placement);
  }

  Receipt finish(Optional<Problem> problem) throws NightjarException {
    if (arrival.isEmpty()) {
      return ledger.enter(submission, night, waiting, problem);
    }
    enter();
    return ledger.finish(arrival.getAsLong(), problem);
  }

  private void enter() throws NightjarException {
    if (arrival.isEmpty()) {
      arrival = OptionalLong.of(ledger.begin(submission, night));
    }
    ledger.add(arrival.getAsLong(), entered, waiting);
    entered += waiting.size();
    waiting.clear();
  }
}
