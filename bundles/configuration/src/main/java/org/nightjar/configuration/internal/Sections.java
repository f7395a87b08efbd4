package org.nightjar.configuration.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.environment.Declaration;

/**
 * Gives each declaration its section. While two versions of a bundle are there, the later one gets
 * a persistent id that is its own ({@code pid|bundle|version}, which ConfigAdmin prefers for it): a
 * key that only the new version knows must not restart the old one, which still has work.
 */
final class Sections {
  private record Owner(String pid, String bundle) {}

  private record Version(Owner owner, String version) {}

  private Map<Version, String> given = Map.of();

  /** The sections by persistent id, in the order of the declarations. */
  synchronized Map<String, Section> of(List<Declaration> declarations) {
    Map<Version, String> now = new LinkedHashMap<>();
    Map<Owner, String> plain = new HashMap<>();
    given.forEach(
        (version, pid) -> {
          if (pid.equals(version.owner().pid())) {
            plain.put(version.owner(), version.version());
          }
        });
    plain.entrySet().removeIf(e -> declarations.stream().noneMatch(d -> is(d, e)));
    Map<String, Section> sections = new LinkedHashMap<>();
    for (Declaration declaration : declarations) {
      Owner owner = new Owner(declaration.pid(), declaration.bundle());
      Version version = new Version(owner, declaration.version());
      String pid = given.get(version);
      if (pid == null) {
        boolean first =
            plain.computeIfAbsent(owner, o -> version.version()).equals(version.version);
        pid = first ? owner.pid() : String.join("|", owner.pid(), owner.bundle(), version.version);
      }
      now.put(version, pid);
      sections.merge(pid, Section.of(declaration, pid), Section::with);
    }
    given = now;
    return sections;
  }

  private static boolean is(Declaration declaration, Map.Entry<Owner, String> version) {
    return declaration.pid().equals(version.getKey().pid())
        && declaration.bundle().equals(version.getKey().bundle())
        && declaration.version().equals(version.getValue());
  }
}
