package org.nightjar.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.TablePart;

/**
 * DECAT's packets, one for each object, as they are described: built here, for no sample of one is
 * at hand.
 */
class DecatTest {
  private static final String SCHEMA =
      """
      {"type":"record","namespace":"decat","name":"object","fields":[
       {"name":"objectid","type":"string"},
       {"name":"ra","type":"double"},{"name":"dec","type":"double"},
       {"name":"sources","type":{"type":"array","items":
         {"type":"record","name":"source","fields":[
          {"name":"sourceid","type":"long"},{"name":"mjd","type":"double"},
          {"name":"filter","type":"string"},{"name":"mag","type":"double"},
          {"name":"sci_image","type":"string"}]}}}]}""";

  private static byte[] source(long id, double mjd, String filter, double mag) {
    byte[] address = "https://example.org/sci.fits".getBytes(StandardCharsets.US_ASCII);
    return RawContainer.joined(
        RawContainer.numbers(id),
        doubles(mjd),
        RawContainer.numbers(1),
        filter.getBytes(StandardCharsets.US_ASCII),
        doubles(mag),
        RawContainer.numbers(address.length),
        address);
  }

  private static byte[] doubles(double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putDouble(value);
    }
    return bytes.array();
  }

  @Test
  void theLatestSourceIsTheDetection() throws Exception {
    byte[] object =
        RawContainer.joined(
            RawContainer.numbers(2),
            new byte[] {'D', '1'},
            doubles(150.5, 2.25),
            RawContainer.numbers(3),
            source(1, 60000, "g", 21),
            source(3, 60002, "r", 20.5),
            source(2, 60001, "g", 22),
            RawContainer.numbers(0));
    byte[] file = new RawContainer(SCHEMA, "null").block(1, object).bytes();
    Reading reading = new Reading();
    try (Product product = reading.open(file, reading.scan(file).get(0))) {
      assertThat(product.facts().text("survey")).contains("decat");
      assertThat(product.facts().text("object")).contains("D1");
      assertThat(product.facts().number("ra")).hasValue(150.5);
      assertThat(product.facts().text("candidateId")).contains("3");
      assertThat(product.facts().text("band")).contains("r");
      assertThat(product.facts().number("magnitude")).hasValue(20.5);
      assertThat(product.facts().text("observed")).contains("2023-02-27T00:00:00Z");
      assertThat(product.facts().integer("sources.count")).hasValue(3);
      assertThat(product.facts().text("stamps")).contains("none");
      assertThat(product.facts().text("stamps.science").orElseThrow()).contains("addresses");
      TablePart sources = (TablePart) product.part("sources").orElseThrow();
      assertThat(sources.text("filter", 0, 9)).containsExactly("g", "r", "g");
    }
  }
}
