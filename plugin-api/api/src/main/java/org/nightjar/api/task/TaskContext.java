package org.nightjar.api.task;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Inference;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.Urgency;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.Region;
import org.nightjar.api.profile.Profile;
import org.nightjar.api.report.FiledReport;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the platform hands to a task for one product. Valid until {@code examine} returns, or until
 * the plugin stops: from then on every call throws {@code REVOKED}.
 */
@ProviderType
public interface TaskContext {
  /** How the product came, its night, priority and deadline. */
  Envelope envelope();

  /** The observatory's profile. */
  Profile profile();

  /** The inference service. */
  Inference inference();

  /**
   * The models that enter this report's key: those installed for this task when the call began, in
   * a stable order.
   */
  List<ModelInfo> models();

  /** How soon answers are needed, for the inference service. */
  Urgency urgency();

  /** The products that a declared need found; empty if there were none. */
  List<Product> products(Need need) throws NightjarException;

  /** The reports that a declared need found; empty if there were none. */
  List<FiledReport> reports(Need need) throws NightjarException;

  /** Pixels in single precision, blank ones NaN; waits for memory. Close the lease soon. */
  PixelLease pixels(ImagePart part, Region region) throws NightjarException, InterruptedException;

  /**
   * Looks at all parts on platform threads, as many at a time as processors and memory allow.
   *
   * @return what was made of each part, in the order of the parts
   * @throws NightjarException of the first part that failed, in that order
   */
  <T> List<T> forEachPart(Product product, PartVisitor<T> visitor)
      throws NightjarException, InterruptedException;

  /** A folder for this call, empty at its start, removed after it. */
  Path scratch() throws NightjarException;

  /** Takes files that the report is to carry. */
  Attachments attachments();

  /** The time; tests turn it. */
  Clock clock();

  /**
   * Random numbers that depend on the configured seed, the stream's name and the product's id
   * alone: the same for any number of threads, any order and any chunking.
   */
  RandomGenerator random(String stream);

  /**
   * Whether the call should end early; long loops ask now and then, and throw {@link
   * InterruptedException}.
   */
  boolean cancelled();
}
