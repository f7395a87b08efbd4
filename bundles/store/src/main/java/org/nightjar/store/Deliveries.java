package org.nightjar.store;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.osgi.annotation.versioning.ProviderType;

/** Every change of a report in order, and how far each sink has come. Durable. */
@ProviderType
public interface Deliveries {
  /** Changes above this number in ascending order, at most so many. */
  List<ReportChange> since(long number, int most) throws NightjarException;

  /** The number of the last change; 0 if there was none yet. */
  long last() throws NightjarException;

  /** The last change that a sink has taken; 0 for one never heard of. */
  long delivered(String sink) throws NightjarException;

  /** A sink has taken all changes up to this one; a lower number than before moves it back. */
  void delivered(String sink, long number) throws NightjarException;
}
