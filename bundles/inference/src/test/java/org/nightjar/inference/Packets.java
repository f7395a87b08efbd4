package org.nightjar.inference;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;

/**
 * Real alert packets with the score that the survey computed; only as much of a reader as that
 * takes.
 */
public final class Packets {
  private static final int BLOCK = 2880;
  private static final int CARD = 80;

  /**
   * A packet.
   *
   * @param file its file
   * @param sample its three stamps
   * @param drb the score in it
   */
  public record Packet(String file, Sample sample, double drb) {}

  private Packets() {}

  /** Every packet of {@code golden_drb.csv} but the one whose score was edited by hand. */
  public static List<Packet> golden(Path transients) throws IOException {
    List<Packet> packets = new ArrayList<>();
    for (String line : Files.readAllLines(transients.resolve("golden_drb.csv"))) {
      String[] cells = line.split(",", -1);
      if (cells[0].endsWith(".avro") && !cells[0].startsWith("ztf_official/")) {
        packets.add(
            new Packet(
                cells[0], sample(transients.resolve(cells[0])), Double.parseDouble(cells[3])));
      }
    }
    return packets;
  }

  /** The three stamps of every packet of a folder. */
  public static List<Sample> all(Path folder) throws IOException {
    List<Sample> samples = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        samples.add(sample(file));
      }
    }
    return samples;
  }

  private static Sample sample(Path file) throws IOException {
    try (DataFileReader<GenericRecord> reader =
        new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
      GenericRecord packet = reader.next();
      Map<String, Tensor> channels = new HashMap<>();
      for (String name : List.of("Science", "Template", "Difference")) {
        GenericRecord cutout = (GenericRecord) packet.get("cutout" + name);
        channels.put(name.toLowerCase(Locale.ROOT), stamp((ByteBuffer) cutout.get("stampData")));
      }
      return new Sample(channels);
    }
  }

  private static Tensor stamp(ByteBuffer zipped) throws IOException {
    byte[] bytes = new byte[zipped.remaining()];
    zipped.get(bytes);
    byte[] fits;
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      fits = in.readAllBytes();
    }
    Map<String, String> header = new HashMap<>();
    int at = 0;
    for (String card = ""; !card.startsWith("END "); at += CARD) {
      card = new String(fits, at, CARD, StandardCharsets.US_ASCII);
      if (card.startsWith("= ", 8)) {
        header.put(card.substring(0, 8).strip(), card.substring(10).split("/", -1)[0].strip());
      }
    }
    if (!header.get("BITPIX").equals("-32") || header.containsKey("BSCALE")) {
      throw new IOException("not a plain float32 stamp: " + header);
    }
    int columns = Integer.parseInt(header.get("NAXIS1"));
    int rows = Integer.parseInt(header.get("NAXIS2"));
    int start = (at + BLOCK - 1) / BLOCK * BLOCK;
    float[] pixels = new float[rows * columns];
    ByteBuffer.wrap(fits, start, pixels.length * Float.BYTES).asFloatBuffer().get(pixels);
    return Tensor.of(pixels, rows, columns);
  }
}
