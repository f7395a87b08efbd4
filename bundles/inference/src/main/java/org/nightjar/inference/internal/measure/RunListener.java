package org.nightjar.inference.internal.measure;

/** Hears of every run. Called by the workers: must not take long. */
public interface RunListener {
  /** Hears nothing. */
  RunListener NONE =
      new RunListener() {
        @Override
        public void ran(String model, String device, int size, long predicted, long nanos) {}

        @Override
        public void answered(String model, long waited, long took) {}

        @Override
        public void failed(String model, String code) {}

        @Override
        public void loaded(String model, String device, long nanos) {}

        @Override
        public void evicted(String model, String device) {}

        @Override
        public void movedAway(String model, String device) {}
      };

  /**
   * A batch went through.
   *
   * @param predicted nanoseconds that it was expected to take
   * @param nanos nanoseconds that it took
   */
  void ran(String model, String device, int size, long predicted, long nanos);

  /**
   * A request was answered.
   *
   * @param waited nanoseconds until its run began
   * @param took nanoseconds from the request to the answer
   */
  void answered(String model, long waited, long took);

  /** A request failed after it had been accepted. */
  void failed(String model, String code);

  /** A model was loaded. */
  void loaded(String model, String device, long nanos);

  /** A model was unloaded to make room. */
  void evicted(String model, String device);

  /** A request left a device that failed it. */
  void movedAway(String model, String device);
}
