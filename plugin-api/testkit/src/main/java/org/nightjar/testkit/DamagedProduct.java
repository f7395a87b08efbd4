package org.nightjar.testkit;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.PartInfo;
import org.nightjar.api.product.PixelType;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.product.Region;
import org.nightjar.api.product.TileVisitor;

/** A product whose header is fine and whose pixels turn out to be damaged when they are read. */
record DamagedProduct(Product product) implements Product {

  @Override
  public ProductRef ref() {
    return product.ref();
  }

  @Override
  public Facts facts() throws NightjarException {
    return product.facts();
  }

  @Override
  public List<Part> parts() throws NightjarException {
    return product.parts().stream().map(DamagedProduct::damaged).toList();
  }

  @Override
  public void close() {
    product.close();
  }

  private static Part damaged(Part part) {
    return part instanceof ImagePart image ? new DamagedImage(image) : part;
  }

  private record DamagedImage(ImagePart image) implements ImagePart {

    @Override
    public PartInfo info() {
      return image.info();
    }

    @Override
    public int width() {
      return image.width();
    }

    @Override
    public int height() {
      return image.height();
    }

    @Override
    public int planes() {
      return image.planes();
    }

    @Override
    public PixelType pixelType() {
      return image.pixelType();
    }

    @Override
    public void read(Region region, FloatBuffer target) throws NightjarException {
      throw damage();
    }

    @Override
    public void read(Region region, DoubleBuffer target) throws NightjarException {
      throw damage();
    }

    @Override
    public void read(Region region, IntBuffer target) throws NightjarException {
      throw damage();
    }

    @Override
    public void read(Region region, LongBuffer target) throws NightjarException {
      throw damage();
    }

    @Override
    public void forEachTile(TileVisitor visitor) throws NightjarException {
      throw damage();
    }

    private NightjarException damage() {
      return NightjarException.of(
          StandardError.CORRUPT, "the pixels are damaged", info().name(), "Fetch the file again");
    }
  }
}
