package org.nightjar.api.profile;

import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.osgi.annotation.versioning.ProviderType;

/** The profiles that are installed, and which of them is in use. A service. */
@ProviderType
public interface Profiles {
  /** The profile named by the operator's file, section {@code observatory}; never {@code null}. */
  Profile active();

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
