package org.nightjar.inference.internal.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Tensor;
import org.nightjar.inference.internal.trust.Temperature.Link;

class DerivationsTest {
  private static final Rule SIGMOID =
      new Calibrated(new Temperature(1, Link.BY_NUMBER, false), Vectors.ALL);
  private static final Rule SET = new Conformal(0.1, List.of(0.6));
  private static final OutputInfo LOGIT =
      new OutputInfo("logit", List.of(1), "logit", "raw", List.of("real"));

  private static Derivation derivation(String name, String of, Rule rule, String... classes) {
    return new Derivation(
        name, of, "", List.of(classes), rule, List.of(Path.of(name)), "model.yaml:7");
  }

  @Test
  void eachMayBeComputedFromOneBeforeIt() throws NightjarException {
    Derivations derived =
        new Derivations(
            List.of(derivation("p", "logit", SIGMOID), derivation("classes", "p", SET)));
    List<OutputInfo> infos = derived.infos(List.of(LOGIT));
    assertThat(infos).extracting(OutputInfo::name).containsExactly("p", "classes");
    assertThat(infos).extracting(OutputInfo::kind).containsExactly("probability", "set");
    assertThat(infos.get(0).classes()).containsExactly("real");
    assertThat(infos.get(0).meaning()).isEqualTo("probability from logit by temperature 1.0");
    assertThat(infos.get(1).classes()).containsExactly("not real", "real");
    assertThat(infos.get(1).shape()).containsExactly(2);
    Map<String, Tensor> outputs = new HashMap<>();
    Tensor raw = Tensor.of(new float[] {2}, 1);
    outputs.put("logit", raw);
    derived.addTo(outputs);
    assertThat(outputs.get("logit")).isSameAs(raw);
    assertThat(outputs.get("p").at(0)).isEqualTo((float) (1 / (1 + Math.exp(-2))));
    assertThat(outputs.get("classes").at(0)).isZero();
    assertThat(outputs.get("classes").at(1)).isOne();
  }

  @Test
  void filesAreNamedOnceInOrder() {
    Derivation first =
        new Derivation("a", "x", "", List.of(), SET, List.of(Path.of("m"), Path.of("w")), "");
    Derivation second =
        new Derivation("b", "a", "", List.of(), SET, List.of(Path.of("q"), Path.of("m")), "");
    assertThat(new Derivations(List.of(first, second)).files())
        .containsExactly(Path.of("m"), Path.of("w"), Path.of("q"));
    assertThat(Derivations.NONE.files()).isEmpty();
  }

  @Test
  void refusalsTellThePlaceInTheManifest() {
    Derivations missing = new Derivations(List.of(derivation("p", "logits", SIGMOID)));
    assertThatThrownBy(() -> missing.infos(List.of(LOGIT)))
        .hasMessageContaining("MODEL_REFUSED")
        .hasMessageContaining("'p' is computed from 'logits', which is not there (model.yaml:7)")
        .hasMessageContaining("Name one of [logit].");
    Derivations kind = new Derivations(List.of(derivation("set", "logit", SET)));
    assertThatThrownBy(() -> kind.infos(List.of(LOGIT)))
        .hasMessageContaining("'set' is computed from 'logit', which is a logit (model.yaml:7)");
    Derivations twice =
        new Derivations(
            List.of(derivation("p", "logit", SIGMOID), derivation("p", "logit", SIGMOID)));
    assertThatThrownBy(() -> twice.infos(List.of(LOGIT)))
        .hasMessageContaining("there are two outputs 'p'");
    Derivations names = new Derivations(List.of(derivation("p", "logit", SIGMOID, "a", "b")));
    assertThatThrownBy(() -> names.infos(List.of(LOGIT)))
        .hasMessageContaining("'p' has 1 elements for 2 classes");
  }

  @Test
  void anOutputThatWasNotCheckedIsABug() {
    Derivations derived = new Derivations(List.of(derivation("p", "logit", SIGMOID)));
    Map<String, Tensor> outputs = new HashMap<>();
    assertThatThrownBy(() -> derived.addTo(outputs)).isInstanceOf(IllegalStateException.class);
  }
}
