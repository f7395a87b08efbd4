package org.nightjar.simulation.internal.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.Problem;
import org.nightjar.simulation.internal.BuiltIn;
import org.nightjar.simulation.internal.plan.Column;
import org.nightjar.simulation.internal.plan.PlanJson;
import org.nightjar.simulation.internal.plan.SkyPlan;
import org.nightjar.simulation.internal.plan.TablePlan;

class SkyReaderTest {
  @TempDir Path folder;

  private List<Problem> wrong(String columns) throws Exception {
    return BuiltIn.problems(
        folder,
        "seed: 1\nparameters: {p: 3 mag}\ntables:\n  t:\n    rows: 10\n    columns:\n" + columns);
  }

  private void says(String columns, String place, String... words) throws Exception {
    assertThat(wrong(columns))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.place()).endsWith(place);
              assertThat(problem.toString()).contains(words);
            });
  }

  @Test
  void allThatIsWrongIsSaidAtOnceWithLinesAndSuggestions() throws Exception {
    List<Problem> problems =
        BuiltIn.problems(
            folder,
            """
            sede: 3
            cosmology: plank18
            tables:
              stars:
                rows: {rows.poison: {mean: 5}}
              galaxies:
                rows: 10
                columns:
                  a: {random.normal: {mean: 1 mag, sigm: 2 mag}}
                  b: {random.uniform: {from: 0 deg, to: 3 kpc}}
                  c: $d
                  d: $c
                  e: {values.linear: {x: $f, intercept: 0, slope: 1}}
                select: {b: {below: 3 s}, z: {over: 1}}
            output: {formats: [fitz]}
            """);
    assertThat(problems)
        .extracting(p -> p.place().replaceFirst(".*sky.yaml:?", "") + " " + p.message())
        .contains(
            "1 unknown key 'sede' in the description",
            "2 there is no cosmology 'plank18'",
            "5 there is no component 'rows.poison'",
            "9 random.normal has no parameter 'sigm'",
            "9 random.normal lacks 'sigma'",
            "10 'to' of random.uniform is in 'kpc', which cannot be deg",
            "13 there is no column 'f' in galaxies",
            "15 a format cannot be 'fitz'",
            " the description has no seed");
    assertThat(problems)
        .extracting(Problem::toString)
        .anyMatch(text -> text.contains("Did you mean 'rows.poisson'?"))
        .anyMatch(text -> text.contains("columns go round in a circle: galaxies.c -> galaxies.d"))
        .anyMatch(text -> text.contains("Did you mean 'planck18'?"));
  }

  @Test
  void unitsAreConverted() throws Exception {
    SkyPlan plan =
        BuiltIn.plan(
            folder,
            """
            seed: 1
            parameters: {size: 30 arcmin, other: $size}
            tables:
              t:
                rows: 10
                columns:
                  "x, y": {sky.uniform-cap: {ra: 1 rad, dec: 60 arcmin, radius: $other}}
                  d: {random.uniform: {from: 1 kpc, to: 2 Mpc}}
                  s: {test.squares: {angle: $x}, as: [a, b, c]}
            """
                .replace("  s: {test.squares: {angle: $x}, as: [a, b, c]}\n", ""));
    TablePlan table = plan.tables().get(0);
    Column x = table.columns().get("x");
    assertThat(x.call().arguments().number("ra")).isEqualTo(180 / Math.PI);
    assertThat(x.call().arguments().number("dec")).isEqualTo(1);
    assertThat(x.call().arguments().number("radius")).isEqualTo(0.5);
    Column d = table.columns().get("d");
    assertThat(d.call().arguments().number("to")).isEqualTo(2000);
    assertThat(d.info().unit()).isEqualTo("kpc");
  }

  @Test
  void massesOfTheSunAreSpelledAsFitsDoes() throws Exception {
    SkyPlan plan =
        BuiltIn.plan(folder, "seed: 1\ntables: {t: {rows: 1, columns: {m: 3e10 Msun}}}\n");
    assertThat(plan.tables().get(0).columns().get("m").info().unit()).isEqualTo("solMass");
  }

  @Test
  void oneMistakeOneMessage() throws Exception {
    says("      a: {random.normal: {mean: 1, sigma: -1}}\n", ":7", "is -1.0", "at least 0");
    says("      a: {sky.uniform-cap: {ra: 0, dec: 0, radius: 1}}\n", ":7", "gives 2 columns");
    says("      a: {random.normal: {mean: $q, sigma: 1}}\n", ":7", "no column 'q' in t");
    says("      a: {random.normal: {mean: $u.z, sigma: 1}}\n", ":7", "no table 'u'");
    says("      a: {rows.poisson: {mean: 3}}\n", ":7", "makes rows");
    says("      a: {random.normal: {mean: one, sigma: 1}}\n", ":7", "must be a number");
    says("      id: 4\n", ":7", "'id' already");
    says("      a b: 4\n", ":7", "cannot be called");
    says("      a: {random.choice: {values: [1, 2], weights: [1]}}\n", ":7", "2 values and 1");
    says("      a: {random.log-uniform: {from: 2, to: 1}}\n", ":7", "'from' is not below 'to'");
    says("      a: {test.squares: {angle: 3, kind: twise}}\n", ":7", "'twice'");
    says("      a: {test.squares: {angle: 3 mag}}\n", ":7", "cannot be deg");
    says("      a: {random.normal: {mean: $p, sigma: 1 parsec}}\n", ":7", "unknown unit", "pc");
  }

  @Test
  void brokenFilesAndTablesAreSaid() throws Exception {
    assertThat(BuiltIn.problems(folder, "seed: 1\ntables: {t: {rows: -1}}")).hasSize(1);
    assertThat(BuiltIn.problems(folder, "seed: 1\ntables: {t: {rows: 1e17}}")).hasSize(1);
    assertThat(BuiltIn.problems(folder, "seed: 1\ntables: {t: {columns: {a: 1}}}")).hasSize(1);
    assertThat(BuiltIn.problems(folder, "seed: 1\ntables: {t: {rows: $t}}")).isNotEmpty();
    assertThat(BuiltIn.problems(folder, "seed: 1\naccuracy: 2\ntables: {t: {rows: 1}}")).hasSize(1);
    assertThat(wrong("      a: 1\n      \"b, a\": 2\n"))
        .anyMatch(problem -> problem.message().contains("two columns 'a'"));
    assertThat(wrong("      a: !!python/object:os.system ls\n"))
        .anyMatch(problem -> problem.message().contains("the tag"));
    assertThat(BuiltIn.problems(folder, "")).hasSize(2);
    assertThat(BuiltIn.problems(folder, "[1, 2]")).hasSize(1);
    assertThat(BuiltIn.problems(folder, "seed: [")).hasSize(1);
    assertThat(
            BuiltIn.problems(
                folder, "seed: 1\nparameters: {a: $b, b: $a}\ntables: {t: {rows: $a}}"))
        .allMatch(problem -> problem.message().contains("circle"));
    assertThat(
            BuiltIn.problems(
                folder, "seed: 1\ncosmology: {H0: -70, Om0: 0.3}\ntables: {t: {rows: 1}}"))
        .singleElement()
        .matches(problem -> problem.message().contains("H0 is -70"));
    assertThat(
            BuiltIn.problems(
                folder,
                "seed: 1\ntables:\n  t: {rows: 1, columns: {a: 1}}\n"
                    + "  u: {rows: 2, columns: {b: $t.a}}\n"))
        .singleElement()
        .matches(problem -> problem.toString().contains("do not have the same rows"));
  }

  @Test
  void theResolvedDescriptionIsADescriptionOfTheSameSky() throws Exception {
    String yaml =
        """
        name: all
        seed: -7
        accuracy: 1e-4
        cosmology: {preset: wmap9, H0: 71}
        parameters: {top: 4 deg}
        tables:
          t:
            rows: {rows.field: {density: 3 deg-2, area: 3600 arcmin2}}
            columns:
              a: {random.uniform: {from: 0 deg, to: $top}, description: an angle, ucd: pos}
              "w, v, n":
                test.squares:
                  angle: $a
                  slope: {exponential: {amplitude: 2 mag, scale: -3}}
                  bands: [g, r]
                stream: mine
              c: {random.choice: {values: [1 kpc, 0.002 Mpc]}}
              two: 2 deg
              same: $two
            select: {a: {between: [60 arcmin, 3]}, n: {not-in: [2]}, v: {finite: true}}
            write: [a, w, same]
          u:
            rows: $t
            columns: {e: {values.sum: {of: [$t.a, $t.two]}}}
        """;
    SkyPlan plan = BuiltIn.plan(folder, yaml);
    SkyPlan again = BuiltIn.plan(folder, PlanJson.description(plan).toString());
    assertThat(PlanJson.description(again)).isEqualTo(PlanJson.description(plan));
    assertThat(PlanJson.checksum(again)).isEqualTo(PlanJson.checksum(plan));
    assertThat(PlanJson.versions(plan).path("test.squares").asText()).isEqualTo("7");
    assertThat(PlanJson.checksum(BuiltIn.plan(folder, yaml.replace("seed: -7", "seed: 7"))))
        .isNotEqualTo(PlanJson.checksum(plan));
  }
}
