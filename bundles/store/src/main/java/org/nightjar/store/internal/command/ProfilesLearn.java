package org.nightjar.store.internal.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.environment.Folders;
import org.nightjar.store.internal.learn.GoodFrame;
import org.nightjar.store.internal.learn.GoodFrames;
import org.nightjar.store.internal.learn.LearnedProfile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar profiles learn}: thresholds from good frames. */
@Component
public final class ProfilesLearn implements Command {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,60}");
  private static final String USUALLY = "imaging";

  private final GoodFrames frames;
  private final Folders folders;

  /** Made by the component runtime. */
  @Activate
  public ProfilesLearn(@Reference GoodFrames frames, @Reference Folders folders) {
    this.frames = frames;
    this.folders = folders;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "profiles learn",
        "propose thresholds from the good frames of some nights",
        "NIGHT|FIRST..LAST...",
        1,
        100,
        List.of(
            OptionSpec.value("profile", "NAME", "only frames that were read by this profile"),
            OptionSpec.value("task", "NAME", "whose measurements; " + USUALLY + " if not said"),
            OptionSpec.flag("write", "write it to profiles/NAME.yaml in the data folder"),
            OptionSpec.flag("force", "overwrite that file")),
        """
        Takes the measurements of whole science frames whose verdict is ok, and prints a profile
        that extends the one they were read by. A warning lies at 3, an alarm at 6 robust standard
        deviations from the median; where bands differ much, both are multiples of the running
        reference. Exit status 1 if there are fewer than 20 frames.

          nightjar profiles learn 2026-11-20
          nightjar profiles learn 2026-11-01..2026-11-20 --profile decam --write\
        """);
  }

  @Override
  public int run(CommandCall call) throws NightjarException {
    String task = call.option("task").orElse(USUALLY);
    List<GoodFrame> found = new ArrayList<>();
    for (Nights nights : Nights.of(call.parameters())) {
      found.addAll(frames.of(task, nights.first(), nights.last()));
    }
    String name = name(call, found);
    found.removeIf(frame -> frame.profile().filter(p -> !p.equals(name)).isPresent());
    String basis =
        "nights " + String.join(", ", call.parameters()) + ", task " + task + ", profile " + name;
    LearnedProfile learned = new LearnedProfile(name, basis, found);
    if (learned.missing() > 0) {
      call.err()
          .printf(
              "%d good frames (%s): %d more are needed%n", found.size(), basis, learned.missing());
      return FOUND;
    }
    if (call.flag("write")) {
      call.out().println(write(call, name, learned.yaml()));
    } else {
      call.out().print(learned.yaml());
    }
    return OK;
  }

  private static String name(CommandCall call, List<GoodFrame> found) throws NightjarException {
    Set<String> profiles = new TreeSet<>();
    found.forEach(frame -> frame.profile().ifPresent(profiles::add));
    if (call.option("profile").isEmpty() && profiles.size() > 1) {
      throw bad(
          "the frames were read by several profiles: " + String.join(", ", profiles),
          "Name one by --profile");
    }
    String name =
        call.option("profile").orElse(profiles.isEmpty() ? "generic" : profiles.iterator().next());
    if (!NAME.matcher(name).matches()) {
      throw bad("--profile cannot be '" + name + "'", "Name a profile of 'nightjar profiles list'");
    }
    return name;
  }

  private Path write(CommandCall call, String name, String yaml) throws NightjarException {
    Path file = folders.data().resolve("profiles").resolve(name + ".yaml");
    try {
      Files.createDirectories(file.getParent());
      if (call.flag("force")) {
        Files.writeString(file, yaml);
      } else {
        Files.writeString(file, yaml, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      }
      return file;
    } catch (FileAlreadyExistsException e) {
      throw new NightjarException(
          Problem.of(
              StandardError.CONFLICT,
              "there is such a profile already",
              file.toString(),
              "Paste what is printed without --write, or overwrite it by --force"),
          e);
    } catch (IOException e) {
      throw new NightjarException(
          Problem.of(StandardError.UNREADABLE, "cannot be written: " + e, file.toString(), ""), e);
    }
  }

  private static NightjarException bad(String message, String remedy) {
    return NightjarException.of(StandardError.BAD_ARGUMENT, message, "", remedy);
  }
}
