package org.nightjar.dispatch.internal.fake;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.nightjar.api.error.Problem;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.report.FiledReport;
import org.nightjar.dispatch.internal.lane.Job;
import org.nightjar.store.Filing;

/** A job that counts how often it was settled. */
public final class CountedJob implements Job {
  public final AtomicInteger settled = new AtomicInteger();
  public final AtomicInteger dropped = new AtomicInteger();
  private final Envelope envelope;
  private final OptionalLong entry;

  public CountedJob(Envelope envelope, OptionalLong entry) {
    this.envelope = envelope;
    this.entry = entry;
  }

  @Override
  public Envelope envelope() {
    return envelope;
  }

  @Override
  public OptionalLong entry() {
    return entry;
  }

  @Override
  public OptionalLong arrival() {
    return entry;
  }

  @Override
  public boolean duplicate(String key) {
    return false;
  }

  @Override
  public Optional<Filing> reported(FiledReport report) {
    settled.incrementAndGet();
    return Optional.empty();
  }

  @Override
  public void failed(Problem problem) {
    settled.incrementAndGet();
  }

  @Override
  public void dropped(Problem why) {
    dropped.incrementAndGet();
  }
}
