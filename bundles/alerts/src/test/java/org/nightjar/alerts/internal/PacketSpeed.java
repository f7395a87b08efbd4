package org.nightjar.alerts.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import nom.tam.fits.Fits;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.nightjar.alerts.internal.schema.SchemaShelf;
import org.nightjar.alerts.internal.schema.Schemas;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;

/**
 * ZTF packets per second of processor time from bytes to facts and three stamps of 63 x 63 floats:
 * through the reader as the platform uses it, and by the chain of libraries that one would write
 * first, in the same run. Run it by hand; figures stand in RATIONALE.md.
 */
public final class PacketSpeed {
  private static final int SIDE = 63;
  private static final String[] STAMPS = {"science", "template", "difference"};

  private final List<byte[]> files;
  private final AlertReader reader =
      new AlertReader(
          new Schemas(new SchemaShelf(Path.of("target", "speed-schemas"), Optional.empty())));

  private PacketSpeed(List<byte[]> files) {
    this.files = files;
  }

  /** Argument: folder of packets. */
  public static void main(String[] arguments) throws Exception {
    List<byte[]> files = new ArrayList<>();
    try (Stream<Path> paths = Files.list(Path.of(arguments[0]))) {
      for (Path path : paths.sorted().limit(32).toList()) {
        files.add(Files.readAllBytes(path));
      }
    }
    new PacketSpeed(files).run();
  }

  private void run() throws Exception {
    List<ProductRef> refs = new ArrayList<>();
    for (byte[] file : files) {
      refs.add(
          ProductRef.of(
              Kind.ALERT,
              new BytesSource(file).uri(),
              0,
              file.length,
              Sha256.of(ByteBuffer.wrap(file))));
    }
    for (int round = 0; round < 4; round++) {
      double naive = rate(this::naive);
      double scanned = rate(i -> reader.scan(new BytesSource(files.get(i)), sighting -> {}));
      double opened = rate(i -> open(i, refs.get(i), false));
      double ours = rate(i -> open(i, refs.get(i), true));
      System.out.printf(
          Locale.ROOT,
          "naive %.0f/s, ours %.0f/s (ratio %.2f); scan alone %.0f/s, facts alone %.0f/s%n",
          naive,
          ours,
          ours / naive,
          scanned,
          opened);
    }
  }

  private interface Work {
    void packet(int index) throws Exception;
  }

  private double rate(Work work) throws Exception {
    long start = processorTime();
    int done = 0;
    while (processorTime() - start < 4_000_000_000L) {
      for (int i = 0; i < files.size(); i++) {
        work.packet(i);
        done++;
      }
    }
    return done / ((processorTime() - start) / 1e9);
  }

  private static long processorTime() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private void open(int index, ProductRef ref, boolean pixels) throws Exception {
    float[] tensor = new float[STAMPS.length * SIDE * SIDE];
    try (Product product = reader.open(new BytesSource(files.get(index)), ref)) {
      if (product.facts().text("object").isEmpty()) {
        throw new IllegalStateException("no object");
      }
      for (int i = 0; pixels && i < STAMPS.length; i++) {
        ImagePart image = (ImagePart) product.part(STAMPS[i]).orElseThrow();
        image.read(
            image.region(), FloatBuffer.wrap(tensor, i * SIDE * SIDE, (int) image.region().size()));
      }
    }
  }

  private void naive(int index) throws Exception {
    try (DataFileStream<GenericRecord> stream =
        new DataFileStream<>(
            new ByteArrayInputStream(files.get(index)), new GenericDatumReader<>())) {
      GenericRecord packet = stream.next();
      float[] tensor = new float[STAMPS.length * SIDE * SIDE];
      for (int i = 0; i < STAMPS.length; i++) {
        String field =
            "cutout" + STAMPS[i].substring(0, 1).toUpperCase(Locale.ROOT) + STAMPS[i].substring(1);
        ByteBuffer bytes = (ByteBuffer) ((GenericRecord) packet.get(field)).get("stampData");
        float[][] image = naive(bytes);
        for (int y = 0; y < image.length; y++) {
          System.arraycopy(image[y], 0, tensor, (i * SIDE + y) * SIDE, image[y].length);
        }
      }
    }
  }

  private static float[][] naive(ByteBuffer packed) throws IOException, nom.tam.fits.FitsException {
    byte[] bytes = new byte[packed.remaining()];
    packed.get(bytes);
    try (Fits fits = new Fits(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
      return (float[][]) fits.readHDU().getKernel();
    }
  }
}
