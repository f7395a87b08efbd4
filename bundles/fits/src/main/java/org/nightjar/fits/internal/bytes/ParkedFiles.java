package org.nightjar.fits.internal.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.nightjar.api.reader.Source;

/**
 * The last few files that a scan unpacked, kept for the open that follows it, so that a packed file
 * is unpacked once.
 */
public final class ParkedFiles implements AutoCloseable {
  private static final int MOST = 2;

  private final Deque<Parked> parked = new ArrayDeque<>();

  /** Keeps a file for {@link #take}, or closes it if its source has no local file. */
  public void park(Source source, ScratchFile file) throws IOException {
    Optional<Key> key = key(source);
    if (key.isEmpty()) {
      file.close();
      return;
    }
    synchronized (parked) {
      parked.addLast(new Parked(key.get(), file));
      while (parked.size() > MOST) {
        parked.removeFirst().file.close();
      }
    }
  }

  /** Takes the unpacked bytes of this source, if they are here; the caller closes them. */
  public Optional<ScratchFile> take(Source source) throws IOException {
    Optional<Key> key = key(source);
    synchronized (parked) {
      for (Iterator<Parked> i = parked.iterator(); i.hasNext(); ) {
        Parked candidate = i.next();
        if (key.isPresent() && candidate.key.equals(key.get())) {
          i.remove();
          return Optional.of(candidate.file);
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    synchronized (parked) {
      parked.forEach(p -> p.file.close());
      parked.clear();
    }
  }

  private static Optional<Key> key(Source source) throws IOException {
    if (source.path().isEmpty()) {
      return Optional.empty();
    }
    FileTime modified = Files.getLastModifiedTime(source.path().get());
    return Optional.of(new Key(source.uri().toString(), source.length(), modified));
  }

  private record Key(String uri, long length, FileTime modified) {}

  private record Parked(Key key, ScratchFile file) {}
}
