package org.nightjar.configuration.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.configuration.ConfigurationFile;
import org.nightjar.configuration.internal.CheckedFile.Values;
import org.nightjar.configuration.internal.profile.ProfileFolders;
import org.nightjar.environment.Declarations;
import org.nightjar.environment.Folders;
import org.nightjar.environment.LaunchOptions;
import org.nightjar.yaml.ProblemList;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the operator's file to the components: every section that a bundle declares is configured,
 * with its defaults where the file is silent, so that a component may require its configuration.
 */
@Component(
    immediate = true,
    service = {ConfigurationFile.class, FileConfiguration.class})
public final class FileConfiguration implements ConfigurationFile {
  private static final Logger LOG = LoggerFactory.getLogger(FileConfiguration.class);
  private static final String NAME = "nightjar.yaml";
  private static final String ANY_BUNDLE = "?";
  private static final String PROFILE_MODIFIED = "profile.modified";

  private final ConfigurationAdmin admin;
  private final Declarations declarations;
  private final Folders folders;
  private final Optional<String> named;
  private final ProfileFolders profiles;
  private final Sections sections = new Sections();
  private final Map<String, Map<String, Object>> applied = new HashMap<>();
  private final Additions additions = new Additions();
  private final Declarations.Watch watch;
  private volatile Path file;
  private volatile CheckedFile checked;

  /** Made by the component runtime. */
  @Activate
  public FileConfiguration(
      @Reference ConfigurationAdmin admin,
      @Reference Declarations declarations,
      @Reference Folders folders,
      @Reference LaunchOptions options) {
    this.admin = admin;
    this.declarations = declarations;
    this.folders = folders;
    this.named = options.option("config");
    this.file = locate();
    this.profiles = new ProfileFolders(folders);
    options
        .option("profile")
        .ifPresent(name -> additions.replace(Observatory.SECTION, Observatory.KEY, name));
    this.watch = declarations.watch(all -> start());
    start();
  }

  @Deactivate
  void stop() {
    watch.close();
  }

  /** The file that a reload would read. */
  Path locate() {
    Path own = folders.data().resolve(NAME);
    Path shipped = folders.config().resolve(NAME);
    return named
        .map(Path::of)
        .map(path -> path.toAbsolutePath().normalize())
        .orElse(Files.exists(own) || !Files.exists(shipped) ? own : shipped);
  }

  @Override
  public Path file() {
    return file;
  }

  @Override
  public List<Problem> problems() {
    return checked.problems();
  }

  @Override
  public synchronized void add(String section, String key, List<String> values)
      throws NightjarException {
    additions.add(sections.of(declarations.all()).values(), section, key, values);
    start();
  }

  /** The sections in force. */
  CheckedFile current() {
    return checked;
  }

  /** Checks a file against what is declared now; changes nothing. */
  synchronized CheckedFile check(Path candidate) {
    if (named.isPresent() && candidate.equals(file) && !Files.exists(file)) {
      ProblemList problems = new ProblemList(file);
      problems.add(0, "there is no such file", "Name another by --config, or leave it out.");
      return new CheckedFile(Map.of(), problems.inOrder());
    }
    return new FileCheck(sections.of(declarations.all()), profiles, additions).check(candidate);
  }

  /**
   * Reads the file again, or the one that has come into the data folder since. If anything is wrong
   * with it, everything stays as it was.
   *
   * @return what was found
   */
  synchronized CheckedFile reload() {
    Path now = locate();
    CheckedFile found = check(now);
    if (found.problems().isEmpty()) {
      file = now;
      apply(found);
    }
    return found;
  }

  /** Configures what can be configured, when nothing is configured yet or bundles have come. */
  private synchronized void start() {
    CheckedFile found = check(file);
    // The command line tells whoever asked for something; this is for the log file.
    found.problems().forEach(problem -> LOG.info("{}", problem));
    apply(found);
  }

  private void apply(CheckedFile found) {
    checked = found;
    found.sections().forEach(this::configure);
  }

  @SuppressWarnings("JdkObsolete") // ConfigAdmin takes a Dictionary
  private void configure(String pid, Values values) {
    Dictionary<String, Object> properties = new Hashtable<>();
    Map<String, Object> comparable = new HashMap<>();
    for (Value value : values.values()) {
      Object configured = value.configured();
      if (configured != null) {
        properties.put(value.setting().id(), configured);
        comparable.put(value.setting().id(), value.values());
      }
    }
    if (pid.equals(Observatory.PID)) {
      // Profiles that were edited count as a changed setting.
      comparable.put(PROFILE_MODIFIED, profiles.modified());
      properties.put(PROFILE_MODIFIED, profiles.modified());
    }
    if (!comparable.equals(applied.get(pid))) {
      try {
        admin.getConfiguration(pid, ANY_BUNDLE).update(properties);
        applied.put(pid, comparable);
      } catch (IOException e) {
        throw new UncheckedIOException("The configuration of " + pid + " cannot be stored", e);
      }
    }
  }
}
