package org.nightjar.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.Category;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.reader.ProductReader;
import org.nightjar.api.reader.Sighting;
import org.nightjar.api.reader.Source;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What every reader keeps, whatever bytes it is given: products or an error of category DATA, soon,
 * in bounded memory. Extend it, name the reader and some good files, and run it as any JUnit test.
 *
 * <p>The good files are read; then {@link #copies} corrupted copies of them (truncated, bits
 * flipped, bytes lost, headers that lie) are. A copy that fails is kept in the temporary folder and
 * named in the message; the same seed gives the same copies. {@code -Dnightjar.corrupted.copies=N}
 * asks for more of them.
 */
@ConsumerType
public abstract class ReaderContract {
  private static final int PLAIN_COPIES = 1000;
  private static final int SECONDS = 30;
  private static final int FILE_EVERY = 8;
  private static final long FREE_BYTES = 256L << 20;
  private static final long BYTES_PER_BYTE = 64;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir private Path folder;

  /** The reader, as the platform would make it; the folder is empty and may be written to. */
  protected abstract ProductReader reader(Path folder) throws Exception;

  /** Good files by name, small ones of every sort that the reader knows; at least one. */
  protected abstract Map<String, byte[]> samples() throws Exception;

  /** How many corrupted copies of all samples together. */
  protected int copies() {
    return Integer.getInteger("nightjar.corrupted.copies", PLAIN_COPIES);
  }

  /** Seed of the corrupted copies. */
  protected long seed() {
    return 20261120;
  }

  /** Most memory that reading some bytes may allocate, all of it together, not at one time. */
  protected long mostAllocated(byte[] bytes) {
    return FREE_BYTES + BYTES_PER_BYTE * bytes.length;
  }

  @Test
  void readsEverySampleTwiceTheSame() throws Exception {
    ReadThrough through = new ReadThrough(reader(folder));
    for (Map.Entry<String, byte[]> sample : samples().entrySet()) {
      Source source = InMemorySource.of(sample.getKey(), sample.getValue());
      int products = through.products(source);
      assertThat(products).as("products in %s", sample.getKey()).isPositive();
      assertThat(through.products(source)).as("the second time").isEqualTo(products);
    }
  }

  @Test
  void findsOnlyKindsThatItDeclares() throws Exception {
    ProductReader reader = reader(folder);
    for (Map.Entry<String, byte[]> sample : samples().entrySet()) {
      reader.scan(
          InMemorySource.of(sample.getKey(), sample.getValue()),
          (Sighting seen) -> assertThat(reader.kinds()).contains(seen.kind()));
    }
  }

  @Test
  void leavesTheBytesOfOthersAlone() throws Exception {
    ProductReader reader = reader(folder);
    SplittableRandom random = new SplittableRandom(seed());
    for (int length = 0; length < 300; length++) {
      byte[] noise = new byte[length];
      for (int i = 0; i < length; i++) {
        noise[i] = (byte) random.nextInt();
      }
      assertThat(reader.recognises(InMemorySource.of("noise", noise)))
          .as("%d random bytes", length)
          .isFalse();
    }
  }

  @Test
  void survivesCorruptedCopies() throws Exception {
    Map<String, byte[]> samples = samples();
    ReadThrough through = new ReadThrough(reader(folder));
    Map<String, Integer> ends = new LinkedHashMap<>();
    ExecutorService worker = Executors.newSingleThreadExecutor(task -> daemon(task));
    try {
      int each = Math.max(1, copies() / samples.size());
      for (Map.Entry<String, byte[]> sample : samples.entrySet()) {
        for (int number = 0; number < each; number++) {
          CorruptedCopy copy = CorruptedCopy.of(sample.getKey(), sample.getValue(), seed(), number);
          ends.merge(end(worker, through, copy), 1, Integer::sum);
        }
      }
    } finally {
      worker.shutdownNow();
    }
    assertThat(ends.getOrDefault("refused", 0)).as("refused of %s", ends).isPositive();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "testkit-reader");
    thread.setDaemon(true);
    return thread;
  }

  private String end(ExecutorService worker, ReadThrough through, CorruptedCopy copy)
      throws IOException, InterruptedException {
    Future<String> result = worker.submit(() -> read(through, copy));
    try {
      return result.get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError(
          copy + ", kept at " + keep(copy) + ": not read after " + Duration.ofSeconds(SECONDS), e);
    } catch (ExecutionException e) {
      throw new AssertionError(copy + ", kept at " + keep(copy), e.getCause());
    }
  }

  private String read(ReadThrough through, CorruptedCopy copy) throws IOException {
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    String end;
    try {
      end = through.products(source(copy)) < 0 ? "not recognised" : "read";
    } catch (NightjarException e) {
      assertThat(e.problem().category())
          .as("category of %s: bad data is the data's fault", e.problem())
          .isEqualTo(Category.DATA);
      end = "refused";
    }
    assertThat(threads.getThreadAllocatedBytes(thread) - before)
        .as("bytes allocated")
        .isLessThan(mostAllocated(copy.bytes()));
    return end;
  }

  /** Readers go another way for local files: now and then they get one. */
  private Source source(CorruptedCopy copy) throws IOException {
    if (copy.number() % FILE_EVERY == 0) {
      return Source.ofFile(Files.write(folder.resolve("copy"), copy.bytes()));
    }
    return InMemorySource.of("copy", copy.bytes());
  }

  private static Path keep(CorruptedCopy copy) throws IOException {
    return Files.write(Files.createTempFile("nightjar-corrupted", ".bytes"), copy.bytes());
  }
}
