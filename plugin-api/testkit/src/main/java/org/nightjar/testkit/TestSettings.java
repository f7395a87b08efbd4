package org.nightjar.testkit;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Settings as the platform would hand them to a task's constructor. */
@ProviderType
public final class TestSettings {

  private TestSettings() {}

  /** The declared defaults. */
  public static <A extends Annotation> A defaults(Class<A> declaration) {
    return with(declaration, Map.of());
  }

  /**
   * The declared defaults, but for some.
   *
   * @param changed values by method name, in the method's own type
   * @throws IllegalArgumentException for a name that is not declared, a value of another type, or a
   *     setting without default that is not given
   */
  public static <A extends Annotation> A with(Class<A> declaration, Map<String, Object> changed) {
    for (String name : changed.keySet()) {
      if (Arrays.stream(declaration.getDeclaredMethods())
          .noneMatch(m -> m.getName().equals(name))) {
        throw new IllegalArgumentException(declaration.getSimpleName() + " has no " + name);
      }
    }
    for (Method method : declaration.getDeclaredMethods()) {
      check(method, changed.getOrDefault(method.getName(), method.getDefaultValue()));
    }
    Object proxy =
        Proxy.newProxyInstance(
            declaration.getClassLoader(),
            new Class<?>[] {declaration},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "annotationType" -> declaration;
                  case "toString" -> declaration.getSimpleName() + changed;
                  case "hashCode" -> changed.hashCode();
                  case "equals" -> self == arguments[0];
                  default -> changed.getOrDefault(method.getName(), method.getDefaultValue());
                });
    return declaration.cast(proxy);
  }

  private static void check(Method method, Object value) {
    Class<?> wanted = MethodType.methodType(method.getReturnType()).wrap().returnType();
    if (!wanted.isInstance(value)) {
      throw new IllegalArgumentException(
          method.getName() + " is a " + wanted.getSimpleName() + ", not " + value);
    }
  }
}
