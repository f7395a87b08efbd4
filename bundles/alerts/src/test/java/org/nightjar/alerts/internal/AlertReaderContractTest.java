package org.nightjar.alerts.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.file.CodecFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.alerts.internal.schema.SchemaShelf;
import org.nightjar.api.reader.ProductReader;
import org.nightjar.api.reader.Sighting;
import org.nightjar.testkit.ReaderContract;

/** What every reader keeps, on generated containers and, where they are, real packets. */
class AlertReaderContractTest extends ReaderContract {
  private static final int OF_EACH_FAMILY = 3;
  private static final List<String> FAMILIES =
      List.of("ztf_v1.8", "ztf_v3.0", "ztf_v3.3_drb", "ztf_v4", "ztf_snappy", "decam", "atlas");

  private static final int FRAMED = 850;

  @TempDir private Path schemas;
  private SchemaShelf shelf;

  @BeforeEach
  void addSchema() throws Exception {
    shelf = new SchemaShelf(schemas, Optional.empty());
    shelf.add(FRAMED, AvroBuilder.SCHEMA);
  }

  @Override
  protected ProductReader reader(Path folder) {
    return new Reading(shelf).reader();
  }

  @Override
  protected Map<String, byte[]> samples() throws Exception {
    Map<String, byte[]> samples = new LinkedHashMap<>();
    byte[] plain = AvroBuilder.container(CodecFactory.nullCodec(), 2, 1);
    samples.put("null", plain);
    Sighting packet = new Reading(shelf).scan(plain).get(1);
    int from = (int) packet.offset();
    samples.put(
        "framed",
        RawContainer.framed(FRAMED, Arrays.copyOfRange(plain, from, from + (int) packet.length())));
    samples.put("zstandard", AvroBuilder.container(CodecFactory.zstandardCodec(3, true), 2, 1));
    samples.put("deflate", AvroBuilder.container(CodecFactory.deflateCodec(6), 2, 1));
    for (String family : FAMILIES) {
      Path folder = SharedData.ROOT.resolve("transients").resolve(family);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.sorted().limit(OF_EACH_FAMILY).toList()) {
            samples.put(family + " " + file.getFileName(), Files.readAllBytes(file));
          }
        }
      }
    }
    return samples;
  }
}
