package org.nightjar.inference.internal.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Runner;
import org.nightjar.inference.internal.device.Session;
import org.nightjar.inference.internal.device.Slot;

class OnnxRunnerTest {
  private static final int SIDE = 256;

  @TempDir private Path folder;
  private Session session;
  private Runner runner;

  @BeforeEach
  void load() throws Exception {
    Path graph = Files.write(folder.resolve("mask.onnx"), Graphs.mask(16));
    session = OnnxEngine.start().cpu().open(graph);
    List<Integer> image = List.of(1, SIDE, SIDE);
    runner =
        session.runner(new Ports(List.of(new Slot("x", image)), List.of(new Slot("y", image))), 4);
    FloatBuffer pixels = runner.input(0);
    for (int i = 0; pixels.hasRemaining(); i++) {
      pixels.put(i % 101 / 101f);
    }
  }

  @AfterEach
  void unload() {
    runner.close();
    session.close();
  }

  @Test
  void aRunEndsWhenItIsToldAndTheNextOneDoesNot() throws Exception {
    CompletableFuture<Void> run =
        CompletableFuture.runAsync(
            () -> {
              try {
                runner.run(4);
              } catch (NightjarException e) {
                throw new IllegalStateException(e);
              }
            });
    while (!run.isDone()) {
      runner.terminate(); // before it begins this does nothing
    }
    assertThatThrownBy(run::get)
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("CANCELLED: the run was terminated");
    runner.run(1);
    assertThat(runner.output(0).get(0)).isBetween(0f, 1f);
  }

  @Test
  void whatComesOutIsTheSameAfterShrinking() throws Exception {
    runner.run(1);
    float[] before = result();
    runner.shrink();
    runner.run(1);
    assertThat(result()).containsExactly(before);
    runner.run(1);
    assertThat(result()).containsExactly(before);
  }

  private float[] result() {
    float[] pixels = new float[SIDE * SIDE];
    runner.output(0).get(pixels);
    return pixels;
  }
}
