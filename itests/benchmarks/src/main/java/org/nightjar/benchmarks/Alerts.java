package org.nightjar.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import nom.tam.fits.Fits;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.nightjar.alerts.internal.AlertReader;
import org.nightjar.alerts.internal.schema.SchemaShelf;
import org.nightjar.alerts.internal.schema.Schemas;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.reader.Sighting;
import org.nightjar.api.reader.Source;

/**
 * Real ZTF packets to the tensor of a network (three stamps of 63 x 63, NaN as zero), checksums on:
 * our reader against Avro's container reader, GZIPInputStream and nom-tam-fits.
 */
final class Alerts {
  private static final int SIDE = 63;
  private static final List<String> STAMPS = List.of("science", "template", "difference");
  private static final List<String> FIELDS =
      List.of("cutoutScience", "cutoutTemplate", "cutoutDifference");

  private final AlertReader reader;
  private final List<byte[]> packets;

  /** Avro's fast reader keeps every schema that it has parsed, and would fill the heap here. */
  private final GenericData plain = new GenericData().setFastReaderEnabled(false);

  private final MessageDigest digest;
  private double check;

  private Alerts(List<byte[]> packets, Path schemas) throws NoSuchAlgorithmException {
    this.reader = new AlertReader(new Schemas(new SchemaShelf(schemas, Optional.empty())));
    this.packets = packets;
    this.digest = MessageDigest.getInstance("SHA-256");
  }

  static Optional<Contest> contest(Path testdata, Path schemas)
      throws IOException, NoSuchAlgorithmException {
    Path folder = testdata.resolve("transients/ztf_v3.3_drb");
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    List<byte[]> packets = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        packets.add(Files.readAllBytes(file));
      }
    }
    Alerts alerts = new Alerts(packets, schemas);
    return Optional.of(
        new Contest(
            "ZTF packets to tensor",
            "packets",
            Contestant.here("Nightjar", alerts::ours),
            Map.of(Contestant.here("Avro + GZIPInputStream + nom-tam-fits", alerts::naive), 3.3)));
  }

  private double ours() throws Exception {
    for (byte[] packet : packets) {
      Source source = new Bytes(packet);
      List<Sighting> seen = new ArrayList<>(1);
      reader.scan(source, seen::add);
      Sighting only = seen.get(0);
      ProductRef ref =
          ProductRef.of(
              only.kind(),
              source.uri(),
              only.offset(),
              only.length(),
              only.sha256().isPresent() ? only.sha256().get() : sha256(packet, only));
      float[] tensor = new float[STAMPS.size() * SIDE * SIDE];
      try (Product product = reader.open(source, ref)) {
        for (int i = 0; i < STAMPS.size(); i++) {
          ImagePart stamp = (ImagePart) product.part(STAMPS.get(i)).orElseThrow();
          float[] pixels = new float[(int) stamp.region().size()];
          stamp.read(stamp.region(), FloatBuffer.wrap(pixels));
          place(pixels, stamp.width(), tensor, i);
        }
      }
      check += tensor[0];
    }
    return packets.size();
  }

  /**
   * The platform takes the checksum when a packet arrives; the reader takes it again to compare.
   */
  private String sha256(byte[] packet, Sighting sighting) {
    digest.update(packet, (int) sighting.offset(), (int) sighting.length());
    return HexFormat.of().formatHex(digest.digest());
  }

  private double naive() throws Exception {
    for (byte[] packet : packets) {
      float[] tensor = new float[STAMPS.size() * SIDE * SIDE];
      try (DataFileStream<GenericRecord> records =
          new DataFileStream<>(
              new ByteArrayInputStream(packet), new GenericDatumReader<>(null, null, plain))) {
        GenericRecord record = records.next();
        for (int i = 0; i < FIELDS.size(); i++) {
          ByteBuffer data =
              (ByteBuffer) ((GenericRecord) record.get(FIELDS.get(i))).get("stampData");
          byte[] packed = new byte[data.remaining()];
          data.get(packed);
          try (Fits fits = new Fits(new GZIPInputStream(new ByteArrayInputStream(packed)))) {
            float[][] rows = (float[][]) fits.getHDU(0).getKernel();
            float[] pixels = new float[rows.length * rows[0].length];
            for (int y = 0; y < rows.length; y++) {
              System.arraycopy(rows[y], 0, pixels, y * rows[0].length, rows[0].length);
            }
            place(pixels, rows[0].length, tensor, i);
          }
        }
      }
      check += tensor[0];
    }
    return packets.size();
  }

  /** The same for both: padded at the right and top, NaN as zero. */
  private static void place(float[] pixels, int width, float[] tensor, int channel) {
    for (int i = 0; i < pixels.length; i++) {
      int x = i % width;
      int y = i / width;
      if (x < SIDE && y < SIDE) {
        float pixel = pixels[i];
        tensor[(channel * SIDE + y) * SIDE + x] = Float.isNaN(pixel) ? 0 : pixel;
      }
    }
  }

  /** Keeps the work from being optimised away. */
  double check() {
    return check;
  }

  private record Bytes(byte[] all) implements Source {
    @Override
    public URI uri() {
      return URI.create("memory:packet");
    }

    @Override
    public long length() {
      return all.length;
    }

    @Override
    public int read(long position, ByteBuffer target) {
      int count = (int) Math.max(0, Math.min(target.remaining(), all.length - position));
      target.put(all, (int) position, count);
      return count;
    }

    @Override
    public ByteArrayInputStream open() {
      return new ByteArrayInputStream(all);
    }

    @Override
    public Optional<Path> path() {
      return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes bytes && Arrays.equals(all, bytes.all);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(all);
    }
  }
}
