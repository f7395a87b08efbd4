package org.nightjar.environment.internal;

import java.nio.file.Path;
import java.util.Hashtable;
import org.nightjar.environment.Folders;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Offers the folders that the launcher named in framework properties. */
@Component(immediate = true, service = FoldersOffer.class)
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.nightjar.environment.Folders\"")
public final class FoldersOffer {
  /** Called by SCR. The registration ends with this bundle. */
  @Activate
  public FoldersOffer(BundleContext context) {
    Folders folders =
        new Folders(folder(context, "nightjar.home"), folder(context, "nightjar.data"));
    context.registerService(Folders.class, folders, new Hashtable<>());
  }

  private static Path folder(BundleContext context, String property) {
    String value = context.getProperty(property);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "framework property " + property + " is not set: the launcher names the folder there");
    }
    return Path.of(value).toAbsolutePath().normalize();
  }
}
