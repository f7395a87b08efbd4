package org.nightjar.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares the contract with its committed signature, so that no change of it goes unseen. A wanted
 * change is written by {@code mvn -pl plugin-api/api test -Dapi.signature=write}, committed with
 * the reason in the commit message; once 1.0.0 is published, bnd-baseline holds it instead.
 */
class SignatureTest {
  private static final Path CLASSES = Path.of("target/classes");
  private static final Path SIGNATURE = Path.of("src/test/signature/plugin-api-1.0.0.txt");
  private static final int LEAST_TYPES = 60;
  private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

  @Test
  void theContractIsTheOneThatWasAgreed() throws IOException, ClassNotFoundException {
    List<Class<?>> types = publicTypes();
    assertThat(types).hasSizeGreaterThan(LEAST_TYPES);
    List<String> found = new ArrayList<>();
    for (Class<?> type : types) {
      found.add(head(type));
      members(type).sorted().forEach(member -> found.add("  " + member));
    }
    if ("write".equals(System.getProperty("api.signature"))) {
      Files.createDirectories(SIGNATURE.getParent());
      Files.write(SIGNATURE, found);
    }
    List<String> agreed = Files.readAllLines(SIGNATURE);
    assertThat(without(agreed, found)).as("gone from the contract").isEmpty();
    assertThat(without(found, agreed)).as("new in the contract").isEmpty();
  }

  private static List<String> without(List<String> lines, List<String> known) {
    return lines.stream().filter(line -> !known.contains(line)).toList();
  }

  private static List<Class<?>> publicTypes() throws IOException, ClassNotFoundException {
    List<String> names;
    try (Stream<Path> files = Files.walk(CLASSES.resolve("org/nightjar/api"))) {
      names =
          files
              .map(file -> CLASSES.relativize(file).toString())
              .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
              .map(file -> file.substring(0, file.length() - 6).replace('/', '.'))
              .toList();
    }
    List<Class<?>> types = new ArrayList<>();
    for (String name : names) {
      Class<?> type = Class.forName(name, false, SignatureTest.class.getClassLoader());
      if (isOpen(type.getModifiers()) && !type.isAnonymousClass()) {
        types.add(type);
      }
    }
    types.sort(Comparator.comparing(Class::getName));
    return types;
  }

  private static String head(Class<?> type) {
    String parents =
        Stream.concat(
                Stream.ofNullable(type.getGenericSuperclass()),
                Stream.of(type.getGenericInterfaces()))
            .map(parent -> parent.getTypeName())
            .filter(parent -> !parent.equals("java.lang.Object"))
            .reduce("", (all, parent) -> all + " " + parent);
    return type.toGenericString() + (parents.isEmpty() ? "" : " :" + parents);
  }

  private static Stream<String> members(Class<?> type) {
    Stream<Field> fields = Stream.of(type.getDeclaredFields());
    Stream<Constructor<?>> constructors = Stream.of(type.getDeclaredConstructors());
    Stream<Method> methods = Stream.of(type.getDeclaredMethods());
    return Stream.of(fields, constructors, methods)
        .<Member>flatMap(stream -> stream)
        .filter(member -> isOpen(member.getModifiers()) && !member.isSynthetic())
        .filter(member -> !OF_EVERY_OBJECT.contains(member.getName()))
        .map(SignatureTest::text);
  }

  private static String text(Member member) {
    String text =
        member instanceof Field field
            ? field.toGenericString()
            : member instanceof Method method
                ? method.toGenericString()
                : ((Constructor<?>) member).toGenericString();
    return ((AnnotatedElement) member).isAnnotationPresent(Deprecated.class)
        ? "deprecated " + text
        : text;
  }

  private static boolean isOpen(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }
}
