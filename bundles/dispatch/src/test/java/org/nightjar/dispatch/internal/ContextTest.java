package org.nightjar.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Priority;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Report;
import org.nightjar.api.task.PixelLease;
import org.nightjar.api.task.TaskContext;
import org.nightjar.api.task.TaskInfo;
import org.nightjar.dispatch.internal.fake.Envelopes;
import org.nightjar.dispatch.internal.fake.GridReader;
import org.nightjar.dispatch.internal.fake.LambdaTask;

/** What a task is handed, and that it is taken back. */
class ContextTest {
  private static final TaskInfo INFO = TaskInfo.of("test", "Tests", Kind.EXPOSURE);
  private static final Report FINE = Report.builder().build();

  @TempDir Path folder;
  private DispatchFixture dispatch;

  @BeforeEach
  void open() {
    dispatch = new DispatchFixture(folder);
  }

  @AfterEach
  void close() {
    dispatch.close();
  }

  private FiledReport judge(LambdaTask.Body body) throws Exception {
    long service = dispatch.add(INFO, "1.0.0", body);
    try {
      return dispatch.ask("test", dispatch.product("product")).get(20, TimeUnit.SECONDS);
    } finally {
      dispatch.workshop.traffic().remove(service);
    }
  }

  @Test
  void whatWasHandedOutIsTakenBackAfterTheCall() throws Exception {
    AtomicReference<TaskContext> kept = new AtomicReference<>();
    AtomicReference<Path> scratch = new AtomicReference<>();
    AtomicReference<ImagePart> part = new AtomicReference<>();
    FiledReport report =
        judge(
            (product, context) -> {
              kept.set(context);
              scratch.set(context.scratch());
              part.set((ImagePart) product.parts().get(0));
              write(context.scratch().resolve("note"));
              return Report.builder()
                  .attach(
                      context
                          .attachments()
                          .add("note.txt", "text/plain", context.scratch().resolve("note")))
                  .build();
            });

    assertThat(report.report().attachments()).hasSize(1);
    await().until(() -> !Files.exists(scratch.get()));
    TaskContext context = kept.get();
    assertThatThrownBy(context::scratch).hasMessageContaining("REVOKED");
    assertThatThrownBy(context::profile).hasMessageContaining("REVOKED");
    assertThatThrownBy(context::inference).hasMessageContaining("REVOKED");
    assertThatThrownBy(() -> context.pixels(part.get(), part.get().region()))
        .hasMessageContaining("REVOKED");
    assertThatThrownBy(() -> context.attachments().add("b", "text/plain", new byte[1]))
        .hasMessageContaining("REVOKED");
  }

  private static void write(Path file) {
    try {
      Files.write(file, "noted".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void withoutInferenceThereAreNoModelsAndInferSaysSo() throws Exception {
    judge(
        (product, context) -> {
          assertThat(context.models()).isEmpty();
          assertThat(context.inference().models("test")).isEmpty();
          return FINE;
        });
  }

  @Test
  void randomNumbersDependOnStreamAndProductAlone() throws Exception {
    List<List<Long>> drawn = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      judge(
          (product, context) -> {
            drawn.add(context.random("noise").longs(5).boxed().toList());
            drawn.add(context.random("stars").longs(5).boxed().toList());
            return FINE;
          });
    }

    assertThat(drawn.get(0)).isEqualTo(drawn.get(2)).doesNotHaveDuplicates();
    assertThat(drawn.get(1)).isEqualTo(drawn.get(3)).isNotEqualTo(drawn.get(0));
  }

  @Test
  void twoTasksShareOneProductAndOneDecodingPass() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    LambdaTask.Body body =
        (product, context) -> {
          ImagePart part = (ImagePart) product.parts().get(1);
          try (PixelLease lease = context.pixels(part, Region.of(0, 0, 8, 8))) {
            both.countDown();
            both.await();
            return Report.builder().measure("last", lease.values().get(63), "").build();
          }
        };
    dispatch.add(INFO, "1.0.0", body);
    dispatch.add(TaskInfo.of("other", "Too", Kind.EXPOSURE), "1.0.0", body);
    CompletableFuture<FiledReport> one = dispatch.ask("test", dispatch.product("same"));
    CompletableFuture<FiledReport> two = dispatch.ask("other", one(dispatch));

    assertThat(one.get(20, TimeUnit.SECONDS).report())
        .isEqualTo(two.get(20, TimeUnit.SECONDS).report());
    assertThat(dispatch.reader.opened).hasValue(1);
    assertThat(dispatch.reader.decoded).hasValue(1);
    await().until(() -> dispatch.reader.closed.get() == 1);
  }

  private static Envelope one(DispatchFixture dispatch) {
    return Envelopes.of("same", dispatch.folder().resolve("same").toUri(), Priority.BULK);
  }

  @Test
  void forgottenLeasesAreClosedAndPixelsBeyondTheMemoryAreRefused() throws Exception {
    for (int i = 0; i < 100; i++) {
      judge(
          (product, context) -> {
            // 64 x 64 x 4 bytes each; a hundred forgotten ones would not fit into 1 MiB.
            PixelLease forgotten =
                context.pixels((ImagePart) product.parts().get(0), Region.of(0, 0, 64, 64));
            return Report.builder().measure("first", forgotten.values().get(0), "").build();
          });
    }
    assertThatThrownBy(
            () ->
                judge(
                    (product, context) -> {
                      try (PixelLease lease =
                          context.pixels(
                              (ImagePart) product.parts().get(0), Region.of(0, 0, 1024, 1024))) {
                        return FINE;
                      }
                    }))
        .hasMessageContaining("OUT_OF_MEMORY");
  }

  @Test
  void partsAreLookedAtOnThreadsOfTheVersionAndComeInOrder() throws Exception {
    Set<String> threads = ConcurrentHashMap.newKeySet();
    ConcurrentLinkedQueue<ClassLoader> loaders = new ConcurrentLinkedQueue<>();
    FiledReport report =
        judge(
            (product, context) -> {
              List<Integer> indices =
                  context.forEachPart(
                      product,
                      part -> {
                        threads.add(Thread.currentThread().getName());
                        loaders.add(Thread.currentThread().getContextClassLoader());
                        return context.forEachPart(product, inner -> inner.info().index()).get(0)
                            + part.info().index();
                      });
              assertThat(indices).containsExactly(0, 1, 2, 3);
              loaders.add(Thread.currentThread().getContextClassLoader());
              return Report.builder().measure("parts", indices.size(), "").build();
            });

    assertThat(report.report().measurements().get("parts").value()).isEqualTo(GridReader.PARTS);
    assertThat(threads).allMatch(name -> name.startsWith("task-test-1.0.0-part-"));
    assertThat(loaders).containsOnly(LambdaTask.class.getClassLoader());
  }

  @Test
  void theFirstPartThatFailsDecidesInTheOrderOfTheParts() {
    assertThatThrownBy(
            () ->
                judge(
                    (product, context) -> {
                      context.forEachPart(
                          product,
                          part -> {
                            if (part.info().index() > 0) {
                              throw NightjarException.of(
                                  StandardError.CORRUPT, "part " + part.info().index(), "", "");
                            }
                            return 0;
                          });
                      return FINE;
                    }))
        .hasMessageContaining("part 1");
  }

  @Test
  void tasksCannotCloseTheProductOthersShare() {
    assertThatThrownBy(
            () ->
                judge(
                    (product, context) -> {
                      product.close();
                      return FINE;
                    }))
        .hasMessageContaining("closed by the platform");
  }
}
