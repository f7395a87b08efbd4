package org.nightjar.fits.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.command.Command;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Product;
import org.nightjar.environment.Folders;
import org.nightjar.fits.internal.command.FitsSky;
import org.nightjar.fits.internal.file.FitsOpener;
import org.nightjar.testkit.TestCall;

/** Where images are on the sky: the facts of their parts, and the command. */
class SkyTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void anExposure() throws Exception {
    FitsBuilder builder =
        sky(FitsBuilder.primary(8).end().image("A", 16, 40, 30), "RA---TAN").data(2400, d -> {});
    sky(builder.image("B", 16, 40, 30), "RA---SIN").data(2400, d -> {});
    file = builder.image("C", 16, 4, 3).data(24, d -> {}).write(folder, "sky.fits");
  }

  private static FitsBuilder sky(FitsBuilder header, String type) {
    return header
        .card("CTYPE1", type)
        .card("CTYPE2", "DEC--TAN")
        .card("CRVAL1", 250.0)
        .card("CRVAL2", 36.5)
        .card("CRPIX1", 20.5)
        .card("CRPIX2", 15.5)
        .card("CDELT1", -0.001)
        .card("CDELT2", 0.001);
  }

  private String run(String... words) throws Exception {
    List<String> all = new ArrayList<>(List.of("sky.fits"));
    all.addAll(List.of(words));
    TestCall call = TestCall.in(folder, all.toArray(String[]::new));
    Command command = new FitsSky(new FitsOpener(new Folders(folder, folder)));
    assertThat(command.run(call)).isEqualTo(Command.OK);
    return call.printed();
  }

  private JsonNode json(String... words) throws Exception {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--json");
    return new ObjectMapper().readTree(run(all.toArray(String[]::new)));
  }

  @Test
  void partsSayWhereTheyAre() throws Exception {
    try (Reading reading = new Reading(folder);
        Product product = reading.open(file)) {
      Facts good = product.parts().get(0).info().facts();
      assertThat(good.number(FactNames.PIXEL_SCALE).orElseThrow()).isCloseTo(3.6, within(1e-6));
      assertThat(good.number(FactNames.CENTRE_RA).orElseThrow()).isCloseTo(250, within(1e-9));
      assertThat(good.number(FactNames.CENTRE_DEC).orElseThrow()).isCloseTo(36.5, within(1e-9));
      assertThat(good.list(FactNames.FOOTPRINT)).hasSize(4);
      assertThat((List<?>) good.list(FactNames.FOOTPRINT).get(0)).hasSize(2);
      assertThat(good.has(FactNames.WCS_PROBLEM)).isFalse();

      Facts bad = product.parts().get(1).info().facts();
      assertThat(bad.has(FactNames.PIXEL_SCALE)).isFalse();
      assertThat(bad.text(FactNames.WCS_PROBLEM).orElseThrow()).contains("CTYPE2", "DEC--TAN");

      Facts none = product.parts().get(2).info().facts();
      assertThat(none.has(FactNames.PIXEL_SCALE)).isFalse();
      assertThat(none.has(FactNames.WCS_PROBLEM)).isFalse();
    }
  }

  @Test
  void theCommandGoesBothWays() throws Exception {
    JsonNode image = json();
    assertThat(image.get("ra").asDouble()).isCloseTo(250, within(1e-9));
    assertThat(image.get("x").asDouble()).isEqualTo(19.5);
    assertThat(image.get("pixelScale").asDouble()).isCloseTo(3.6, within(1e-6));
    assertThat(image.get("eastLeft").asBoolean()).isTrue();
    assertThat(image.get("footprint")).hasSize(4);

    JsonNode sky = json("--hdu=1", "--pixel=3,4.5");
    String position = sky.get("ra").asText() + "," + sky.get("dec").asText();
    JsonNode pixel = json("--hdu=1", "--sky=" + position);
    assertThat(pixel.get("x").asDouble()).isCloseTo(3, within(1e-6));
    assertThat(pixel.get("y").asDouble()).isCloseTo(4.5, within(1e-6));

    assertThat(json("--sky=16:40:00,+36:30:00").get("x").asDouble()).isCloseTo(19.5, within(1e-6));
    assertThat(json("--sky=70,-36.5").get("x").isNull()).isTrue();
    assertThat(run("--sky=70,-36.5")).containsPattern("x +nowhere");
    assertThat(run("--pixel=19.5,14.5"))
        .containsPattern("ra +250.000000000 deg")
        .containsPattern("dec +36.500000000 deg");
  }

  @Test
  void mistakesAreExplained() {
    assertThatThrownBy(() -> run("--hdu=2")).hasMessageContaining("CTYPE2");
    assertThatThrownBy(() -> run("--hdu=3")).hasMessageContaining("no world coordinates");
    assertThatThrownBy(() -> run("--pixel=3")).hasMessageContaining("X,Y");
    assertThatThrownBy(() -> run("--pixel=a,b")).hasMessageContaining("X,Y");
    assertThatThrownBy(() -> run("--pixel=NaN,1")).hasMessageContaining("finite");
    assertThatThrownBy(() -> run("--sky=400,1")).hasMessageContaining("RA,DEC");
    assertThatThrownBy(() -> run("--sky=4,1", "--pixel=1,2")).hasMessageContaining("exclude");
  }

  @Test
  void realImagesAreWhereAstropyPutsThem() throws Exception {
    Path exposures = SharedData.folder("exposures");
    try (Reading reading = new Reading(folder);
        Product plain = reading.open(exposures.resolve("m13.fits"));
        Product tiled = reading.open(exposures.resolve("m13_rice.fits"));
        Product linear = reading.open(exposures.resolve("sep_image.fits"))) {
      Facts facts = plain.parts().get(0).info().facts();
      assertThat(facts.number(FactNames.PIXEL_SCALE).orElseThrow())
          .isCloseTo(0.99972, within(1e-5));
      assertThat(tiled.parts().get(0).info().facts().list(FactNames.FOOTPRINT))
          .isNotEmpty()
          .isEqualTo(facts.list(FactNames.FOOTPRINT));
      assertThat(linear.parts().get(0).info().facts().has(FactNames.FOOTPRINT)).isFalse();
    }
  }
}
