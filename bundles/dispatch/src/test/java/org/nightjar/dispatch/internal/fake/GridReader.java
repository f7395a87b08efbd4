package org.nightjar.dispatch.internal.fake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.reader.ProductReader;
import org.nightjar.api.reader.ProductSink;
import org.nightjar.api.reader.Source;

/** Files that begin with {@code grid}: products of four small parts. Counts what it does. */
public final class GridReader implements ProductReader {
  public static final int PARTS = 4;
  public final AtomicInteger opened = new AtomicInteger();
  public final AtomicInteger closed = new AtomicInteger();
  public final AtomicInteger decoded = new AtomicInteger();

  @Override
  public String name() {
    return "grid";
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kind.EXPOSURE);
  }

  @Override
  public boolean recognises(Source source) throws IOException {
    ByteBuffer magic = ByteBuffer.allocate(4);
    return source.read(0, magic) == 4 && new String(magic.array(), "US-ASCII").equals("grid");
  }

  @Override
  public void scan(Source source, ProductSink sink) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Product open(Source source, ProductRef ref) {
    opened.incrementAndGet();
    return new Grid(ref);
  }

  private final class Grid implements Product {
    private final ProductRef ref;

    Grid(ProductRef ref) {
      this.ref = ref;
    }

    @Override
    public ProductRef ref() {
      return ref;
    }

    @Override
    public Facts facts() {
      return Facts.NONE;
    }

    @Override
    public List<Part> parts() {
      return IntStream.range(0, PARTS).<Part>mapToObj(i -> new GridPart(i, decoded)).toList();
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }
}
