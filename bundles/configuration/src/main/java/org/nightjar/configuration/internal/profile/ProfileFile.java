package org.nightjar.configuration.internal.profile;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nightjar.api.error.Problem;
import org.nightjar.api.product.Facts;
import org.nightjar.api.profile.Layout;
import org.nightjar.api.profile.MaskBits;
import org.nightjar.api.profile.Profile;
import org.nightjar.api.profile.Site;
import org.nightjar.yaml.ProblemList;
import org.nightjar.yaml.Suggestion;
import org.nightjar.yaml.Yaml;
import org.nightjar.yaml.YamlFile;

/**
 * Reads a profile, noting everything that is wrong with it. What it does not say comes from the
 * profile it extends.
 */
public final class ProfileFile {
  /** The profile that knows no instrument. */
  public static final String GENERIC = "generic";

  private static final int MOST_BYTES = 1 << 20;
  private static final int DEEPEST = 8;
  private static final List<String> SECTIONS =
      List.of(
          "description",
          "extends",
          "site",
          "recognise",
          "keywords",
          "levels",
          "layout",
          "mask",
          "thresholds",
          "values");
  private static final Profile NOTHING =
      new Profile(
          GENERIC,
          new Site("", 0, 0, 0),
          Map.of(),
          Map.of(),
          Map.of(),
          Layout.UNKNOWN,
          MaskBits.OWN,
          Map.of(),
          Facts.NONE);

  private final ProfileFolders folders;
  private final ProblemList problems;
  private final Set<Path> chain;

  private ProfileFile(ProfileFolders folders, ProblemList problems, Set<Path> chain) {
    this.folders = folders;
    this.problems = problems;
    this.chain = chain;
  }

  /**
   * A profile as it stands on disk.
   *
   * @param profile the profile; empty if something is wrong
   * @param description what the file says of itself
   * @param problems what is wrong, in the order of the lines
   */
  public record Read(Optional<Profile> profile, String description, List<Problem> problems) {
    /** Copies the list. */
    public Read {
      problems = List.copyOf(problems);
    }
  }

  /** Reads a file, and those that it extends from these folders. */
  public static Read read(String name, Path file, ProfileFolders folders) {
    return read(name, file, folders, Set.of(file));
  }

  private static Read read(String name, Path file, ProfileFolders folders, Set<Path> chain) {
    ProblemList problems = new ProblemList(file);
    Optional<Yaml.Fields> root = YamlFile.fields(file, MOST_BYTES, problems);
    Optional<Profile> profile =
        root.map(fields -> new ProfileFile(folders, problems, chain).profile(name, fields));
    return new Read(
        profile.filter(any -> problems.isEmpty()),
        root.flatMap(fields -> fields.value("description"))
            .map(yaml -> String.valueOf(yaml.plain()))
            .orElse(""),
        problems.inOrder());
  }

  private Profile profile(String name, Yaml.Fields fields) {
    Entries root = new Entries("", fields, problems);
    root.known("a profile has no section", SECTIONS, " Your own values go below 'values'.");
    Profile parent = parent(name, root).orElse(NOTHING);
    Map<String, List<String>> keywords = new LinkedHashMap<>(parent.keywords());
    keywords.putAll(KeywordSections.keywords(root.section("keywords")));
    Map<String, Object> values = new LinkedHashMap<>(parent.values().values());
    root.section("values").fields().forEach(f -> values.put(f.key(), f.value().plain()));
    return new Profile(
        name,
        site(name, root, parent),
        root.has("recognise")
            ? KeywordSections.recognise(root.section("recognise"))
            : parent.recognise(),
        keywords,
        levels(root.section("levels"), parent.levels()),
        LayoutSection.read(root.section("layout"), parent.layout()),
        root.has("mask") ? MaskSection.read(root.section("mask")) : parent.mask(),
        ThresholdSection.read(root.section("thresholds"), parent.thresholds()),
        new Facts(values));
  }

  private Optional<Profile> parent(String name, Entries root) {
    Optional<String> named = root.text("extends");
    if (named.isEmpty()) {
      return Optional.empty();
    }
    int line = root.line("extends");
    // An operator's own profile may add to the shipped one of its name, which it hides.
    Optional<Path> file =
        named.get().equals(name) ? folders.shipped(name) : folders.file(named.get());
    if (file.isEmpty()) {
      problems.add(
          line,
          "there is no profile '" + named.get() + "' to extend",
          Suggestion.remedy(named.get(), folders.names()));
    } else if (chain.contains(file.get()) || chain.size() > DEEPEST) {
      problems.add(
          line, "profile '" + name + "' extends itself", "Extend generic, or leave this out.");
    } else {
      Set<Path> longer = new HashSet<>(chain);
      longer.add(file.get());
      Read read = read(named.get(), file.get(), folders, longer);
      read.problems().stream().findFirst().ifPresent(problem -> wrong(line, named.get(), problem));
      return read.profile();
    }
    return Optional.empty();
  }

  private void wrong(int line, String parent, Problem problem) {
    problems.add(
        line,
        "profile '" + parent + "', which this one extends, is wrong: " + problem.message(),
        "Mend " + problem.place() + ". " + problem.remedy());
  }

  /** Only the generic profile's place is nobody's. */
  private Site site(String name, Entries root, Profile parent) {
    if (root.has("site")) {
      return SiteSection.read(root.section("site"));
    }
    if (parent.equals(NOTHING) || (parent.name().equals(GENERIC) && !name.equals(GENERIC))) {
      problems.add(0, "the profile names no site", "Add a section site with a longitude.");
    }
    return parent.site();
  }

  private static Map<String, Double> levels(Entries section, Map<String, Double> inherited) {
    Map<String, Double> levels = new LinkedHashMap<>(inherited);
    for (Yaml.Field field : section.fields()) {
      section
          .number(field.key(), -Double.MAX_VALUE, Double.POSITIVE_INFINITY)
          .ifPresent(level -> levels.put(field.key(), level));
    }
    return levels;
  }
}
