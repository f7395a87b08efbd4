package org.nightjar.inference.internal.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NativeMemoryTest {
  private static final long GIB = 1L << 30;

  @Test
  void halfOfWhatTheHeapLeavesIsForNetworks() {
    assertThat(NativeMemory.share(16 * GIB, 4 * GIB)).isEqualTo(6 * GIB);
  }

  @Test
  void aHeapAsLargeAsTheMachineLeavesALittle() {
    assertThat(NativeMemory.share(GIB, 2 * GIB)).isEqualTo(GIB / 4);
  }

  @Test
  void memoryInUseIsTheResidentSetLessTheHeap() {
    String status = "VmPeak:\t  999999 kB\nVmRSS:\t  300000 kB\nRssAnon:\t 1 kB\n";
    assertThat(NativeMemory.used(status, 100_000_000)).hasValue(207_200_000);
    assertThat(NativeMemory.used(status, GIB)).hasValue(0);
    assertThat(NativeMemory.used("nothing of the kind", 0)).isEmpty();
  }
}
