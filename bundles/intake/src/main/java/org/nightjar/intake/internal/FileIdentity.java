package org.nightjar.intake.internal;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.reader.ProductReader;
import org.nightjar.api.reader.Source;
import org.nightjar.environment.Folders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says which bytes a file is in which no product was found, so that what was rejected or
 * quarantined can be told from others like anything else.
 */
@Component(service = FileIdentity.class)
public final class FileIdentity {
  private static final Logger LOG = LoggerFactory.getLogger(FileIdentity.class);

  /** No reader, or one that cannot tell before a product is found. */
  private static final Kind UNKNOWN = new Kind("unknown");

  /** Reading what is not ours has to end: a sparse file may pretend to any length. */
  private static final long LARGEST = 16L << 30;

  private final Readers readers;
  private final OwnFiles files;

  /** Made by the component runtime. */
  @Activate
  public FileIdentity(@Reference Readers readers, @Reference Folders folders) {
    this.readers = readers;
    this.files = new OwnFiles(folders);
  }

  /**
   * The file as one product. Its kind is {@code unknown} unless the format has a single one.
   *
   * @return empty if it cannot be read, or is larger than 16 GiB
   */
  public Optional<ProductRef> of(URI uri) {
    try {
      Source source = Source.ofFile(files.check(uri));
      long length = source.length();
      if (length > LARGEST) {
        return Optional.empty();
      }
      String sha256 = Checksum.of(source, 0, length);
      return Optional.of(ProductRef.of(kind(source), uri, 0, length, sha256));
    } catch (IOException | NightjarException e) {
      LOG.debug("{} has no checksum", uri, e);
      return Optional.empty();
    }
  }

  private Kind kind(Source source) throws IOException {
    for (ProductReader reader : readers.inOrder()) {
      try {
        if (reader.recognises(source)) {
          Set<Kind> kinds = reader.kinds();
          return kinds.size() == 1 ? kinds.iterator().next() : UNKNOWN;
        }
      } catch (RuntimeException | StackOverflowError | LinkageError e) {
        LOG.debug("A reader failed over {}", source.uri(), e); // reported when it was recognised
      }
    }
    return UNKNOWN;
  }
}
