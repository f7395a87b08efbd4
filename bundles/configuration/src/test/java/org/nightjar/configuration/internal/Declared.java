package org.nightjar.configuration.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.environment.Declaration;
import org.nightjar.environment.Setting;

/** Declarations as bundles would make them. */
final class Declared {
  private Declared() {}

  static Declaration inference() {
    return declaration(
        "org.nightjar.inference",
        "1.0.0",
        number("maxBatch", Integer.class, "32", "1", "1024"),
        number("waitMillis", Double.class, "2.5", "0", null),
        new Setting(
            "provider",
            String.class,
            false,
            false,
            true,
            List.of("auto"),
            Optional.empty(),
            Optional.empty(),
            List.of("auto", "cpu", "cuda"),
            "what runs the networks"),
        plain("warm", Boolean.class, "true"));
  }

  static Declaration store() {
    return declaration(
        "org.nightjar.store",
        "1.0.0",
        plain("url", String.class, ""),
        new Setting(
            "password",
            String.class,
            false,
            true,
            true,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            ""));
  }

  static Declaration observatory() {
    return declaration(
        "org.nightjar.observatory", "1.0.0", plain("profile", String.class, "generic"));
  }

  static Declaration foreign() {
    return declaration("com.example.watch", "2.0.0", list("folders", String.class));
  }

  static Declaration declaration(String pid, String version, Setting... settings) {
    return new Declaration(pid, pid, "About " + pid + ".", List.of(settings), pid, version);
  }

  static Setting plain(String id, Class<?> type, String value) {
    return new Setting(
        id,
        type,
        false,
        false,
        true,
        List.of(value),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "");
  }

  static Setting number(String id, Class<?> type, String value, String least, String most) {
    return new Setting(
        id,
        type,
        false,
        false,
        true,
        value == null ? List.of() : List.of(value),
        Optional.ofNullable(least),
        Optional.ofNullable(most),
        List.of(),
        "");
  }

  static Setting list(String id, Class<?> type) {
    return new Setting(
        id, type, true, false, true, List.of(), Optional.empty(), Optional.empty(), List.of(), "");
  }

  static Map<String, Section> sections() {
    return new Sections().of(List.of(inference(), store(), observatory(), foreign()));
  }
}
