package org.nightjar.testkit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Column;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.TablePart;

/** Products that look like a sample on the outside and are as bad as the sky allows inside. */
final class HostileProducts {

  private static final int LARGEST_SIDE = 256;
  private static final double FULL_WELL = 65_535;

  private HostileProducts() {}

  /** Bad products by what is bad about them, in a fixed order. */
  static Map<String, Product> of(Product sample) throws NightjarException {
    Map<String, Product> bad = new LinkedHashMap<>();
    bad.put("all pixels NaN", filled(sample, Float.NaN));
    bad.put("all pixels zero", filled(sample, 0));
    bad.put("all pixels equal", filled(sample, 1000));
    bad.put("all pixels infinite", filled(sample, Float.POSITIVE_INFINITY));
    bad.put("all pixels saturated", saturated(sample));
    bad.put("pixels of the largest size and either sign", alternating(sample));
    bad.put("one good pixel among blank ones", lonely(sample));
    bad.put("images of 1 x 1", sized(sample, 1));
    bad.put("images of 0 x 0", sized(sample, 0));
    bad.put("no parts", bare(sample));
    bad.put("no facts", facts(sample, facts -> Facts.NONE));
    bad.put("numbers among the facts not finite", facts(sample, HostileProducts::notFinite));
    bad.put("facts of the wrong type", facts(sample, HostileProducts::ofWrongType));
    bad.put("damaged pixels", new DamagedProduct(sample));
    return bad;
  }

  private static Product filled(Product sample, float value) throws NightjarException {
    return images(sample, image -> same(image, value));
  }

  private static Product saturated(Product sample) throws NightjarException {
    return images(
        sample,
        image ->
            same(
                image,
                (float) image.info().facts().number(FactNames.SATURATION).orElse(FULL_WELL)));
  }

  private static Product alternating(Product sample) throws NightjarException {
    return images(
        sample,
        image -> {
          float[] pixels = new float[side(image.width()) * side(image.height())];
          for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % 2 == 0 ? Float.MAX_VALUE : -Float.MAX_VALUE;
          }
          return like(image, side(image.width()), pixels);
        });
  }

  private static Product lonely(Product sample) throws NightjarException {
    return images(
        sample,
        image -> {
          float[] pixels = new float[side(image.width()) * side(image.height())];
          Arrays.fill(pixels, Float.NaN);
          if (pixels.length > 0) {
            pixels[pixels.length / 2] = 1;
          }
          return like(image, side(image.width()), pixels);
        });
  }

  private static Product sized(Product sample, int side) throws NightjarException {
    return images(sample, image -> like(image, side, new float[side * side]));
  }

  private static Product bare(Product sample) throws NightjarException {
    return InMemoryProduct.of(sample.ref().kind()).facts(sample.facts()).build();
  }

  private static Product facts(Product sample, UnaryOperator<Facts> change)
      throws NightjarException {
    InMemoryProduct.Builder product =
        InMemoryProduct.of(sample.ref().kind()).facts(change.apply(sample.facts()));
    for (Part part : sample.parts()) {
      Facts changed = change.apply(part.info().facts());
      product.part(
          part instanceof ImagePart image
              ? same(image, 1).with(changed)
              : emptied((TablePart) part).with(changed));
    }
    return product.build();
  }

  private static Product images(Product sample, ImageMaker maker) throws NightjarException {
    InMemoryProduct.Builder product = InMemoryProduct.of(sample.ref().kind()).facts(sample.facts());
    for (Part part : sample.parts()) {
      product.part(part instanceof ImagePart image ? maker.make(image) : emptied((TablePart) part));
    }
    return product.build();
  }

  private static InMemoryImage same(ImagePart image, float value) {
    float[] pixels = new float[side(image.width()) * side(image.height())];
    Arrays.fill(pixels, value);
    return like(image, side(image.width()), pixels);
  }

  private static InMemoryImage like(ImagePart image, int width, float[] pixels) {
    return InMemoryImage.of(image.info().name(), width, pixels).with(image.info().facts());
  }

  private static InMemoryTable emptied(TablePart table) {
    InMemoryTable empty = InMemoryTable.of(table.info().name()).with(table.info().facts());
    for (Column column : table.columns()) {
      empty =
          column.numeric()
              ? empty.numbers(column.name(), column.unit())
              : empty.text(column.name());
    }
    return empty;
  }

  private static Facts notFinite(Facts facts) {
    Map<String, Object> changed = new LinkedHashMap<>(facts.values());
    changed.replaceAll((name, value) -> value instanceof Number ? Double.NaN : value);
    return new Facts(changed);
  }

  private static Facts ofWrongType(Facts facts) {
    Map<String, Object> changed = new LinkedHashMap<>(facts.values());
    changed.replaceAll((name, value) -> value instanceof String ? (Object) (-1L) : "not this");
    return new Facts(changed);
  }

  private static int side(int extent) {
    return Math.min(extent, LARGEST_SIDE);
  }

  @FunctionalInterface
  private interface ImageMaker {
    InMemoryImage make(ImagePart image);
  }
}
