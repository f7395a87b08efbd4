package org.nightjar.configuration.internal;

import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Keeps what is configured, and how often. */
final class FakeConfigurationAdmin {
  final Map<String, Dictionary<?, ?>> configured = new HashMap<>();
  int updates;

  /** Both interfaces are wide, and one method of each is used. */
  ConfigurationAdmin admin() {
    return proxy(
        ConfigurationAdmin.class,
        args ->
            proxy(
                Configuration.class,
                update -> {
                  configured.put((String) args[0], (Dictionary<?, ?>) update[0]);
                  updates++;
                  return null;
                }));
  }

  private interface Call {
    Object on(Object[] args);
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> call.on(args)));
  }
}
