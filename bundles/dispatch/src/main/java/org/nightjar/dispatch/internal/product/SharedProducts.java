package org.nightjar.dispatch.internal.product;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.reader.ProductReader;
import org.nightjar.api.reader.Source;

/** Opens each product once for all tasks that want it at the same time. */
public final class SharedProducts {
  private static final String PUT_BACK =
      "put the file back as it was, then 'nightjar ledger redrive'";

  private final ReaderDirectory readers;
  private final Shared<ProductRef, Opened> shared = new Shared<>(opened -> opened.inner().close());

  private record Opened(Product inner, OpenProduct view) {}

  /** Products opened by these readers. */
  public SharedProducts(ReaderDirectory readers) {
    this.readers = readers;
  }

  /** A product in use until closed. */
  public interface Use extends AutoCloseable {
    /** The product. */
    Product product();

    /** Refuses what was read if the file has changed since it was opened. */
    void check() throws NightjarException;

    @Override
    void close();
  }

  /**
   * Opens a product, or joins those who have it open.
   *
   * @throws NightjarException UNREADABLE if the file is gone, CORRUPT if it is no longer what it
   *     was
   */
  public Use use(ProductRef ref) throws NightjarException, InterruptedException {
    Shared.Hold<Opened> hold = shared.hold(ref, () -> open(ref));
    return new Use() {
      @Override
      public Product product() {
        return hold.value().view();
      }

      @Override
      public void check() throws NightjarException {
        if (!hold.value().view().unchanged()) {
          throw changed(ref, "the file changed while it was read");
        }
      }

      @Override
      public void close() {
        hold.close();
      }
    };
  }

  /** How many products are open. */
  public int open() {
    return shared.size();
  }

  private Opened open(ProductRef ref) throws NightjarException, InterruptedException {
    try {
      Path path = path(ref);
      FileState state = FileState.of(path);
      Source source = Source.ofFile(path);
      if (ref.offset() == 0 && source.length() < ref.length()) {
        throw changed(
            ref,
            "the file has " + source.length() + " of the product's " + ref.length() + " bytes");
      }
      ProductReader reader = readers.readerOf(ref.kind(), source).orElseThrow(() -> noReader(ref));
      Product product = reader.open(source, ref);
      return new Opened(product, new OpenProduct(product, state));
    } catch (ClosedByInterruptException e) {
      throw new InterruptedException("interrupted while opening " + ref.uri());
    } catch (IOException e) {
      throw unreadable(ref, e);
    }
  }

  private static Path path(ProductRef ref) throws NightjarException {
    URI uri = ref.uri();
    try {
      return Path.of(uri);
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      throw new NightjarException(
          Problem.of(StandardError.UNREADABLE, "not a local file", uri.toString(), "submit a file"),
          e);
    }
  }

  private static NightjarException noReader(ProductRef ref) {
    // It was recognised when it arrived: either the bytes are others, or the reader is gone.
    return changed(ref, "no reader that is installed recognises this " + ref.kind());
  }

  private static NightjarException changed(ProductRef ref, String message) {
    return NightjarException.of(StandardError.CORRUPT, message, ref.uri().toString(), PUT_BACK);
  }

  private static NightjarException unreadable(ProductRef ref, IOException e) {
    String message =
        e instanceof NoSuchFileException ? "the file is gone" : "the file cannot be read: " + e;
    return new NightjarException(
        Problem.of(StandardError.UNREADABLE, message, ref.uri().toString(), PUT_BACK), e);
  }
}
