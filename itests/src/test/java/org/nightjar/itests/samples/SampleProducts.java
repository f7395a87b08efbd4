package org.nightjar.itests.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/**
 * Makes one small night: exposures and alert packets, good and bad, the same for the same seed.
 * Stars are Gaussian, noise is Gaussian, nothing more: enough to see every verdict once.
 */
public final class SampleProducts {
  private static final int SIZE = 512;
  private static final int STAMP = 63;
  private static final float SATURATION = 60_000f;
  private static final String FACTS =
      "DATE-OBS='2026-11-20T03:14:15',EXPTIME=30.0,INSTRUME='Nightjar sample',CTYPE1='RA---TAN',"
          + "CTYPE2='DEC--TAN',CDELT1=-1.4E-4,CDELT2=1.4E-4";

  private final SplittableRandom random;
  private final Path folder;

  /** A night in this folder. */
  public SampleProducts(Path folder, long seed) {
    this.folder = folder;
    this.random = new SplittableRandom(seed);
  }

  /** Writes the night; returns its folder. */
  public Path write() throws IOException {
    Files.createDirectories(folder);
    exposure("exposure-01-good.fits", frame(80, 1.6));
    exposure("exposure-02-two-detectors.fits", frame(60, 1.7), frame(60, 1.8));
    exposure("exposure-03-poor-seeing.fits", frame(80, 6.0));
    exposure("exposure-04-saturated.fits", filled(frame(80, 1.6), 0, 75_000, SATURATION));
    exposure("exposure-05-half-blank.fits", filled(frame(80, 1.6), 0, 160_000, Float.NaN));
    byte[] bytes = Files.readAllBytes(folder.resolve("exposure-01-good.fits"));
    Files.write(folder.resolve("exposure-06-truncated.fits"), Arrays.copyOf(bytes, 400_000));
    Files.writeString(folder.resolve("exposure-07-a-text-file.fits"), "This is not FITS.\n");
    alerts("alerts.avro", 12);
    return folder;
  }

  /** Writes one exposure of 64 x 64 pixels; other seeds, other pixels. */
  public static void tinyExposure(Path file, long seed) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    image(bytes, card("SIMPLE", "T"), "", noise(new SplittableRandom(seed), 4096, 1000, 12), 64);
    Files.write(file, bytes.toByteArray());
  }

  private float[] frame(int stars, double sigma) {
    float[] pixels = noise(random, SIZE * SIZE, 1000, 12);
    for (int star = 0; star < stars; star++) {
      double flux = 8000 * Math.pow(10, 1.2 * random.nextDouble());
      addStar(pixels, SIZE, SIZE * random.nextDouble(), SIZE * random.nextDouble(), flux, sigma);
    }
    return pixels;
  }

  private static float[] noise(SplittableRandom random, int size, double level, double sigma) {
    float[] pixels = new float[size];
    for (int i = 0; i < size; i++) {
      pixels[i] = (float) (level + sigma * random.nextGaussian());
    }
    return pixels;
  }

  private static float[] filled(float[] pixels, int from, int to, float value) {
    Arrays.fill(pixels, from, to, value);
    return pixels;
  }

  private static void addStar(
      float[] pixels, int width, double x0, double y0, double flux, double sigma) {
    int reach = (int) Math.ceil(6 * sigma);
    int height = pixels.length / width;
    for (int y = Math.max(0, (int) y0 - reach); y < Math.min(height, y0 + reach); y++) {
      for (int x = Math.max(0, (int) x0 - reach); x < Math.min(width, x0 + reach); x++) {
        double r2 = (x - x0) * (x - x0) + (y - y0) * (y - y0);
        pixels[y * width + x] +=
            (float) (flux * Math.exp(-r2 / (2 * sigma * sigma)) / (2 * Math.PI * sigma * sigma));
      }
    }
  }

  private void exposure(String name, float[]... detectors) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    String facts = "";
    for (String fact : FACTS.split(",")) {
      facts += card(fact.split("=")[0], fact.split("=")[1]);
    }
    if (detectors.length == 1) {
      image(file, card("SIMPLE", "T"), facts, detectors[0], SIZE);
    } else {
      header(file, card("SIMPLE", "T") + card("BITPIX", "8") + card("NAXIS", "0") + facts);
      for (int i = 0; i < detectors.length; i++) {
        String extension = card("EXTNAME", "'CCD" + (i + 1) + "'");
        image(file, card("XTENSION", "'IMAGE   '"), extension, detectors[i], SIZE);
      }
    }
    Files.write(folder.resolve(name), file.toByteArray());
  }

  private static void image(
      ByteArrayOutputStream file, String first, String more, float[] pixels, int width)
      throws IOException {
    String axes = card("NAXIS1", "" + width) + card("NAXIS2", "" + pixels.length / width);
    String counts = first.startsWith("XT") ? card("PCOUNT", "0") + card("GCOUNT", "1") : "";
    String kind = card("BITPIX", "-32") + card("NAXIS", "2") + axes + counts;
    header(file, first + kind + more + card("SATURATE", "" + SATURATION));
    ByteBuffer data = ByteBuffer.allocate(blocks(4 * pixels.length));
    data.asFloatBuffer().put(pixels);
    file.write(data.array());
  }

  private static void header(ByteArrayOutputStream file, String cards) throws IOException {
    String text = cards + "END";
    String whole = text + " ".repeat(blocks(text.length()) - text.length());
    file.write(whole.getBytes(StandardCharsets.US_ASCII));
  }

  private static String card(String keyword, String value) {
    String shown = value.startsWith("'") ? value : " ".repeat(20 - value.length()) + value;
    return String.format(Locale.ROOT, "%-8s= %-70s", keyword, shown);
  }

  private static int blocks(int bytes) {
    return (bytes + 2879) / 2880 * 2880;
  }

  private void alerts(String name, int count) throws IOException {
    Schema schema;
    try (var text = SampleProducts.class.getResourceAsStream("alert.avsc")) {
      schema = new Schema.Parser().parse(text);
    }
    try (var writer = new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(schema))) {
      writer.create(schema, folder.resolve(name).toFile());
      for (int i = 0; i < count; i++) {
        writer.append(alert(schema, i));
      }
    }
  }

  private GenericRecord alert(Schema schema, int number) throws IOException {
    GenericRecord alert = new GenericData.Record(schema);
    alert.put("schemavsn", "3.3");
    alert.put("objectId", String.format(Locale.ROOT, "ZTF26sample%02d", number));
    alert.put("candid", 1_420_000_000_015_000_000L + number);
    GenericRecord candidate = new GenericData.Record(schema.getField("candidate").schema());
    candidate.put("jd", 2_461_364.6 + number * 0.001);
    candidate.put("fid", 1 + number % 2);
    candidate.put("ra", 150.0 + number);
    candidate.put("dec", 2.0 + 0.1 * number);
    candidate.put("rb", number % 3 != 2 ? 0.9f : 0.1f);
    alert.put("candidate", candidate);
    float[] template = stamp(4000, 0);
    float[] science = stamp(4000, number % 3 != 2 ? 6000 : 0);
    float[] difference = new float[science.length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = science[i] - template[i];
    }
    float[] given = number == 5 ? filled(science, 0, science.length, Float.NaN) : science;
    alert.put("cutoutScience", cutout(schema, given));
    alert.put("cutoutTemplate", cutout(schema, template));
    alert.put("cutoutDifference", cutout(schema, difference));
    return alert;
  }

  private float[] stamp(double host, double transientFlux) {
    float[] pixels = noise(random, STAMP * STAMP, 200, 8);
    addStar(pixels, STAMP, 27, 33, host, 3.5);
    addStar(pixels, STAMP, 31, 31, transientFlux, 1.2);
    return pixels;
  }

  private static GenericRecord cutout(Schema schema, float[] pixels) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    image(file, card("SIMPLE", "T"), "", pixels, STAMP);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(file.toByteArray());
    }
    Schema union = schema.getField("cutoutScience").schema();
    GenericRecord cutout = new GenericData.Record(union.getTypes().get(0));
    cutout.put("fileName", "stamp.fits.gz");
    cutout.put("stampData", ByteBuffer.wrap(packed.toByteArray()));
    return cutout;
  }
}
