package org.nightjar.benchmarks;

/** Something that works, and says how much it has done for how much CPU time. */
interface Contestant {
  /** Its name in the table. */
  String name();

  /** Works for about this long. */
  Effort work(double cpuSeconds) throws Exception;

  /** One call of some work in this JVM. */
  @FunctionalInterface
  interface Call {
    /** Does it once; returns how many units (packets, pixels) that were. */
    double run() throws Exception;
  }

  /** A contestant in this JVM: its CPU time is that of the whole process, collector included. */
  static Contestant here(String name, Call call) {
    return new Here(name, call);
  }

  /** Work in this JVM. */
  record Here(String name, Call call) implements Contestant {
    @Override
    public Effort work(double cpuSeconds) throws Exception {
      long start = CpuClock.nanos();
      double units = 0;
      long spent;
      do {
        units += call.run();
        spent = CpuClock.nanos() - start;
      } while (spent < cpuSeconds * 1e9);
      return new Effort(units, spent / 1e9);
    }
  }
}
