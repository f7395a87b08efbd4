package org.nightjar.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.reader.Sighting;
import org.nightjar.api.reader.Source;
import org.nightjar.environment.Folders;
import org.nightjar.fits.internal.FitsReader;
import org.nightjar.fits.internal.file.FitsOpener;
import org.nightjar.testkit.OneProfile;

/** Our FITS reader, set up as the platform does. */
final class FitsFiles implements AutoCloseable {
  private final FitsOpener opener;
  private final FitsReader reader;

  FitsFiles(Path folder) {
    this.opener = new FitsOpener(new Folders(folder, folder));
    this.reader = new FitsReader(OneProfile.generic(), opener);
  }

  Product open(Path file) throws NightjarException, IOException {
    Source source = Source.ofFile(file);
    List<Sighting> seen = new ArrayList<>(1);
    reader.scan(source, seen::add);
    Sighting only = seen.get(0);
    return reader.open(
        source,
        ProductRef.of(only.kind(), source.uri(), only.offset(), only.length(), "0".repeat(64)));
  }

  static ImagePart image(Product product) throws NightjarException {
    return product.parts().stream()
        .filter(ImagePart.class::isInstance)
        .map(ImagePart.class::cast)
        .filter(image -> image.region().size() > 0)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    opener.close();
  }
}
