package org.nightjar.intake.internal.command;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.ProductRef;
import org.nightjar.store.Products;

/** Collects which exposures were not read by the profile of their instrument, and why. */
final class ProfileNotes {
  private static final int SHOWN = 3;

  private final Products products;
  private final Map<String, Set<String>> files = new TreeMap<>();

  ProfileNotes(Products products) {
    this.products = products;
  }

  void note(Outcome outcome) throws NightjarException {
    Optional<ProductRef> exposure =
        outcome.entry().product().filter(product -> product.kind().equals(Kind.EXPOSURE));
    if (exposure.isPresent()) {
      products
          .find(exposure.get().sha256())
          .flatMap(envelope -> envelope.facts().text(FactNames.PROFILE_NOTE))
          .ifPresent(
              note -> files.computeIfAbsent(note, any -> new TreeSet<>()).add(outcome.fileName()));
    }
  }

  /** One line for each reason, with the first files. */
  void print(PrintWriter err) {
    files.forEach(
        (note, names) ->
            err.println(
                "Note: "
                    + note
                    + " ("
                    + names.stream().limit(SHOWN).collect(Collectors.joining(", "))
                    + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "")
                    + ")"));
  }
}
