package org.nightjar.environment.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.nightjar.environment.Declaration;
import org.nightjar.environment.Declarations;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks into every installed bundle; a bundle need not be resolved for that. */
@Component(service = Declarations.class)
public final class InstalledDeclarations implements Declarations, SynchronousBundleListener {
  private static final Logger LOG = LoggerFactory.getLogger(InstalledDeclarations.class);
  private static final String FOLDER = "OSGI-INF/metatype";

  private final BundleContext context;
  private final Map<Long, List<Declaration>> byBundle = new ConcurrentSkipListMap<>();
  private final List<Consumer<List<Declaration>>> listeners = new CopyOnWriteArrayList<>();

  /** Made by the component runtime. */
  @Activate
  public InstalledDeclarations(BundleContext context) {
    this.context = context;
    context.addBundleListener(this);
    for (Bundle bundle : context.getBundles()) {
      read(bundle);
    }
  }

  @Deactivate
  void stop() {
    context.removeBundleListener(this);
  }

  @Override
  public List<Declaration> all() {
    return byBundle.values().stream().flatMap(List::stream).toList();
  }

  @Override
  public Watch watch(Consumer<List<Declaration>> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void bundleChanged(BundleEvent event) {
    boolean changed =
        switch (event.getType()) {
          case BundleEvent.INSTALLED, BundleEvent.UPDATED -> read(event.getBundle());
          case BundleEvent.UNINSTALLED -> byBundle.remove(event.getBundle().getBundleId()) != null;
          default -> false;
        };
    if (changed) {
      listeners.forEach(listener -> listener.accept(all()));
    }
  }

  private boolean read(Bundle bundle) {
    List<Declaration> found = new ArrayList<>();
    for (String path : documents(bundle)) {
      URL document = bundle.getEntry(path);
      try (InputStream xml = document.openStream()) {
        String version = bundle.getVersion().toString();
        found.addAll(MetatypeDocument.read(xml, bundle.getSymbolicName(), version));
      } catch (IOException e) {
        LOG.error("{} of {} cannot be read: its settings are unknown", path, bundle, e);
      }
    }
    List<Declaration> before =
        found.isEmpty()
            ? byBundle.remove(bundle.getBundleId())
            : byBundle.put(bundle.getBundleId(), List.copyOf(found));
    return !found.isEmpty() || before != null;
  }

  private static List<String> documents(Bundle bundle) {
    Enumeration<String> paths = bundle.getEntryPaths(FOLDER);
    return paths == null
        ? List.of()
        : Collections.list(paths).stream().filter(path -> path.endsWith(".xml")).sorted().toList();
  }
}
