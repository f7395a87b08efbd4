package org.nightjar.inference.internal.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.inference.internal.model.ModelPackage;
import org.nightjar.inference.internal.precision.Order;
import org.nightjar.inference.internal.precision.ReportJson;
import org.nightjar.inference.internal.precision.Variant;
import org.nightjar.inference.internal.precision.VariantMaker;
import org.nightjar.inference.internal.precision.Watch;
import org.nightjar.inference.internal.service.InferenceService;
import org.nightjar.json.JsonLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar models variant}. */
@Component(service = Command.class)
public final class ModelsVariant implements Command {
  private final InferenceService service;

  /** The command for this service. */
  @Activate
  public ModelsVariant(@Reference InferenceService service) {
    this.service = service;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "models variant",
        "Make a smaller or faster variant of a model, and compare it with the original",
        "ID|ID@VERSION",
        1,
        1,
        List.of(
            OptionSpec.value("precision", "int8|float16-weights", "what to make"),
            OptionSpec.value("samples", "DIR", "samples with labels, that judge both"),
            OptionSpec.value("calibrate", "N", "the first N of them calibrate int8 instead"),
            OptionSpec.value("calibration", "DIR", "other samples that calibrate int8"),
            OptionSpec.value("keep", "NODE,NODE", "nodes that stay in single precision"),
            OptionSpec.value("percentile", "PER", "numbers that a range of int8 holds (100)"),
            OptionSpec.value("weight-bits", "8|7", "7 for processors without VNNI (8)"),
            OptionSpec.value("limit", "LOSS", "largest loss of the metric (the model's, or 0.005)"),
            OptionSpec.flag("install", "install the variant if it is accepted"),
            OptionSpec.value("trial", "SAMPLES", "install it on trial, as models add does"),
            OptionSpec.value("out", "DIR", "write the variant there if it is accepted")),
        """
        Runs both over the samples and compares them by the model's own metric. The variant is
        accepted if, with 95 % confidence, the metric gets worse by the limit at most; otherwise the
        exit status is 1 and nothing is written. It is called ID@VERSION+PRECISION and does not go
        live by itself while the original is installed: nightjar models promote.
        Examples:
          nightjar models variant vetting --precision float16-weights --samples labelled --install
          nightjar models variant vetting --precision int8 --samples labelled --calibrate 200
        A folder of samples has a samples.yaml: see the README of the inference bundle.""");
  }

  @Override
  public int run(CommandCall call) throws NightjarException, InterruptedException {
    VariantOptions options = new VariantOptions(call);
    Order order = options.order();
    Optional<Path> out = options.out();
    Optional<Integer> trial = options.trial();
    ModelPackage parent = new Parent(service.loaded()).named(call.parameters().get(0));
    Path work = folder();
    try {
      Variant variant =
          new VariantMaker(service.loader(), service.processor(), watch(call))
              .make(parent, order, work);
      boolean accepted = variant.objections().isEmpty();
      boolean installed = false;
      if (accepted && out.isPresent()) {
        copy(work, out.get());
      }
      if (accepted && (call.flag("install") || trial.isPresent())) {
        installed = service.loaded().add(ModelPackage.read(work), trial);
      }
      if (call.json()) {
        call.out().println(JsonLine.write(json(variant, parent, installed)));
      } else {
        new VariantPrint(call.out()).print(variant, parent.manifest(), installed, out);
      }
      return accepted ? OK : FOUND;
    } finally {
      delete(work);
    }
  }

  private static Watch watch(CommandCall call) {
    return new Watch() {
      @Override
      public void at(long done, long total, String doing) {
        call.progress(done, total, doing);
      }

      @Override
      public boolean cancelled() {
        return call.cancelled();
      }
    };
  }

  private static ObjectNode json(Variant variant, ModelPackage parent, boolean installed) {
    ObjectNode json =
        JsonLine.object()
            .put("id", parent.manifest().id())
            .put("version", variant.version())
            .put("accepted", variant.objections().isEmpty())
            .put("installed", installed);
    variant.objections().forEach(json.putArray("objections")::add);
    json.set("report", ReportJson.of(variant.report()));
    return json;
  }

  private static Path folder() throws NightjarException {
    try {
      return Files.createTempDirectory("nightjar-variant");
    } catch (IOException e) {
      throw failed("no folder can be made for the variant: " + e, "");
    }
  }

  private static void copy(Path from, Path to) throws NightjarException {
    try (Stream<Path> tree = Files.walk(from)) {
      Files.createDirectories(to);
      for (Path each : tree.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        Files.createDirectories(target.getParent());
        Files.copy(each, target);
      }
    } catch (IOException e) {
      throw failed("the variant cannot be written: " + e, to.toString());
    }
  }

  private static void delete(Path folder) throws NightjarException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw failed("what was written for a while cannot be removed: " + e, folder.toString());
    }
  }

  private static NightjarException failed(String message, String place) {
    return NightjarException.of(
        StandardError.DISK_FULL, message, place, "Look at free space and permissions.");
  }
}
