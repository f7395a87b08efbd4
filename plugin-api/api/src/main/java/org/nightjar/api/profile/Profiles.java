package org.nightjar.api.profile;

import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Facts;
import org.osgi.annotation.versioning.ProviderType;

/** The profiles that are installed, and which of them is in use. A service. */
@ProviderType
public interface Profiles {
  /** The profile named by the operator's file, section {@code observatory}; never {@code null}. */
  Profile active();

  /**
   * The profile that a product is to be read and judged by: the active one if it recognises the
   * header or recognises nothing at all and no other does; else the first other, by name, that
   * recognises it; else {@code generic}. A profile named on the command line is always the one.
   *
   * @param header the cards of the product's first header, or its facts; a fact {@code
   *     FactNames.PROFILE} names the profile outright
   */
  Profile of(Facts header);

  /**
   * The profile of this name.
   *
   * @throws NightjarException NOT_FOUND if there is none, naming those that are there;
   *     BAD_CONFIGURATION if its file says what cannot be
   */
  Profile named(String name) throws NightjarException;

  /** Names of all profiles, sorted. */
  Set<String> names();
}
