package org.nightjar.dispatch.internal.fake;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Priority;
import org.nightjar.api.product.ProductRef;

/** Envelopes of made-up products. */
public final class Envelopes {
  private Envelopes() {}

  public static Envelope of(String name) {
    return of(name, URI.create("file:///nowhere/" + name), Priority.BULK);
  }

  public static Envelope of(String name, URI uri, Priority priority) {
    return new Envelope(
        ProductRef.of(Kind.EXPOSURE, uri, 0, 1, sha256(name)),
        Facts.NONE,
        LocalDate.of(2026, 11, 20),
        priority,
        Optional.empty());
  }

  public static Envelope until(Instant deadline, Envelope envelope) {
    return new Envelope(
        envelope.ref(),
        envelope.facts(),
        envelope.night(),
        envelope.priority(),
        Optional.of(deadline));
  }

  public static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
