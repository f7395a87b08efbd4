package org.nightjar.openinference.internal.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;

class RoundTest {
  private final List<Float> taken = new ArrayList<>();

  private static List<Sample> samples(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Sample(Map.of("x", Tensor.of(new float[] {i}))))
        .toList();
  }

  private static Prediction echo(Sample sample) {
    return Prediction.of(sample.channels(), List.of(), "cpu");
  }

  private static float number(Sample sample) {
    return sample.channels().get("x").at(0);
  }

  private Round round(int samples, Function<Sample, CompletableFuture<Prediction>> service) {
    return new Round(
        samples(samples),
        service,
        () -> false,
        prediction -> taken.add(prediction.outputs().get("x").at(0)));
  }

  private static List<Float> numbers(int count) {
    return IntStream.range(0, count).mapToObj(i -> (float) i).toList();
  }

  @Test
  void predictionsComeInTheOrderOfTheSamples() throws Exception {
    round(
            5000,
            sample ->
                CompletableFuture.supplyAsync(
                    () -> echo(sample), work -> new Thread(work, "answer").start()))
        .run();
    assertThat(taken).isEqualTo(numbers(5000));
  }

  /** A service that keeps three and refuses the rest at once; it runs the oldest when asked. */
  private static final class Full implements Function<Sample, CompletableFuture<Prediction>> {
    private final Queue<CompletableFuture<Prediction>> line = new ArrayDeque<>();
    private final Queue<Sample> samples = new ArrayDeque<>();
    private int refused;

    @Override
    public CompletableFuture<Prediction> apply(Sample sample) {
      if (line.size() == 3) {
        refused++;
        line.remove().complete(echo(samples.remove()));
        return CompletableFuture.failedFuture(problem(StandardError.QUEUE_FULL));
      }
      CompletableFuture<Prediction> future = new CompletableFuture<>();
      line.add(future);
      samples.add(sample);
      if (number(sample) >= 17) {
        while (!line.isEmpty()) {
          line.remove().complete(echo(samples.remove()));
        }
      }
      return future;
    }
  }

  private static NightjarException problem(StandardError code) {
    return NightjarException.of(code, "no", "service", "Wait.").retryAfter(Duration.ofSeconds(3));
  }

  @Test
  void whereTheServiceIsFullItWaitsForItsOwnSamples() throws Exception {
    Full service = new Full();
    round(20, service).run();
    assertThat(taken).isEqualTo(numbers(20));
    assertThat(service.refused).isPositive();
  }

  @Test
  void whereOthersFillTheServiceItGivesUp() {
    Round round =
        round(3, sample -> CompletableFuture.failedFuture(problem(StandardError.QUOTA_EXCEEDED)));
    assertThatThrownBy(round::run)
        .isInstanceOfSatisfying(
            NightjarException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo("QUOTA_EXCEEDED");
              assertThat(e.retryAfter()).contains(Duration.ofSeconds(3));
            });
  }

  @Test
  void aFailureNamesItsSampleAndWithdrawsTheRest() {
    List<CompletableFuture<Prediction>> later = new ArrayList<>();
    Round round =
        round(
            10,
            sample -> {
              if (number(sample) < 4) {
                return CompletableFuture.completedFuture(echo(sample));
              }
              CompletableFuture<Prediction> future = new CompletableFuture<>();
              if (number(sample) == 4) {
                future.completeExceptionally(problem(StandardError.BAD_ARGUMENT));
              } else {
                later.add(future);
              }
              return future;
            });
    assertThatThrownBy(round::run)
        .isInstanceOf(NightjarException.class)
        .hasMessage("BAD_ARGUMENT: sample 4: no (service). Wait.");
    assertThat(taken).isEqualTo(numbers(4));
    assertThat(later).hasSize(5).allMatch(CompletableFuture::isCancelled);
  }

  @Test
  void theOnlySampleNeedsNoNumber() {
    assertThatThrownBy(
            () ->
                round(1, sample -> CompletableFuture.failedFuture(problem(StandardError.WITHDRAWN)))
                    .run())
        .hasMessage("WITHDRAWN: no (service). Wait.");
  }

  @Test
  void noMoreThanAFewHundredAreUnderWay() throws Exception {
    List<CompletableFuture<Prediction>> open = new ArrayList<>();
    int[] most = new int[1];
    round(
            2000,
            sample -> {
              CompletableFuture<Prediction> future = new CompletableFuture<>();
              open.removeIf(CompletableFuture::isDone);
              open.add(future);
              most[0] = Math.max(most[0], open.size());
              if (open.size() == 256 || number(sample) == 1999) {
                open.forEach(each -> each.complete(echo(sample)));
              }
              return future;
            })
        .run();
    assertThat(most[0]).isEqualTo(256);
    assertThat(taken).hasSize(2000);
  }

  @Test
  void nobodyWaitsForAClientThatHasGone() {
    List<CompletableFuture<Prediction>> asked = new ArrayList<>();
    Round round =
        new Round(
            samples(3),
            sample -> {
              asked.add(new CompletableFuture<>());
              return asked.get(asked.size() - 1);
            },
            () -> true,
            prediction -> {});
    assertThatThrownBy(round::run).isInstanceOf(IOException.class);
    assertThat(asked).hasSize(3).allMatch(CompletableFuture::isCancelled);
  }
}
