package org.nightjar.simulation.internal.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.simulation.internal.BuiltIn;
import org.nightjar.yaml.ProblemList;

class SkyPyImportTest {
  @TempDir Path folder;

  private Optional<ObjectNode> read(String yaml, ProblemList problems) throws Exception {
    Path file = Files.writeString(folder.resolve("skypy.yml"), yaml);
    return SkyPyImport.read(file, 7, problems);
  }

  @Test
  void knownFunctionsBecomeComponents() throws Exception {
    ProblemList problems = new ProblemList(folder);
    ObjectNode json =
        read(
                """
                mag_lim: 23
                z_range: !numpy.linspace [0, 2, 21]
                M_star: !astropy.modeling.models.Linear1D [-0.9, -20.4]
                phi: !astropy.modeling.models.Exponential1D [0.0037, -9.7]
                cosmology: !astropy.cosmology.FlatLambdaCDM {H0: 70, Om0: 0.3}
                tables:
                  blue:
                    z, M: !skypy.galaxies.schechter_lf
                      redshift: $z_range
                      M_star: $M_star
                      phi_star: $phi
                      alpha: -1.3
                      m_lim: $mag_lim
                      sky_area: 10 deg2
                    coeff: !skypy.galaxies.spectrum.dirichlet_coefficients
                      redshift: $blue.z
                      alpha0: [2.1, 3.5]
                      alpha1: [2.3, 3.9]
                """,
                problems)
            .orElseThrow(() -> new AssertionError(problems.inOrder()));
    assertThat(json.at("/cosmology/Om0").asDouble()).isEqualTo(0.3);
    assertThat(json.at("/parameters/M_star/linear/intercept").asDouble()).isEqualTo(-20.4);
    assertThat(json.at("/parameters/phi/exponential/scale").asDouble()).isEqualTo(-9.7);
    assertThat(json.at("/parameters").has("z_range")).isFalse();
    ObjectNode rows = (ObjectNode) json.at("/tables/blue/rows/galaxies.schechter-light-cone");
    assertThat(rows.path("z-max").asInt()).isEqualTo(2);
    assertThat(rows.path("area").asText()).isEqualTo("10 deg2");
    assertThat(json.at("/tables/blue/rows/as/1").asText()).isEqualTo("M");
    assertThat(json.at("/tables/blue/columns/coeff/galaxies.dirichlet-coefficients/redshift"))
        .hasToString("\"$blue.z\"");
  }

  @Test
  void whatItWritesRuns() throws Exception {
    ProblemList problems = new ProblemList(folder);
    ObjectNode json =
        read(
                """
                width: 0.5
                tables:
                  t:
                    a: !numpy.random.normal {loc: 1, scale: $width, size: 100}
                    b: !numpy.random.uniform [0, 10, 100]
                    c: $t.a
                """,
                problems)
            .orElseThrow(() -> new AssertionError(problems.inOrder()));
    assertThat(BuiltIn.plan(folder, BlockText.of(json)).tables().get(0).written())
        .containsExactly("a", "b", "c");
    assertThat(BlockText.of(json)).contains("  t:\n    rows: 100\n    columns:\n");
  }

  @Test
  void everyOtherTagIsRefused() throws Exception {
    ProblemList problems = new ProblemList(folder);
    Optional<ObjectNode> json =
        read(
            """
            pid: !os.getpid []
            cosmology: !my.universe []
            tables:
              t:
                .init: !astropy.table.vstack [[$a, $b]]
                a: !subprocess.run {args: [ls], size: 3}
                b: !numpy.random.norml [0, 1, 10]
                c: !numpy.random.normal {loc: 1, scael: 2, size: 10}
                d: !!python/object/apply:os.system [ls]
            """,
            problems);
    assertThat(json).isEmpty();
    assertThat(problems.inOrder())
        .extracting(Object::toString)
        .anyMatch(text -> text.contains("!os.getpid") && text.contains(":1"))
        .anyMatch(text -> text.contains("!my.universe is no cosmology"))
        .anyMatch(text -> text.contains("'.init' has no meaning"))
        .anyMatch(text -> text.contains("!subprocess.run would call a Python function"))
        .anyMatch(text -> text.contains("Did you mean 'numpy.random.normal'?"))
        .anyMatch(text -> text.contains("Did you mean 'scale'?"))
        .anyMatch(text -> text.contains("python/object"));
  }
}
