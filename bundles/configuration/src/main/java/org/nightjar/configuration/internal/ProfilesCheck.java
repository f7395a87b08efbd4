package org.nightjar.configuration.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.reader.ProductReader;
import org.nightjar.api.reader.Source;
import org.nightjar.configuration.internal.profile.ProfileFile;
import org.nightjar.configuration.internal.profile.ProfileFolders;
import org.nightjar.configuration.internal.trial.ProductTrial;
import org.nightjar.environment.Folders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code nightjar profiles check}. */
@Component(property = "nightjar.command.always:Boolean=true")
public final class ProfilesCheck implements Command {
  private static final String YAML = ".yaml";

  private final ProfileFolders profiles;
  private final List<ProductReader> readers;

  /** Made by the component runtime, anew when readers come or go. */
  @Activate
  public ProfilesCheck(
      @Reference Folders folders,
      @Reference(policyOption = ReferencePolicyOption.GREEDY) List<ProductReader> readers) {
    this.profiles = new ProfileFolders(folders);
    this.readers = List.copyOf(readers);
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "profiles check",
        "say what is wrong with a profile, or what the profiles make of a data file",
        "FILE",
        1,
        1,
        List.of(),
        """
        Of a profile: everything that is wrong with it, with lines. Of a data file: which profile
        recognises it; for each fact the keyword it was found under, or those that were looked for
        and not found; the frame type, and each image with its planes, amplifiers and overscan.
        Exit status: 0 nothing is wrong, 1 something is, or no profile knows the instrument.

        With --json, of a profile: {"problem":{...}} per line; of a data file one line
        {"file","profile","note","facts":[{"part","fact","keyword","value"}|{"part","fact",
        "lookedFor"}],"images":[{"part","width","height","planes","amplifiers","notes"}]}.

          nightjar profiles check my-telescope.yaml
          nightjar profiles check night/first.fits\
        """);
  }

  @Override
  public int run(CommandCall call) throws NightjarException {
    Path file = call.path(call.parameters().get(0));
    if (!Files.isRegularFile(file)) {
      throw NightjarException.of(
          StandardError.NOT_FOUND, "there is no such file", file.toString(), "Check the path");
    }
    try {
      Source source = Source.ofFile(file);
      Optional<ProductReader> reader = Optional.empty();
      for (ProductReader each : readers) {
        if (reader.isEmpty() && each.recognises(source)) {
          reader = Optional.of(each);
        }
      }
      return reader.isPresent()
          ? new ProductTrial(profiles, call).run(reader.get(), source)
          : profile(file, call);
    } catch (IOException e) {
      throw new NightjarException(
          Problem.of(StandardError.UNREADABLE, "it cannot be read: " + e, file.toString(), ""), e);
    }
  }

  private int profile(Path file, CommandCall call) {
    String name = file.getFileName().toString();
    ProfileFile.Read read =
        ProfileFile.read(
            name.endsWith(YAML) ? name.substring(0, name.length() - YAML.length()) : name,
            file,
            profiles);
    ProblemPrinter.print(read.problems(), call);
    if (read.problems().isEmpty() && !call.json()) {
      call.out().println(file + ": ok");
    }
    return read.problems().isEmpty() ? OK : FOUND;
  }
}
