package org.nightjar.inference.endurance;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.InferenceScope;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;
import org.nightjar.api.inference.Urgency;
import org.nightjar.inference.internal.service.InferenceService;

/** Asks for more than there is, and then for what there is. */
public final class OutOfMemoryProgram {
  private static final int SMALL = 200;
  private static final int LARGE = 3000;

  private OutOfMemoryProgram() {}

  /** Argument: a folder to write into. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out =
        new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
    InferenceService service =
        AnySize.service(Path.of(arguments[0]), Map.of("threads", 1), List.of("mask", "idle"));
    InferenceScope scope = service.scope("test");
    ModelInfo mask = scope.model("mask").orElseThrow();
    ModelInfo idle = scope.model("idle").orElseThrow();
    Sample small = AnySize.image(SMALL, SMALL, 1);
    ask(scope, idle, small);
    Tensor before = ask(scope, mask, small).outputs().get("mask");
    out.println("idle.loaded.before " + loaded(service, "idle@1"));
    try {
      ask(scope, mask, AnySize.image(LARGE, LARGE, 2));
      out.println("large answered");
    } catch (NightjarException e) {
      out.println("large " + e.problem().code() + " " + e.problem().message());
    }
    out.println("idle.loaded.after " + loaded(service, "idle@1"));
    Tensor after = ask(scope, mask, small).outputs().get("mask");
    out.println("same " + before.values().equals(after.values()));
    out.println("idle.again " + ask(scope, idle, small).outputs().get("mask").size());
    scope.close();
    service.stop();
    out.println("done yes");
    System.exit(0);
  }

  private static boolean loaded(InferenceService service, String label) {
    return service.loaded().model(label).orElseThrow().loaded();
  }

  private static Prediction ask(InferenceScope scope, ModelInfo model, Sample sample)
      throws Exception {
    return scope.inferAll(model, List.of(sample), Urgency.BULK).get(0);
  }
}
