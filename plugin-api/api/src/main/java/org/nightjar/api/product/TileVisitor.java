package org.nightjar.api.product;

import java.nio.FloatBuffer;
import org.nightjar.api.error.NightjarException;
import org.osgi.annotation.versioning.ConsumerType;

/** Looks at one tile of an image. */
@ConsumerType
@FunctionalInterface
public interface TileVisitor {
  /**
   * Called once per tile.
   *
   * @param region where the tile lies
   * @param pixels its pixels, row by row; valid until the method returns
   */
  void visit(Region region, FloatBuffer pixels) throws NightjarException;
}
