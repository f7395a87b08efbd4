package org.nightjar.metrics.internal.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.DoubleAdder;

/**
 * One name with one set of labels, for all who use it. Who uses it is the table's business and
 * guarded by its lock; values are added and read without.
 */
public final class Series {
  /** What one bundle has of it: how many meters that it adds to, and the one that is read. */
  private static final class Share {
    private int meters;
    private Source source;
  }

  /**
   * What is read.
   *
   * @param sources oldest first
   * @param carried what sources that are gone had counted
   */
  private record Readings(List<Source> sources, double carried) {}

  private final Family family;
  private final LabelSet labels;
  private final DoubleAdder added = new DoubleAdder();
  private final Buckets buckets;
  private final Map<Owner, Share> shares = new HashMap<>(2);
  private volatile Readings readings = new Readings(List.of(), 0);

  Series(Family family, LabelSet labels) {
    this.family = family;
    this.labels = labels;
    this.buckets = new Buckets(family.definition().upperBounds());
  }

  /** What tells it apart from others of its name. */
  public LabelSet labels() {
    return labels;
  }

  /** The value of a counter or gauge; empty if it is not known now. */
  public OptionalDouble value() {
    Readings now = readings;
    double value =
        family.definition().kind() == Kind.GAUGE
            ? newest(now.sources())
            : now.sources().stream().mapToDouble(Source::read).sum() + now.carried() + added.sum();
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static double newest(List<Source> sources) {
    return sources.isEmpty() ? Double.NaN : sources.get(sources.size() - 1).read();
  }

  /** What a distribution has counted. */
  public BucketCounts buckets() {
    return buckets.read();
  }

  Family family() {
    return family;
  }

  void add(double amount) {
    added.add(amount);
  }

  void record(double value) {
    buckets.record(value);
  }

  boolean unused() {
    return shares.isEmpty();
  }

  void hold(Owner owner) {
    share(owner).meters++;
  }

  void letGo(Owner owner) {
    Share share = shares.get(owner);
    if (share != null && share.meters > 0) {
      share.meters--;
      forgetIfUnused(owner, share);
    }
  }

  /** Reads this source from now on, in the place of an older one of the same owner. */
  void read(Owner owner, Source source) {
    Share share = share(owner);
    List<Source> sources = without(share.source);
    sources.add(source);
    share.source = source;
    readings = new Readings(List.copyOf(sources), readings.carried());
  }

  /** Reads it no more, but keeps what it had counted. */
  void forget(Owner owner, Source source, double last) {
    Share share = shares.get(owner);
    if (share != null && share.source == source) {
      double carried = readings.carried() + (Double.isNaN(last) ? 0 : last);
      readings = new Readings(List.copyOf(without(source)), carried);
      share.source = null;
      forgetIfUnused(owner, share);
    }
  }

  void leave(Owner owner) {
    Share share = shares.remove(owner);
    if (share != null && share.source != null) {
      readings = new Readings(List.copyOf(without(share.source)), readings.carried());
    }
  }

  Optional<Source> sourceOf(Owner owner) {
    return Optional.ofNullable(shares.get(owner)).map(share -> share.source);
  }

  private Share share(Owner owner) {
    return shares.computeIfAbsent(owner, anew -> new Share());
  }

  private void forgetIfUnused(Owner owner, Share share) {
    if (share.meters == 0 && share.source == null) {
      shares.remove(owner);
    }
  }

  private List<Source> without(Source source) {
    List<Source> sources = new ArrayList<>(readings.sources());
    sources.remove(source);
    return sources;
  }
}
