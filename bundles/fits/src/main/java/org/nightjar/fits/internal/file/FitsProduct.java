package org.nightjar.fits.internal.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.PartInfo;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;
import org.nightjar.fits.internal.facts.HeaderFacts;
import org.nightjar.fits.internal.header.Hdu;
import org.nightjar.fits.internal.structure.Exposure;
import org.nightjar.fits.internal.table.BinaryTable;
import org.nightjar.fits.internal.table.TextTable;

/** A FITS file as a product: each HDU with an image or a table is a part. */
public final class FitsProduct implements Product {
  private final ProductRef ref;
  private final FitsFile file;
  private final Facts common;
  private final Facts facts;
  private final List<Part> parts;

  /** The product in an open file, which it closes. */
  public FitsProduct(ProductRef ref, FitsFile file, HeaderFacts headers) throws NightjarException {
    this.ref = ref;
    this.file = file;
    this.parts = new Exposure(headers, file.hdus(), this::part).parts();
    this.common = detector(headers.common(file.hdus()), parts);
    Map<String, Object> all = new LinkedHashMap<>(common.values());
    headers.all(file.hdus().get(0)).values().forEach(all::putIfAbsent);
    this.facts = new Facts(all);
  }

  /** The detector of an exposure that has one image. */
  private static Facts detector(Facts common, List<Part> parts) {
    List<Part> images = parts.stream().filter(part -> part instanceof ImagePart).toList();
    return images.size() == 1
        ? images
            .get(0)
            .info()
            .facts()
            .text(FactNames.DETECTOR)
            .map(name -> common.with(FactNames.DETECTOR, name))
            .orElse(common)
        : common;
  }

  /** The facts that mean the same everywhere. */
  public Facts common() {
    return common;
  }

  private Part part(Hdu hdu, PartInfo info) throws NightjarException {
    return switch (hdu.type()) {
      case BINARY_TABLE -> new BinaryTable(hdu, info, file.bytes());
      case TEXT_TABLE -> new TextTable(hdu, info, file.bytes());
      default -> file.image(hdu, info);
    };
  }

  @Override
  public ProductRef ref() {
    return ref;
  }

  @Override
  public Facts facts() {
    return facts;
  }

  @Override
  public List<Part> parts() {
    return parts;
  }

  @Override
  public void close() {
    file.close();
  }
}
