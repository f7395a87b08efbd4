package org.nightjar.dispatch.internal.fake;

import java.util.List;
import java.util.Optional;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.product.Kind;
import org.nightjar.store.Products;

/** No earlier products. */
public final class NoProducts implements Products {
  @Override
  public List<Envelope> previous(Envelope envelope, int most) {
    return List.of();
  }

  @Override
  public List<Envelope> history(Envelope envelope, double days, int most) {
    return List.of();
  }

  @Override
  public Optional<Envelope> find(String sha256) {
    return Optional.empty();
  }

  @Override
  public Optional<Envelope> latest(Kind kind) {
    return Optional.empty();
  }
}
