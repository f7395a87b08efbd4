package org.nightjar.inference.internal.measure;

/**
 * What one version of a model did in an interval.
 *
 * @param perSecond requests answered a second
 * @param failed requests that failed
 * @param batch mean size of the runs; 0 if there were none
 * @param waitP50 nanoseconds that half of the requests waited for their run, at most
 * @param waitP99 the same of 99 %
 * @param answerP50 nanoseconds that half of the requests took until they were answered, at most
 * @param answerP99 the same of 99 %
 * @param load device time over time: 1 is one device, or core, all the time
 * @param accuracy what runs took over what they were expected to take; 0 if there were none
 */
public record TopRow(
    double perSecond,
    long failed,
    double batch,
    double waitP50,
    double waitP99,
    double answerP50,
    double answerP99,
    double load,
    double accuracy) {

  /** Where counting stood at some time. */
  public static final class Mark {
    private final long nanos;
    private final long answered;
    private final long failed;
    private final long runs;
    private final long samples;
    private final long compute;
    private final long predicted;
    private final long[] waits;
    private final long[] answers;

    /** Takes note of where counting stands. */
    public Mark(ModelStatistics model, long nanos) {
      this.nanos = nanos;
      answered = model.answeredCount();
      failed = model.failedCount();
      runs = model.runCount();
      samples = model.sampleCount();
      compute = model.computeNanos();
      predicted = model.predictedNanos();
      waits = model.waits().mark();
      answers = model.answers().mark();
    }

    /** What has been done since. */
    public TopRow until(ModelStatistics model, long now) {
      double seconds = Math.max(1e-9, (now - nanos) / 1e9);
      long ranSince = model.runCount() - runs;
      double predictedSince = model.predictedNanos() - predicted;
      double computeSince = model.computeNanos() - compute;
      return new TopRow(
          (model.answeredCount() - answered) / seconds,
          model.failedCount() - failed,
          ranSince == 0 ? 0 : (double) (model.sampleCount() - samples) / ranSince,
          model.waits().percentile(0.5, waits),
          model.waits().percentile(0.99, waits),
          model.answers().percentile(0.5, answers),
          model.answers().percentile(0.99, answers),
          computeSince / 1e9 / seconds,
          predictedSince == 0 ? 0 : computeSince / predictedSince);
    }
  }
}
