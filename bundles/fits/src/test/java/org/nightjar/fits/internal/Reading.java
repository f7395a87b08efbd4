package org.nightjar.fits.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.profile.Profiles;
import org.nightjar.api.reader.Sighting;
import org.nightjar.api.reader.Source;
import org.nightjar.environment.Folders;
import org.nightjar.fits.internal.file.FitsOpener;
import org.nightjar.testkit.OneProfile;

/** A FITS reader as the platform would set it up, over a folder. */
public final class Reading implements AutoCloseable {
  private final FitsOpener opener;
  private final FitsReader reader;

  /** Writes scratch files below this folder. */
  public Reading(Path data) {
    this(data, OneProfile.generic());
  }

  /** The same, with these profiles. */
  public Reading(Path data, Profiles profiles) {
    this(data, profiles, false);
  }

  private Reading(Path data, Profiles profiles, boolean verifies) {
    this.opener = new FitsOpener(new Folders(data, data));
    this.reader = new FitsReader(profiles, opener, verifies);
  }

  /** A reader whose scan compares checksums. */
  public static Reading verifying(Path data) {
    return new Reading(data, OneProfile.generic(), true);
  }

  /** The opener of files. */
  public FitsOpener opener() {
    return opener;
  }

  /** The reader. */
  public FitsReader reader() {
    return reader;
  }

  /** What a scan of a file finds. */
  public List<Sighting> scan(Path file) throws NightjarException, IOException {
    List<Sighting> found = new ArrayList<>();
    reader.scan(Source.ofFile(file), found::add);
    return found;
  }

  /** Scans a file and opens its one product. */
  public Product open(Path file) throws NightjarException, IOException {
    Source source = Source.ofFile(file);
    Sighting seen = scan(file).get(0);
    return reader.open(
        source,
        ProductRef.of(seen.kind(), source.uri(), seen.offset(), seen.length(), "0".repeat(64)));
  }

  /** The first image of a product. */
  public static ImagePart image(Product product) throws NightjarException {
    for (Part part : product.parts()) {
      if (part instanceof ImagePart image) {
        return image;
      }
    }
    throw new AssertionError("no image");
  }

  @Override
  public void close() {
    opener.close();
  }
}
