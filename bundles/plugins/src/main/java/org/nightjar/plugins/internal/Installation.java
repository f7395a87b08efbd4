package org.nightjar.plugins.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.nightjar.api.error.ErrorCode;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Brings a plugin's bundle into the framework beside what is there. */
@Component(service = Installation.class)
public final class Installation {
  private static final int STREAM = 1 << 16;
  private static final int SHORT = 16;

  private final BundleContext context;

  /** Called by SCR. */
  @Activate
  public Installation(BundleContext context) {
    this.context = context;
  }

  /**
   * Installs a bundle. Its location carries the content's checksum: the same file name with other
   * bytes is another bundle.
   *
   * @throws NightjarException CONFLICT if these very bytes, or this very version, are there already
   */
  Bundle install(URI from) throws NightjarException {
    String location = from + "#" + checksum(from).substring(0, SHORT);
    if (context.getBundle(location) != null) {
      throw conflict("is installed already", from);
    }
    try (InputStream bytes = from.toURL().openStream()) {
      return context.installBundle(location, bytes);
    } catch (BundleException e) {
      if (e.getType() == BundleException.DUPLICATE_BUNDLE_ERROR) {
        throw conflict("has the name and version of a plugin that is there", from);
      }
      throw new NightjarException(
          problem(StandardError.CORRUPT, "is not a plugin's bundle", e, from), e);
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(from, e);
    }
  }

  /**
   * The running bundle that this one is another version of.
   *
   * @throws NightjarException NOT_FOUND if there is none; CONFLICT if others are wired to it, and
   *     would have to be restarted
   */
  Bundle predecessor(Bundle fresh, URI from) throws NightjarException {
    List<Bundle> versions =
        Arrays.stream(context.getBundles())
            .filter(other -> other.getBundleId() != fresh.getBundleId())
            .filter(other -> Objects.equals(other.getSymbolicName(), fresh.getSymbolicName()))
            .toList();
    if (versions.stream().anyMatch(other -> other.getVersion().equals(fresh.getVersion()))) {
      throw conflict("has the name and version of a plugin that is there", from);
    }
    Optional<Bundle> old =
        versions.stream().filter(other -> other.getState() == Bundle.ACTIVE).findFirst();
    if (old.isEmpty()) {
      throw NightjarException.of(
          StandardError.NOT_FOUND,
          "no plugin " + fresh.getSymbolicName() + " runs that could be replaced",
          from.toString(),
          "");
    }
    List<String> wired = wiredTo(old.get());
    if (!wired.isEmpty()) {
      throw conflict("would restart " + String.join(", ", wired), from);
    }
    return old.get();
  }

  private static List<String> wiredTo(Bundle bundle) {
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    List<BundleWire> wires = wiring == null ? List.of() : wiring.getProvidedWires(null);
    return wires.stream()
        .map(wire -> wire.getRequirer().getBundle())
        .filter(other -> other.getBundleId() != bundle.getBundleId())
        .map(Bundle::getSymbolicName)
        .distinct()
        .sorted()
        .toList();
  }

  private static String checksum(URI from) throws NightjarException {
    try (DigestInputStream bytes =
        new DigestInputStream(from.toURL().openStream(), MessageDigest.getInstance("SHA-256"))) {
      byte[] buffer = new byte[STREAM];
      int read = 0;
      while (read >= 0) {
        read = bytes.read(buffer);
      }
      return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(from, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A problem with a bundle; the framework's own words say which requirement has no provider. */
  static Problem problem(ErrorCode code, String what, BundleException e, URI from) {
    return Problem.of(
        code,
        "the plugin " + what + ": " + e.getMessage(),
        from.toString(),
        e.getType() == BundleException.RESOLVE_ERROR
            ? "install what it requires first, or a version of it for this system"
            : "");
  }

  private static NightjarException conflict(String what, URI from) {
    return NightjarException.of(
        StandardError.CONFLICT, "the plugin " + what, from.toString(), "give it a new version");
  }

  private static NightjarException unreadable(URI from, Exception e) {
    return new NightjarException(
        Problem.of(
            StandardError.UNREADABLE,
            "the plugin cannot be read: " + e,
            from.toString(),
            "name a file that is there"),
        e);
  }
}
