package org.nightjar.alerts.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.file.CodecFactory;
import org.nightjar.api.reader.ProductReader;
import org.nightjar.testkit.ReaderContract;

/** What every reader keeps, on generated containers and, where they are, real packets. */
class AlertReaderContractTest extends ReaderContract {
  private static final int OF_EACH_FAMILY = 3;
  private static final List<String> FAMILIES =
      List.of("ztf_v1.8", "ztf_v3.0", "ztf_v3.3_drb", "ztf_v4", "ztf_snappy", "decam", "atlas");

  @Override
  protected ProductReader reader(Path folder) {
    return new Reading().reader();
  }

  @Override
  protected Map<String, byte[]> samples() throws IOException {
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put("null", AvroBuilder.container(CodecFactory.nullCodec(), 2, 1));
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
