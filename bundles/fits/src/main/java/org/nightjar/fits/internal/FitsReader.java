package org.nightjar.fits.internal;

import java.io.IOException;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.profile.Profiles;
import org.nightjar.api.reader.ProductReader;
import org.nightjar.api.reader.ProductSink;
import org.nightjar.api.reader.Sighting;
import org.nightjar.api.reader.Source;
import org.nightjar.fits.internal.checksum.ChecksumVerifier;
import org.nightjar.fits.internal.facts.HeaderFacts;
import org.nightjar.fits.internal.facts.ProfileChoice;
import org.nightjar.fits.internal.file.FitsFile;
import org.nightjar.fits.internal.file.FitsOpener;
import org.nightjar.fits.internal.file.FitsProduct;
import org.nightjar.fits.internal.file.KindOfFile;
import org.nightjar.fits.internal.header.Hdu;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Reads FITS files, bare or in gzip or bzip2. One file is one product. */
@Component(
    service = ProductReader.class,
    configurationPid = "org.nightjar.fits",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = FitsSettings.class)
public final class FitsReader implements ProductReader {
  private final Profiles profiles;
  private final FitsOpener opener;
  private final boolean verifies;

  /** Made by the component runtime. */
  @Activate
  public FitsReader(
      @Reference Profiles profiles, @Reference FitsOpener opener, FitsSettings settings) {
    this(profiles, opener, settings.verifyChecksums());
  }

  /** A reader that takes checksums on trust. */
  public FitsReader(Profiles profiles, FitsOpener opener) {
    this(profiles, opener, false);
  }

  /**
   * Takes its keywords from the profile that knows the header.
   *
   * @param verifies whether a scan compares the checksums that a file carries
   */
  public FitsReader(Profiles profiles, FitsOpener opener, boolean verifies) {
    this.profiles = profiles;
    this.opener = opener;
    this.verifies = verifies;
  }

  @Override
  public String name() {
    return "fits";
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kind.EXPOSURE, Kind.CUTOUTS, Kind.SKY_MAP, Kind.CATALOGUE);
  }

  @Override
  public boolean recognises(Source source) throws IOException {
    return opener.recognises(source);
  }

  @Override
  public void scan(Source source, ProductSink sink) throws NightjarException, IOException {
    FitsFile file = opener.open(source);
    try {
      Kind kind = KindOfFile.of(file.hdus());
      // Opens every part: what their headers claim is checked before anybody is told.
      FitsProduct product = new FitsProduct(nobody(kind, source), file, headers(file));
      if (verifies) {
        verify(file);
      }
      sink.found(Sighting.wholeFile(kind, source.length(), product.common()));
    } finally {
      opener.park(source, file);
    }
  }

  private static void verify(FitsFile file) throws NightjarException {
    ChecksumVerifier verifier = new ChecksumVerifier(file.bytes());
    for (Hdu hdu : file.hdus()) {
      verifier.verify(hdu);
    }
  }

  private HeaderFacts headers(FitsFile file) {
    return new HeaderFacts(ProfileChoice.of(profiles, file.hdus()));
  }

  private static ProductRef nobody(Kind kind, Source source) {
    return ProductRef.of(kind, source.uri(), 0, 0, "0".repeat(64));
  }

  @Override
  public Product open(Source source, ProductRef ref) throws NightjarException, IOException {
    if (ref.offset() != 0 || ref.length() != source.length()) {
      throw NightjarException.of(
          StandardError.CORRUPT,
          "the file had " + ref.length() + " bytes when it was found, now " + source.length(),
          source.uri().toString(),
          "Hand it over again");
    }
    FitsFile file = opener.open(source);
    try {
      return new FitsProduct(ref, file, headers(file));
    } catch (NightjarException | RuntimeException e) {
      file.close();
      throw e;
    }
  }
}
