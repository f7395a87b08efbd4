package org.nightjar.inference.internal.command;

import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.inference.internal.model.Catalogue;
import org.nightjar.inference.internal.model.Installed;
import org.nightjar.inference.internal.model.Lifecycle;
import org.nightjar.inference.internal.model.ModelPackage;

/** The package in single precision that somebody means. */
final class Parent {
  private final Catalogue catalogue;

  Parent(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * A package by name.
   *
   * @param name {@code ID@VERSION}; or {@code ID} for the live version, or the newest if that is
   *     itself a variant
   * @throws NightjarException {@code NOT_FOUND}, or as {@link ModelPackage#read}
   */
  ModelPackage named(String name) throws NightjarException {
    List<Installed> candidates =
        catalogue.named(Optional.of(name)).stream().filter(Parent::isSuitable).toList();
    Optional<Installed> live =
        candidates.stream().filter(each -> each.state() == Lifecycle.LIVE).findFirst();
    Installed chosen =
        live.or(() -> candidates.stream().findFirst())
            .orElseThrow(
                () ->
                    NightjarException.of(
                        StandardError.NOT_FOUND,
                        "there is no float32 version of '" + name + "' that is in order",
                        "",
                        "Variants are made of the network in single precision: nightjar models"
                            + " list"));
    return ModelPackage.read(chosen.folder());
  }

  private static boolean isSuitable(Installed each) {
    return each.state() != Lifecycle.REFUSED
        && each.model().map(model -> model.source().manifest().isFloat32()).orElse(false);
  }
}
