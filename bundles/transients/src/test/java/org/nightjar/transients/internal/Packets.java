package org.nightjar.transients.internal;

import java.util.Arrays;
import org.nightjar.api.product.Kind;
import org.nightjar.testkit.InMemoryImage;
import org.nightjar.testkit.InMemoryProduct;
import org.nightjar.testkit.Sky;

/** Alert packets as a reader of ZTF's would give them. */
final class Packets {

  private Packets() {}

  static InMemoryProduct.Builder bare() {
    return InMemoryProduct.of(Kind.ALERT)
        .fact("objectId", "ZTF26aaaaaaa")
        .fact("candidate.magpsf", 18.25)
        .fact("candidate.sigmapsf", 0.05)
        .fact("candidate.fwhm", 2.1)
        .fact("candidate.elong", 1.05)
        .fact("candidate.nbad", 0)
        .fact("candidate.classtar", 0.98)
        .fact("candidate.magdiff", -999.0)
        .fact("candidate.rb", 0.81)
        .fact("candidate.drb", 0.97);
  }

  static InMemoryProduct.Builder with(InMemoryImage... stamps) {
    InMemoryProduct.Builder packet = bare();
    Arrays.stream(stamps).forEach(packet::part);
    return packet;
  }

  static InMemoryProduct good() {
    return with(stamp("science", 1), stamp("template", 2), stamp("difference", 3)).build();
  }

  static InMemoryImage stamp(String name, long seed) {
    return Sky.of(31, 21).withSeed(seed).withStars(1).image(name);
  }

  static InMemoryImage blank(String name) {
    float[] pixels = new float[25];
    Arrays.fill(pixels, Float.NaN);
    return InMemoryImage.of(name, 5, pixels);
  }
}
