package org.nightjar.fits.internal.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.PartInfo;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;
import org.nightjar.fits.internal.facts.HeaderFacts;
import org.nightjar.fits.internal.header.Hdu;
import org.nightjar.fits.internal.table.BinaryTable;
import org.nightjar.fits.internal.table.TextTable;

/** A FITS file as a product: each HDU with an image or a table is a part. */
public final class FitsProduct implements Product {
  private final ProductRef ref;
  private final FitsFile file;
  private final Facts facts;
  private final List<Part> parts;

  /** The product in an open file, which it closes. */
  public FitsProduct(ProductRef ref, FitsFile file, HeaderFacts headers) throws NightjarException {
    this.ref = ref;
    this.file = file;
    Map<String, Object> all = new LinkedHashMap<>(headers.common(file.hdus()).values());
    headers.all(file.hdus().get(0)).values().forEach(all::putIfAbsent);
    this.facts = new Facts(all);
    List<Part> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Hdu hdu : file.hdus()) {
      if (hdu.type().image() || hdu.type().table()) {
        String name = unique(hdu, names);
        found.add(part(hdu, new PartInfo(name, found.size(), headers.all(hdu))));
      }
    }
    this.parts = List.copyOf(found);
  }

  private static String unique(Hdu hdu, Set<String> names) {
    String own = "hdu" + hdu.index();
    String name = hdu.name().orElse(own);
    if (!names.add(name)) {
      name = name + "-" + own;
      names.add(name);
    }
    return name;
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
