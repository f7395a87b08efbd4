package org.nightjar.testkit;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.product.TablePart;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A product held in memory. The same kind, facts and parts have the same checksum, and so the same
 * id, in every run.
 */
@ProviderType
public final class InMemoryProduct implements Product {

  private final ProductRef ref;
  private final Facts facts;
  private final List<Part> parts;

  private InMemoryProduct(ProductRef ref, Facts facts, List<Part> parts) {
    this.ref = ref;
    this.facts = facts;
    this.parts = parts;
  }

  /** Starts a product. */
  public static Builder of(Kind kind) {
    return new Builder(kind);
  }

  @Override
  public ProductRef ref() {
    return ref;
  }

  @Override
  public Facts facts() {
    return facts;
  }

  @Override
  public List<Part> parts() {
    return parts;
  }

  /** Has nothing to give back. */
  @Override
  public void close() {}

  @Override
  public String toString() {
    return ref.kind() + " " + ref.id();
  }

  /** Collects a product. Not for several threads. */
  public static final class Builder {

    private final Kind kind;
    private Facts facts = Facts.NONE;
    private final List<Part> parts = new ArrayList<>();

    private Builder(Kind kind) {
      this.kind = kind;
    }

    /** Adds a fact. */
    public Builder fact(String name, Object value) {
      facts = facts.with(name, value);
      return this;
    }

    /** Puts these facts in the place of all so far. */
    public Builder facts(Facts all) {
      facts = all;
      return this;
    }

    /**
     * Adds a part: of this package's images and tables, a copy with its place in the product;
     * anything else as it is.
     */
    public Builder part(Part part) {
      int index = parts.size();
      if (part instanceof InMemoryImage image) {
        parts.add(image.at(index));
      } else if (part instanceof InMemoryTable table) {
        parts.add(table.at(index));
      } else {
        parts.add(part);
      }
      return this;
    }

    /** The product. */
    public InMemoryProduct build() {
      try {
        String sha256 = Fingerprint.of(kind, facts, parts);
        URI uri = URI.create("memory:" + sha256.substring(0, 20));
        ProductRef ref = ProductRef.of(kind, uri, 0, size(), sha256);
        return new InMemoryProduct(ref, facts, List.copyOf(parts));
      } catch (NightjarException e) {
        throw new IllegalArgumentException("a part cannot be read", e);
      }
    }

    private long size() {
      long numbers = 0;
      for (Part part : parts) {
        if (part instanceof ImagePart image) {
          numbers += image.region().size() * image.planes();
        } else if (part instanceof TablePart table) {
          numbers += table.rows() * table.columns().size();
        }
      }
      return numbers * Double.BYTES;
    }
  }
}
