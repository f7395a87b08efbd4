package org.nightjar.inference.internal.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.inference.internal.model.ModelPackage;
import org.nightjar.inference.internal.service.InferenceService;
import org.nightjar.json.JsonLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar models add}. */
@Component(service = Command.class)
public final class ModelsAdd implements Command {
  private final InferenceService service;

  /** The command for this service. */
  @Activate
  public ModelsAdd(@Reference InferenceService service) {
    this.service = service;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "models add",
        "Install a model package once its golden vectors come out",
        "DIR|FILE.onnx",
        1,
        1,
        List.of(
            OptionSpec.value("manifest", "FILE", "the model.yaml for a bare ONNX file"),
            OptionSpec.value(
                "trial",
                "SAMPLES",
                "run it beside the live version; after so many samples it goes live by itself if it"
                    + " differs little enough, with 0 never")),
        """
        Examples:
          nightjar models add my-model
          nightjar models add d6_m7.onnx --manifest braai.yaml
          nightjar models add my-newer-model --trial 1000
        The package is copied into the data folder. Adding the same one again does nothing.""");
  }

  @Override
  public int run(CommandCall call) throws NightjarException, InterruptedException {
    ModelPackage source = read(call);
    String label = source.manifest().label();
    boolean verified = !source.manifest().golden().isEmpty();
    call.progress(0, 1, "verifying " + label);
    boolean added = service.loaded().add(source, trial(call));
    call.progress(1, 1, "verifying " + label);
    if (call.json()) {
      call.out()
          .println(
              JsonLine.write(
                  JsonLine.object()
                      .put("id", source.manifest().id())
                      .put("version", source.manifest().version())
                      .put("sha256", source.sha256())
                      .put("added", added)
                      .put("verified", verified)));
    } else {
      call.out().println(added ? "Installed " + label + "." : label + " is already installed.");
    }
    if (!verified) {
      call.err()
          .println(
              "Warning: "
                  + label
                  + " has no golden vectors. It runs, but nobody knows whether it gives what it should.");
    }
    return OK;
  }

  private static Optional<Integer> trial(CommandCall call) throws NightjarException {
    Optional<String> samples = call.option("trial");
    try {
      return samples.map(Integer::parseUnsignedInt);
    } catch (NumberFormatException e) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          "'" + samples.orElse("") + "' is not a number of samples",
          "--trial",
          "Give a whole number, 0 to decide by yourself.");
    }
  }

  private static ModelPackage read(CommandCall call) throws NightjarException {
    Path path = call.path(call.parameters().get(0));
    Optional<String> manifest = call.option("manifest");
    if (Files.isDirectory(path)) {
      return ModelPackage.read(
          manifest.map(call::path).orElse(path.resolve(ModelPackage.MANIFEST)),
          path.resolve(ModelPackage.GRAPH));
    }
    if (manifest.isEmpty()) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          Files.exists(path)
              ? "a bare ONNX file needs a manifest"
              : "there is no such file or folder",
          path.toString(),
          "Give a package folder, or FILE.onnx --manifest model.yaml.");
    }
    return ModelPackage.read(call.path(manifest.get()), path);
  }
}
