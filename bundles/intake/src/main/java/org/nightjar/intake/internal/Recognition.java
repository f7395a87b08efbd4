package org.nightjar.intake.internal;

import java.io.IOException;
import java.util.Optional;
import org.nightjar.api.error.Category;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.reader.ProductReader;
import org.nightjar.api.reader.ProductSink;
import org.nightjar.api.reader.Sighting;
import org.nightjar.api.reader.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the readers what some bytes are. Whatever a reader does wrong ends as a problem here. */
final class Recognition {
  private static final Logger LOG = LoggerFactory.getLogger(Recognition.class);

  private final Readers readers;

  Recognition(Readers readers) {
    this.readers = readers;
  }

  /**
   * Passes on what is found, and remembers why it was not taken: a damaged product is the file's
   * fault, all else means that nothing can be taken now.
   */
  private static final class Watched implements ProductSink {
    private final ProductSink sink;
    private NightjarException refused;
    private int found;

    Watched(ProductSink sink) {
      this.sink = sink;
    }

    @Override
    public void found(Sighting sighting) throws NightjarException {
      try {
        sink.found(sighting);
        found++;
      } catch (NightjarException e) {
        if (e.problem().category() != Category.DATA && e.problem().category() != Category.PLUGIN) {
          refused = e;
        }
        throw e;
      }
    }
  }

  /**
   * Finds the products in some bytes.
   *
   * @return why there are none, or why there may be more
   * @throws NightjarException what the sink threw
   */
  Optional<Problem> scan(Source source, ProductSink sink) throws NightjarException {
    String place = source.uri().toString();
    Optional<Problem> broken = Optional.empty();
    try {
      for (ProductReader reader : readers.inOrder()) {
        try {
          if (reader.recognises(source)) {
            return scan(reader, source, sink);
          }
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
          broken = Optional.of(contractBroken(reader, e, place));
        }
      }
      return broken.isPresent() ? broken : Optional.of(unknown(source));
    } catch (IOException e) {
      return Optional.of(unreadable(e, place));
    }
  }

  private static Optional<Problem> scan(ProductReader reader, Source source, ProductSink sink)
      throws NightjarException {
    Watched watched = new Watched(sink);
    String place = source.uri().toString();
    try {
      reader.scan(source, watched);
    } catch (NightjarException e) {
      if (watched.refused == null) {
        return Optional.of(e.problem().at(place));
      }
    } catch (IOException e) {
      return Optional.of(unreadable(e, place));
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return Optional.of(contractBroken(reader, e, place));
    } catch (OutOfMemoryError e) {
      LOG.error("Reader {} ran out of memory over {}", name(reader), place, e);
      return Optional.of(
          Problem.of(
              StandardError.OUT_OF_MEMORY,
              "reader " + name(reader) + " ran out of memory",
              place,
              "Give Nightjar more memory, then re-drive"));
    }
    if (watched.refused != null) {
      throw watched.refused;
    }
    return watched.found > 0 ? Optional.empty() : Optional.of(nothing(reader, place));
  }

  private static Problem unknown(Source source) throws IOException {
    return Problem.of(
        StandardError.UNKNOWN_FORMAT,
        "no reader recognises it: " + FirstBytes.describe(source),
        source.uri().toString(),
        "Look whether it is the file you meant; the name does not matter, the bytes do");
  }

  private static Problem nothing(ProductReader reader, String place) {
    return Problem.of(
        StandardError.UNWANTED, "well-formed " + name(reader) + ", but nothing in it", place, "");
  }

  static Problem unreadable(IOException cause, String place) {
    return Problem.of(
        StandardError.UNREADABLE,
        "it cannot be read: " + what(cause),
        place,
        "Look whether it is still there and may be read, then submit it again");
  }

  /** The message alone where it is a sentence; of the JDK's own exceptions it is just the path. */
  private static String what(IOException cause) {
    return cause.getClass() == IOException.class ? cause.getMessage() : cause.toString();
  }

  private static Problem contractBroken(ProductReader reader, Throwable cause, String place) {
    LOG.error("Reader {} broke its contract over {}", name(reader), place, cause);
    return Problem.of(
        StandardError.CONTRACT_BROKEN,
        "reader " + name(reader) + " failed: " + cause,
        place,
        "Report this to the author of the reader, with the file");
  }

  private static String name(ProductReader reader) {
    try {
      return reader.name();
    } catch (RuntimeException e) {
      LOG.warn("A reader does not even tell its name", e);
      return reader.getClass().getName();
    }
  }
}
